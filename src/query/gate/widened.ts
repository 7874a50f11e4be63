import type { Day } from '../../programme/partial-date.js';
import { recordsOf } from '../filter/run.js';
import type { Link, Query, Term } from '../query.js';
import type { Knowledge } from '../reading/read.js';
import type { Scene } from '../reading/scene.js';

/** Where no partner is based, those in the place's pilots: "the partners of Oslo", unless it is asked who is in Oslo. */
function inItsPilots(query: Query, scene: Scene, knowledge: Knowledge, today: Day): Query | undefined {
  if (query.intent !== 'partners' || query.ask === 'whether' || query.linked?.by === 'missions')
    return undefined;
  const isPlace = (one: Query['clauses'][number]) => !one.negated && one.any.every((term) => 'role' in term);
  const places = query.clauses.filter(isPlace);
  if (places.length === 0 || scene.parties.some(({ role }) => role === 'host')) return undefined;
  const own = query.clauses.filter((one) => !isPlace(one));
  const through = [...(query.linked?.clauses ?? []), ...places];
  const linked: Link = { by: 'pilots', role: 'any', negated: false, clauses: through };
  const wider = { ...query, clauses: own, linked };
  const found = recordsOf(wider, knowledge, today);
  return found.items.length > 0 ? wider : undefined;
}

/** A theme's name is a plain word as well: "anything with robots" may be a topic's, where the theme has no record. */
function inItsTopics(query: Query, scene: Scene, knowledge: Knowledge, today: Day): Query | undefined {
  if (query.intent !== 'pilots' || scene.has('pilot', 'themes') || !scene.names('theme')) return undefined;
  const { themes, topics } = knowledge.programme;
  const holds = (name: string | undefined, part: string | undefined) =>
    name !== undefined && part !== undefined && name.toLowerCase().includes(part.toLowerCase());
  const clauses = query.clauses.map((one) => ({
    ...one,
    any: one.any.flatMap((term): Term[] => {
      const theme = term.kind === 'theme' ? themes.get(term.id)?.name : undefined;
      if (theme === undefined || one.negated) return [term];
      const akin = [...topics.values()].filter(
        ({ name }) => holds(name.en, theme.en) || holds(name.zh, theme.zh),
      );
      return [term, ...akin.map(({ id }): Term => ({ kind: 'topic', id }))];
    }),
  }));
  const wider = { ...query, clauses };
  return recordsOf(wider, knowledge, today).items.length > 0 ? wider : undefined;
}

/** "What was signed at the fair?", "what followed the mission in May?": its own record tells best. */
function ofNamed(query: Query, knowledge: Knowledge, today: Day): Query | undefined {
  if (query.intent !== 'missions' || query.ask === 'whether') return undefined;
  const isTold = (one: Query['clauses'][number]) => one.any.some(({ kind }) => kind === 'outcome');
  const terms = query.clauses.flatMap(({ any }) => any);
  const isNamed = terms.some(({ kind }) => kind === 'mission');
  const isDated = query.ask === 'what' && query.dates.length > 0;
  const asksWhatFollowed =
    isDated && terms.some((term) => term.kind === 'outcome' && term.is === 'follow-up');
  if (!query.clauses.some(isTold) || !(isNamed || asksWhatFollowed)) return undefined;
  const wider = { ...query, clauses: query.clauses.filter((one) => !isTold(one)) };
  return recordsOf(wider, knowledge, today).items.length > 0 ? wider : undefined;
}

/** What a question without a record may mean as well, where that has some. */
export function widened(query: Query, scene: Scene, knowledge: Knowledge, today: Day): Query | undefined {
  return (
    ofNamed(query, knowledge, today) ??
    inItsPilots(query, scene, knowledge, today) ??
    inItsTopics(query, scene, knowledge, today)
  );
}
