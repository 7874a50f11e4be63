import { Locale } from '../../src/programme/localized.js';
import type { Chat } from '../support/conversing.js';
import { questionDialogue } from './dialogue-questions.js';
import { updateDialogue } from './dialogue-updates.js';

/** Every dialogue in both languages, each on a bot of its own. */
export function dialogues(platform: string, open: () => Promise<Chat>): void {
  for (const locale of Locale.options) {
    questionDialogue(platform, locale, open);
    updateDialogue(platform, locale, open);
  }
}
