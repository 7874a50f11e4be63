import type { Organisation } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block } from '../reply.js';
import { positiveTerms } from './queries.js';
import { describeRecords } from './query-label.js';
import type { View } from './view.js';
import { capitalised } from './words.js';

const isGroup = ({ kind }: Organisation) => kind === 'university-group';

/** How many universities there are, and how many groups of them apart: nothing tells how many those hold. */
export function universityCount(
  partners: readonly Organisation[],
  { query }: Found,
  view: View,
): Block | undefined {
  const { t, formats } = view.language;
  const kinds = positiveTerms(query).flatMap((term) => (term.kind === 'organisation-kind' ? [term.is] : []));
  if (query.ask !== 'count' || !kinds.every((kind) => kind.startsWith('university'))) return undefined;
  const groups = partners.filter(isGroup).length;
  const single = partners.length - groups;
  if (kinds.length === 0 || single === 0) return undefined;
  const what = describeRecords(query, view, single);
  const number = formats.number(single);
  const others = t('answers:organisation-kind.university-group', { count: groups });
  const text =
    groups === 0
      ? t('answers:partner.universities', { what, number })
      : t('answers:partner.universities-and-groups', { what, number, others, more: formats.number(groups) });
  return { kind: 'heading', text: capitalised(text) };
}
