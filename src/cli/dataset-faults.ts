import type { Language } from '../i18n/languages.js';
import type { Fault } from '../programme/fault.js';

/** A file of 10,000 records may have as many faults; beyond these a person mends the first ones and checks again. */
const SHOWN = 200;

/** Every fault of a dataset file with its path and a sentence, one a line, and the way out. */
export function describeFaults(file: string, faults: readonly Fault[], { t }: Language): string {
  const lines = faults.slice(0, SHOWN).map(({ path, key, values }) => {
    const sentence = t(`dataset:fault.${key}`, values);
    return path === '' ? `  ${sentence}` : t('cli:dataset.fault', { path, sentence });
  });
  const more = faults.length - lines.length;
  return [
    t('cli:dataset.faults', { file, count: faults.length }),
    ...lines,
    ...(more > 0 ? [t('cli:dataset.more', { count: more })] : []),
    t('cli:dataset.wayOut'),
  ].join('\n');
}
