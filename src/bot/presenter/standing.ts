import type { Pilot, PilotStatus } from '../../programme/schema.js';
import type { Found } from '../../query/answer.js';
import type { Query } from '../../query/query.js';
import type { Block } from '../reply.js';
import { positiveTerms } from './queries.js';
import { tidied } from './tidy-query.js';
import type { View } from './view.js';
import { yesOrNo } from './yes-or-no.js';

/** Yes or no about one pilot, decided by where the pilot stands when that is what was asked. */
export function whetherOne(pilot: Pilot, found: Found, view: View): Block[] {
  const { t } = view.language;
  const asked = statusesAsked(found.query);
  if (found.holds === false || (asked.length > 0 && !asked.includes(pilot.status))) {
    return [denial(pilot, asked, view)];
  }
  if (asked.length > 0) {
    return [{ kind: 'text', text: t(`answers:standing.yes.${pilot.status}`) }];
  }
  // "Is it open?", "was it built?", "is there one on wine?": no name tells which status would be a yes.
  const now = t(`answers:standing.now.${pilot.status}`);
  if (found.query.intent === 'status') return [{ kind: 'text', text: now }];
  const terms = positiveTerms(tidied(found.query, view.programme));
  if (terms.length === 0 || !terms.every(({ kind }) => kind === 'pilot' || kind === 'topic')) {
    return yesOrNo(found, view);
  }
  const named = terms.every(({ kind }) => kind === 'pilot');
  return [{ kind: 'text', text: named ? now : t('answers:standing.one', { now }) }];
}

/** "No – it is only proposed." Of a setback that did not come, Chinese does not say "not yet". */
export function denial(pilot: Pilot, asked: readonly PilotStatus[], { language: { t } }: View): Block {
  const setback = asked.length > 0 && asked.every((status) => status === 'cancelled' || status === 'paused');
  return { kind: 'text', text: t(`answers:standing.${setback ? 'not' : 'not-yet'}.${pilot.status}`) };
}

/** The statuses that a question names. */
export function statusesAsked(query: Query): PilotStatus[] {
  return positiveTerms(query).flatMap((term) => (term.kind === 'pilot-status' ? [term.is] : []));
}
