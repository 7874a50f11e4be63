import { anyOf } from '../bot/changes/describe-change.js';
import type { Waiting } from '../bot/changes/translation.js';
import type { ListItem } from '../bot/reply.js';
import type { Language } from '../i18n/languages.js';
import { excerpt } from './excerpt.js';

/** A text that waits for its translation: the change's number, the language that it lacks, and how it begins. */
export function waitingItem({ change, missing, text }: Waiting, { t }: Language): ListItem {
  return {
    text: t(`digest:untranslated.${missing}`, { change: change.id, text: excerpt(anyOf(text)) }),
    detail: t('digest:untranslated.by', { name: change.byName }),
  };
}
