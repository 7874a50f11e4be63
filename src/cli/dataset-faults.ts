import { cleanText } from '../bot/changes/clean-text.js';
import type { Language } from '../i18n/languages.js';
import type { MessageKey } from '../i18n/messages.js';
import type { Fault } from '../programme/fault.js';

/**
 * Every fault of a file with its path and a sentence, one a line, and the way out.
 * @param wayOut the last line; without it, the one for a dataset file
 */
export function describeFaults(
  file: string,
  faults: readonly Fault[],
  { t }: Language,
  wayOut: MessageKey = 'cli:dataset.wayOut',
): string {
  const lines = faults.map(({ path, key, values }) => {
    // Names of fields and ids are the file's own, and a terminal obeys control characters.
    const sentence = cleanText(t(`dataset:fault.${key}`, values));
    return path === '' ? `  ${sentence}` : t('cli:dataset.fault', { path: cleanText(path), sentence });
  });
  return [t('cli:dataset.faults', { file, count: faults.length }), ...lines, t(wayOut)].join('\n');
}
