import { type DateMention, readDates } from '../dates/dates.js';
import type { Calendar } from '../dates/resolve.js';
import type { Circumstances } from '../engine.js';
import { onTheDay } from '../filter/run-missions.js';
import type { Token } from '../text/tokens.js';
import { withContext } from './context.js';
import { eventLimits } from './event-clauses.js';
import { daysOfOne, eventDays, isPlaceOf, sinceSubject } from './event-days.js';
import type { Knowledge } from './read.js';
import { type Scene, sceneOf, type TopicUse } from './scene.js';
import type { Sentences } from './sentences.js';

function calendarOf({ today, year }: Circumstances, { programme, missions }: Knowledge): Calendar {
  const only = year ?? Number(today.slice(0, 4));
  const years = { from: only, to: only };
  return {
    today,
    years: year === undefined ? (missions.years() ?? years) : years,
    eventAt: (token) => eventDays(token, programme),
    isPlaceOf: (place, event) => isPlaceOf(place, event, programme),
    isDated: (day) => onTheDay({ clauses: [], dates: [{ from: day, to: day }] }, missions).length > 0,
    sinceSubject: (token) => sinceSubject(token, missions),
  };
}

/** All times that a question names, those that it tells by a mission first. */
function timesOf(
  tokens: readonly Token[],
  calendar: Calendar,
  topics: TopicUse,
  { missions }: Knowledge,
): DateMention[] {
  const limits = eventLimits(tokens, (clause) =>
    daysOfOne(sceneOf(clause, readDates(clause, calendar), topics), missions),
  );
  if (limits.length === 0) return readDates(tokens, calendar);
  const read = new Set(limits.flatMap(({ tokens }) => tokens));
  return [
    ...limits,
    ...readDates(
      tokens.filter((token) => !read.has(token)),
      calendar,
    ),
  ];
}

/** Makes out what a question's words name, who does what in it, and when. */
export function see({ main, aside }: Sentences, circumstances: Circumstances, knowledge: Knowledge): Scene {
  const { missions, pilots } = knowledge;
  const topics: TopicUse = {
    inMissions: (id) => missions.first(`topic:${id}`) !== undefined,
    inPilots: (id) => pilots.has(`topic:${id}`),
  };
  const calendar = calendarOf(circumstances, knowledge);
  const tokens = withContext(main, aside, (said) => readDates(said, calendar));
  const times = timesOf(tokens, calendar, topics, knowledge);
  return sceneOf(tokens, times, topics);
}
