import type { Day } from '../../programme/partial-date.js';
import { type DateMention, readDates } from '../dates/dates.js';
import type { Calendar } from '../dates/resolve.js';
import { onTheDay } from '../filter/run.js';
import { isA, type Token } from '../text/tokens.js';
import { eventLimits } from './event-clauses.js';
import { daysOfOne, eventDays, isPlaceOf, sinceSubject } from './event-days.js';
import type { Knowledge } from './read.js';
import { type Scene, sceneOf, type TopicUse } from './scene.js';
import type { Sentences } from './sentences.js';

function calendarOf(today: Day, { programme, missions }: Knowledge): Calendar {
  const year = Number(today.slice(0, 4));
  return {
    today,
    years: missions.years() ?? { from: year, to: year },
    eventAt: (token) => eventDays(token, programme),
    isPlaceOf: (place, event) => isPlaceOf(place, event, programme),
    isDated: (day) => onTheDay({ clauses: [], dates: [{ from: day, to: day }] }, missions).length > 0,
    sinceSubject: (token) => sinceSubject(token, missions),
  };
}

/** All times that a question names, those that it tells by a mission first. */
function timesOf(
  main: readonly Token[],
  calendar: Calendar,
  topics: TopicUse,
  { missions }: Knowledge,
): DateMention[] {
  const limits = eventLimits(main, (clause) =>
    daysOfOne(sceneOf(clause, readDates(clause, calendar), topics), missions),
  );
  if (limits.length === 0) return readDates(main, calendar);
  const read = new Set(limits.flatMap(({ tokens }) => tokens));
  return [
    ...limits,
    ...readDates(
      main.filter((token) => !read.has(token)),
      calendar,
    ),
  ];
}

/** Makes out what a question's words name, who does what in it, and when. */
export function see({ main, aside }: Sentences, today: Day, knowledge: Knowledge): Scene {
  const { missions, pilots } = knowledge;
  const topics: TopicUse = {
    inMissions: (id) => missions.first(`topic:${id}`) !== undefined,
    inPilots: (id) => pilots.has(`topic:${id}`),
  };
  const times = timesOf(main, calendarOf(today, knowledge), topics, knowledge);
  return sceneOf(withAside(main, aside), times, topics);
}

/** What is said of the speaker counts where the question says "our", or when the question names nothing itself. */
function withAside(main: readonly Token[], aside: readonly Token[]): readonly Token[] {
  const isPlace = (token: Token) => token.names.some(({ kind }) => kind === 'city');
  const own = aside.find(isPlace);
  if (own !== undefined && main.some((token) => isA(token, 'our'))) {
    return main.map((token) => (isA(token, 'our') ? { ...token, names: own.names } : token));
  }
  const named = main.findIndex((token) => token.names.some(({ kind }) => kind !== 'programme'));
  // "I shall meet … What did they do in Lyon?"
  const they = main.findIndex((token) => isA(token, 'they'));
  if (named >= 0 && (they < 0 || they > named)) return main;
  return [...aside.filter((token) => token.names.some(({ kind }) => kind !== 'programme')), ...main];
}
