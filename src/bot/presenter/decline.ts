import type { Answer, DeclineReason, Suggestion } from '../../query/answer.js';
import type { Block, Choice } from '../reply.js';
import { queryFor } from './queries.js';
import type { View } from './view.js';
import { choiceOf } from './ways-on.js';
import { organisationName, partyName, quoted, told } from './words.js';

type Decline = Extract<Answer, { outcome: 'decline' }>;

/** Says what the programme does not hold, in the asker's own word, and what it does hold. Shows no facts. */
export function declineBlocks({ reason, suggestions }: Decline, view: View): Block[] {
  const { t } = view.language;
  const asked = suggestions.length > 0 && (reason.kind === 'unknown-name' || reason.kind === 'not-held');
  const lead =
    reason.kind === 'unknown-name' ? t('answers:decline.did-you-mean') : t('answers:decline.instead');
  const choices = suggestions.length > 0 ? suggested(suggestions, view) : everything(view);
  return [
    { kind: 'text', text: sentence(reason, view) },
    { kind: 'text', text: asked ? lead : t('answers:decline.instead') },
    { kind: 'choices', choices },
  ];
}

function sentence(reason: DeclineReason, view: View): string {
  const { t, formats } = view.language;
  const { overview, sources } = view.programme;
  switch (reason.kind) {
    case 'unknown-name':
      return t(`answers:decline.unknown-${reason.as}`, { word: reason.word });
    case 'not-held':
      return reason.subject === undefined
        ? t('answers:decline.not-held', { word: reason.word })
        : t('answers:decline.not-held-of', { word: reason.word, subject: subjectName(reason.subject, view) });
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

type Subject = NonNullable<Extract<DeclineReason, { kind: 'not-held' }>['subject']>;

function subjectName({ kind, id }: Subject, view: View): string {
  const { missions, pilots } = view.programme;
  switch (kind) {
    case 'city':
      return partyName(id, view);
    case 'organisation':
      return organisationName(id, view);
    default: {
      const record = kind === 'mission' ? missions.get(id) : pilots.get(id);
      return record === undefined ? id : quoted(told(record.title, view), view);
    }
  }
}

/** The readings as choices, best first. */
export function suggested(suggestions: readonly Suggestion[], view: View): Choice[] {
  return suggestions.slice(0, 3).map(({ query }) => choiceOf(query, view));
}

/** What the programme holds, when nothing nearer can be offered. */
export function everything(view: View): Choice[] {
  return (['missions', 'pilots', 'partners'] as const).map((intent) =>
    choiceOf(queryFor(intent, 'list'), view),
  );
}
