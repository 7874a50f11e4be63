import type { Answer, DeclineReason } from '../../query/answer.js';
import type { Block, Choice } from '../reply.js';
import { cityTerm, queryFor } from './queries.js';
import { isWholeKind, subjectName, suggested } from './suggested.js';
import type { View } from './view.js';
import { choiceOf } from './ways-on.js';
import { partyName, told } from './words.js';

type Decline = Extract<Answer, { outcome: 'decline' }>;

/** Says what the programme does not hold, in the asker's own word, and what it does hold. Shows no facts. */
export function declineBlocks({ reason, suggestions }: Decline, view: View): Block[] {
  const { t } = view.language;
  const subject = reason.kind === 'not-held' ? reason.subject : undefined;
  // A name that is not held is no way of asking for the programme as a whole.
  const isName = reason.kind === 'unknown-name';
  const near = suggestions.filter(
    ({ query }) => !isWholeKind(query) && !(isName && query.intent === 'overview'),
  );
  const known = near.length > 0;
  const offer =
    known && subject !== undefined
      ? t('answers:decline.instead-of', { subject: subjectName(subject, view) })
      : t(known && isName ? 'answers:decline.did-you-mean' : 'answers:decline.instead');
  return [
    { kind: 'text', text: refusal(reason, view) },
    { kind: 'text', text: offer },
    { kind: 'choices', choices: known ? suggested(near, view, subject) : instead(reason, view) },
  ];
}

/** What the programme does hold of the cities that were asked about, else of everything. */
function instead(reason: DeclineReason, view: View): Choice[] {
  if (reason.kind !== 'unavailable') return everything(view, reason);
  return reason.cities.slice(0, 3).map((id) => choiceOf(queryFor('city', 'what', cityTerm(id)), view));
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
      return reason.asksWhy
        ? t('answers:decline.no-reason')
        : t('answers:decline.not-held', { word: reason.word });
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
