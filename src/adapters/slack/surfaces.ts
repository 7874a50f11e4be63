import type { PersonId } from '../../bot/identity.js';
import type { Inbound } from '../../bot/inbound.js';
import type { Locale } from '../../programme/localized.js';

/** Who uses a form or looks at the Home tab. */
export interface Visitor {
  person: PersonId;
  hint?: Inbound['hint'];
}

/** The forms that a person may use. */
export type FormName = 'update' | 'mission' | 'pilot' | 'digest';

export interface Option {
  value: string;
  label: string;
}

/** What the selects of the forms offer, in one language. Values are the programme's ids and words. */
export interface FormOptions {
  pilotStatuses: readonly Option[];
  missionStatuses: readonly Option[];
  modes: readonly Option[];
  themes: readonly Option[];
}

export type SuggestionKind = 'mission-or-pilot' | 'city' | 'partner' | 'timezone';

/**
 * What Slack's own surfaces (Home tab, forms, selects) need of the bot beside its replies. Every answer comes from memory, at
 * once: Slack waits three seconds for a form and no longer.
 */
export interface Surfaces {
  language(visitor: Visitor): Locale;
  /** The forms that this person may use now. The role is checked again when a form is submitted. */
  forms(visitor: Visitor): readonly FormName[];
  options(locale: Locale): FormOptions;
  /** Up to a hundred things whose names fit what was typed, best first; a mission or pilot by its key, `pilot:ID`. */
  suggest(kind: SuggestionKind, typed: string, locale: Locale): readonly Option[];
}
