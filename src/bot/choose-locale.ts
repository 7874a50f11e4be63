import type { Locale } from '../programme/localized.js';

/** What tells the language of a reply, strongest first; an absent one does not tell. */
export interface LocaleEvidence {
  /** Fixed from outside (`--lang`). */
  fixed: Locale | undefined;
  /** The person's own choice (`language en`). */
  chosen: Locale | undefined;
  /** The language of the words, or of the reply whose button was pressed. */
  spoken: Locale | undefined;
  /** The conversation's setting. */
  conversation: Locale | undefined;
  /** The platform's hint for the person. */
  hint: Locale | undefined;
}

/** The language of a reply. The order is the contract's; `fallback` is the configured default. */
export function chooseLocale(evidence: LocaleEvidence, fallback: Locale): Locale {
  return (
    evidence.fixed ?? evidence.chosen ?? evidence.spoken ?? evidence.conversation ?? evidence.hint ?? fallback
  );
}
