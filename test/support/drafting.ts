import type { Desk, Draft } from '../../src/bot/changes/draft.js';
import { draftOf, type ProposalInvocation } from '../../src/bot/changes/drafters.js';
import { Refused } from '../../src/bot/command.js';
import { loadKnowledge } from '../../src/knowledge.js';
import type { Change } from '../../src/programme/change.js';
import type { Locale } from '../../src/programme/localized.js';
import type { Programme } from '../../src/programme/programme.js';
import { applyChanges } from '../../src/programme/snapshot.js';
import { shippedDataset } from '../../src/shipped-dataset.js';
import { languages } from './presenting.js';

/** Somebody who drafts and commits changes, on 15 March 2021, without a store. */
export interface Drafter {
  changes: readonly Change[];
  programme(): Programme;
  desk(locale?: Locale): Desk;
  draft(invocation: ProposalInvocation, locale?: Locale): Draft;
  /** Commits what the invocation proposes; gives what it is refused with, or `undefined`. */
  post(invocation: ProposalInvocation, locale?: Locale): string | undefined;
}

const knowledge = loadKnowledge(shippedDataset);
if ('faults' in knowledge) throw new Error('the shipped dataset is not sound');
const { programme: shipped, engine } = knowledge;

export { shipped };

/** What a refusal says first. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Refused)) throw error;
  const [first] = error.reply.blocks;
  return first?.kind === 'text' ? first.text : '';
}

export function newDrafter(): Drafter {
  const changes: Change[] = [];
  let programme = shipped;
  const desk = (locale: Locale = 'en'): Desk => ({
    programme,
    changes,
    engine,
    languages,
    language: languages[locale],
    timezone: 'UTC',
    today: '2021-03-15',
  });
  return {
    changes,
    desk,
    programme: () => programme,
    draft: (invocation, locale) => draftOf(desk(locale), invocation),
    post(invocation, locale) {
      try {
        const draft = draftOf(desk(locale), invocation);
        const id = String(changes.length + 1);
        const change: Change = {
          ...draft,
          id,
          at: '2021-03-15T12:00:00Z',
          by: 'console:local:me',
          byName: 'Me',
        };
        changes.push(change);
        programme = applyChanges(programme, [change]);
        return undefined;
      } catch (error) {
        return sentenceOf(error);
      }
    },
  };
}

/** `update ITEM key=value …` */
export function update(item: string, values: Readonly<Record<string, string>>): ProposalInvocation {
  return { command: 'update', args: { item, pairs: pairs(values) } };
}

export function add(
  kind: 'mission' | 'pilot' | 'partner',
  values: Readonly<Record<string, string>>,
): ProposalInvocation {
  return { command: 'add', args: { kind, pairs: pairs(values) } };
}

export function undo(change: number | string): ProposalInvocation {
  return { command: 'undo', args: { change: String(change) } };
}

function pairs(values: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(values).map(([key, value]) => ({ key, value }));
}
