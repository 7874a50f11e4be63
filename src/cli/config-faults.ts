import type { ConfigFault } from '../config.js';
import type { Language } from '../i18n/languages.js';

/** What is wrong with one variable, and what it must be. */
export function describeConfigFault(fault: ConfigFault, { t }: Language): string {
  if (fault.problem === 'missing') return t(`config:missing.${fault.platform}`, { variable: fault.variable });
  const sentence = t(`config:invalid.${fault.variable}`);
  return fault.entry === undefined ? sentence : t('config:entry', { sentence, entry: fault.entry });
}
