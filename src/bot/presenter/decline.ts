import type { Answer, DeclineReason, Suggestion } from '../../query/answer.js';
import type { Query } from '../../query/query.js';
import type { Block, Choice } from '../reply.js';
import { cityTerm, queryFor } from './queries.js';
import type { View } from './view.js';
import { choiceOf } from './ways-on.js';
import { organisationName, partyName, quoted, told } from './words.js';

type Decline = Extract<Answer, { outcome: 'decline' }>;
type Subject = NonNullable<Extract<DeclineReason, { kind: 'not-held' }>['subject']>;

/** Says what the programme does not hold, in the asker's own word, and what it does hold. Shows no facts. */
export function declineBlocks({ reason, suggestions }: Decline, view: View): Block[] {
  const { t } = view.language;
  const subject = reason.kind === 'not-held' ? reason.subject : undefined;
  const known = suggestions.length > 0;
  const offer =
    known && subject !== undefined
      ? t('answers:decline.instead-of', { subject: subjectName(subject, view) })
      : t(
          known && reason.kind === 'unknown-name'
            ? 'answers:decline.did-you-mean'
            : 'answers:decline.instead',
        );
  return [
    { kind: 'text', text: refusal(reason, view) },
    { kind: 'text', text: offer },
    { kind: 'choices', choices: known ? suggested(suggestions, view, subject) : instead(reason, view) },
  ];
}

/** What the programme does hold of the cities that were asked about, else of everything. */
function instead(reason: DeclineReason, view: View): Choice[] {
  if (reason.kind !== 'unavailable') return everything(view, reason);
  return reason.cities.slice(0, 3).map((id) => choiceOf(queryFor('city', 'what', cityTerm(id)), view));
}

/** The readings as choices, best first; those about the subject that was just named say so in a word. */
export function suggested(suggestions: readonly Suggestion[], view: View, subject?: Subject): Choice[] {
  return suggestions.slice(0, 3).map(({ query }) => {
    const choice = choiceOf(query, view);
    const label = subject === undefined ? undefined : labelWithin(query, subject, view);
    return label === undefined ? choice : { ...choice, label };
  });
}

/** What the programme holds, when nothing nearer can be offered; first what the question was about. */
export function everything(view: View, reason?: DeclineReason): Choice[] {
  const first = reason?.kind === 'unknown-name' ? kindsNear[reason.as] : kindsNear.thing;
  return first.map((intent) => choiceOf(queryFor(intent, 'list'), view));
}

const kindsNear = {
  city: ['city', 'missions', 'pilots'],
  organisation: ['partners', 'pilots', 'missions'],
  thing: ['missions', 'pilots', 'city'],
} as const;

function refusal(reason: DeclineReason, view: View): string {
  const { t, formats } = view.language;
  const { overview, sources } = view.programme;
  switch (reason.kind) {
    case 'unknown-name':
      return t(`answers:decline.unknown-${reason.as}`, { word: reason.word });
    case 'not-held':
      return t('answers:decline.not-held', { word: reason.word });
    case 'unavailable': {
      const source = sources.get(overview.source.document)?.name ?? overview.name;
      return t('answers:decline.unavailable', {
        source: told(source, view),
        field: t(`answers:city-field.${reason.field}`),
        cities: formats.list(reason.cities.map((id) => partyName(id, view))),
      });
    }
    case 'off-topic':
      return t('answers:decline.off-topic', { programme: told(overview.shortName, view) });
  }
}

function subjectName({ kind, id }: Subject, view: View): string {
  const { missions, pilots } = view.programme;
  if (kind === 'city') return partyName(id, view);
  if (kind === 'organisation') return organisationName(id, view);
  const title = (kind === 'mission' ? missions : pilots).get(id)?.title;
  return title === undefined ? id : quoted(told(title, view), view);
}

/** "Its partners", "its status": short, since the subject stands just above. */
function labelWithin(query: Query, { kind, id }: Subject, { language: { t } }: View): string | undefined {
  const clauses = query.linked === undefined ? query.clauses : [...query.clauses, ...query.linked.clauses];
  const [term, ...others] = clauses.flatMap(({ any }) => any);
  if (others.length > 0 || term?.kind !== kind || term.id !== id) return undefined;
  if (kind === 'pilot' && query.intent === 'partners') return t('answers:choice.partners');
  if (kind === 'pilot' && query.intent === 'status') return t('answers:choice.its-status');
  return query.ask === 'what' ? t('answers:choice.its-details') : undefined;
}
