import type { Answer, Found } from '../../query/answer.js';
import type { Block, Reply } from '../reply.js';
import type { Body } from './body.js';
import { cityBody } from './cities.js';
import { comparisonBody } from './compare.js';
import { contactBody } from './contact.js';
import { declineBlocks } from './decline.js';
import { missionsBody } from './missions.js';
import { noneBody } from './none.js';
import { overviewBody } from './overview.js';
import { partnersBody } from './partners.js';
import { pilotsBody } from './pilots.js';
import { provenance } from './provenance.js';
import { remarksAfter, remarksBefore } from './remarks.js';
import { statusBody } from './status.js';
import { suggestBlocks } from './suggest.js';
import type { View } from './view.js';

/** What has facts or readings to show; help has words of its own, which depend on who asks and where. */
export type Presentable = Exclude<Answer, { outcome: 'help' }>;

/**
 * Puts an answer's facts into words, in the view's language. The answer itself comes first, then what it rests on, the
 * ways on, and last the source. Pure; nothing is shown that the answer and the programme do not hold.
 */
export function presentAnswer(answer: Presentable, view: View): Reply {
  const blocks = blocksOf(answer, view).map(withoutRepeats);
  const reply: Reply = { locale: view.language.locale, blocks, audience: 'conversation' };
  return asksBack(answer) ? { ...reply, asks: true } : reply;
}

/** Whether one of the readings that it offers may be the one that was meant. */
function asksBack(answer: Presentable): boolean {
  return answer.outcome !== 'answer' && answer.suggestions.length > 0;
}

function blocksOf(answer: Presentable, view: View): Block[] {
  switch (answer.outcome) {
    case 'answer': {
      const { blocks, choices, shown } = bodyOf(answer, view);
      return [
        ...remarksBefore(answer.remarks, view),
        ...blocks,
        ...remarksAfter(answer.remarks, view),
        ...(choices.length === 0 ? [] : [{ kind: 'choices', choices } as const]),
        ...provenance(shown, view),
      ];
    }
    case 'suggest':
      return [
        ...remarksBefore(answer.remarks, view),
        ...suggestBlocks(answer, view),
        ...remarksAfter(answer.remarks, view),
      ];
    case 'decline':
      return [
        ...remarksBefore(answer.remarks, view),
        ...declineBlocks(answer, view),
        ...remarksAfter(answer.remarks, view),
      ];
  }
}

/** A way on that reads like another is no second one. */
function withoutRepeats(block: Block): Block {
  if (block.kind !== 'choices') return block;
  const byLabel = new Map([...block.choices].reverse().map((choice) => [choice.label, choice]));
  return { kind: 'choices', choices: [...byLabel.values()].reverse() };
}

function bodyOf(found: Found, view: View): Body {
  switch (found.query.intent) {
    case 'overview':
    case 'themes':
    case 'help':
      return overviewBody(found, view);
    case 'contact':
      return contactBody(view);
    default:
      return recordsBody(found, found.query.intent, view);
  }
}

const bodies = {
  missions: missionsBody,
  pilots: pilotsBody,
  partners: partnersBody,
  status: statusBody,
  city: cityBody,
};

function recordsBody(found: Found, intent: keyof typeof bodies, view: View): Body {
  const comparison = found.query.ask === 'compare' ? comparisonBody(found, view) : undefined;
  if (comparison !== undefined) return comparison;
  return found.items.length === 0 ? noneBody(found, view) : bodies[intent](found, view);
}
