import type { Mission } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Block } from '../reply.js';
import { accountOf } from './mission-account.js';
import { outcomesAsked } from './outcomes.js';
import { positiveTerms } from './queries.js';
import { sentence } from './sentence.js';
import type { View } from './view.js';

/**
 * Who signed is told of no mission, only that it was signed there: neither "who" nor whether somebody did is answered by
 * those who took part. Whether it was signed in a place is.
 */
export function signersNotGiven(missions: readonly Mission[], found: Found, view: View): Block[] | undefined {
  const { query } = found;
  const terms = positiveTerms(query);
  if (!terms.some((term) => term.kind === 'outcome' && term.is === 'mou-signed')) return undefined;
  const isOfSomebody = terms.some((term) => 'role' in term && term.role !== 'host');
  if (query.ask !== 'who' && !(query.ask === 'whether' && isOfSomebody)) return undefined;
  const [only, ...others] = missions;
  if (only === undefined) return undefined;
  const { t } = view.language;
  if (others.length > 0) return [{ kind: 'text', text: t('answers:mission.signed-by-unknown-in') }];
  return [
    { kind: 'text', text: t('answers:mission.signed-by-unknown') },
    sentence(accountOf(only, view), view),
    ...outcomesAsked(only, found, view),
  ];
}
