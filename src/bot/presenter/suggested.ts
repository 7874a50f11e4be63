import type { DeclineReason, Suggestion } from '../../query/answer.js';
import type { Query, Term } from '../../query/query.js';
import type { Choice } from '../reply.js';
import { tidied } from './tidy-query.js';
import type { View } from './view.js';
import { choiceOf } from './ways-on.js';
import { organisationName, partyName, quoted, told } from './words.js';

/** A record that choices may be about. */
export type Subject = NonNullable<Extract<DeclineReason, { kind: 'not-held' }>['subject']>;

/**
 * The readings as choices, best first. Those about the subject that was just named say so in a word ("its partners");
 * without one, the first choice may
 * name it for those that follow, unless it is a city, whose name is no longer than that.
 */
export function suggested(suggestions: readonly Suggestion[], view: View, subject?: Subject): Choice[] {
  let named = subject;
  const specific = suggestions.filter(({ query }) => !isWholeKind(query));
  return (specific.length > 0 ? specific : suggestions).slice(0, 3).map(({ query }) => {
    const choice = choiceOf(query, view);
    const own = subjectOf(query, view);
    const label =
      own !== undefined && named?.kind === own.kind && named.id === own.id
        ? labelWithin(query, own, view)
        : undefined;
    if (own?.kind !== 'city') named ??= own;
    return label === undefined ? choice : { ...choice, label };
  });
}

/** Whether a query asks for all records of a kind, which is no reading of a question that names something else. */
export function isWholeKind({ intent, clauses, dates, linked }: Query): boolean {
  const ofRecords = !['themes', 'overview', 'contact', 'help'].includes(intent);
  const isKind = clauses.every(({ any }) => any.every(({ kind }) => kind === 'organisation-kind'));
  return ofRecords && isKind && dates.length === 0 && linked === undefined;
}

/** The subject's name as it stands in a sentence. */
export function subjectName({ kind, id }: Subject, view: View): string {
  const { missions, pilots } = view.programme;
  if (kind === 'city') return partyName(id, view);
  if (kind === 'organisation') return organisationName(id, view);
  const title = (kind === 'mission' ? missions : pilots).get(id)?.title;
  return title === undefined ? id : quoted(told(title, view), view);
}

/** The one record that is all a query names. */
function subjectOf(asked: Query, view: View): Subject | undefined {
  const { clauses, linked, dates } = tidied(asked, view.programme);
  const [clause, ...others] = [...clauses, ...(linked?.clauses ?? [])];
  const [term, ...alternatives] = clause?.any ?? [];
  const isAlone = others.length + alternatives.length + dates.length === 0 && clause?.negated === false;
  return isAlone && linked?.negated !== true && term !== undefined && isSubject(term)
    ? { kind: term.kind, id: term.id }
    : undefined;
}

function isSubject(term: Term): term is Extract<Term, { kind: Subject['kind'] }> {
  return ['city', 'mission', 'pilot', 'organisation'].includes(term.kind);
}

const own = { mission: 'missions', pilot: 'pilots', organisation: 'partners', city: 'city' } as const;

/** "Its partners", "its status": short, since the subject stands just above. */
function labelWithin({ intent, ask }: Query, { kind }: Subject, view: View): string | undefined {
  const { t } = view.language;
  switch (intent) {
    case own[kind]:
      return t('answers:choice.its-details');
    case 'partners':
      return t('answers:choice.partners');
    case 'missions':
      return ask === 'list' || ask === 'what' ? t('answers:choice.its-missions') : undefined;
    case 'pilots':
      return ask === 'list' || ask === 'what' ? t('answers:choice.its-pilots') : undefined;
    case 'city':
      return t('answers:choice.its-cities');
    case 'status':
      return kind === 'pilot' ? t('answers:choice.its-status') : undefined;
    default:
      return undefined;
  }
}
