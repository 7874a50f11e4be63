import { quotable } from './clean-text.js';
import type { Desk, Draft } from './draft.js';
import { patchOf } from './patch.js';
import { refOf } from './record.js';
import { refusal } from './refusal.js';
import { checkedText } from './texts.js';
import { type Waiting, waitingForTranslation } from './translation.js';

export interface TranslationArgs {
  change: string;
  text: string;
  /** Which text of the change; by default the title, then the note. */
  what?: 'title' | 'note' | undefined;
}

/**
 * Drafts the other language of a change's title, note or announcement.
 * @throws Refused when nothing of that change waits, or the text is not in the language that is missing
 */
export function draftTranslation(desk: Desk, { change: number, text: typed, what }: TranslationArgs): Draft {
  const { t } = desk.language;
  const waiting = waitingForTranslation(desk.programme, desk.changes).filter(
    ({ change, what: kind }) => change.id === number && (what === undefined || kind === what),
  );
  const [first] = waiting;
  if (first === undefined) throw refusal(desk, t('changes:translate.nothing', { number: quotable(number) }));
  const text = checkedText(desk, first.what, typed);
  const locale = desk.engine.languageOf(text) ?? first.missing;
  const found = waiting.find(({ missing }) => missing === locale);
  if (found === undefined) throw refusal(desk, t(`changes:translate.needs.${first.missing}`, { number }));
  return draftOf(found, text);
}

function draftOf({ change, item, missing }: Waiting, text: string): Draft {
  const translation = { [missing]: text };
  if (item === undefined) return { kind: 'translate', change: change.id, text: translation };
  return { kind: 'set', target: refOf(item), fields: patchOf(item, { title: translation }) };
}
