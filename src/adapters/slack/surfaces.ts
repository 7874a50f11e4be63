import type { ConversationId, PersonId } from '../../bot/identity.js';
import type { Inbound } from '../../bot/inbound.js';
import type { Invocation } from '../../bot/invocation.js';
import type { Reply } from '../../bot/reply.js';
import type { Locale } from '../../programme/localized.js';

/** Who uses a form or looks at the Home tab. */
export interface Visitor {
  person: PersonId;
  hint?: Inbound['hint'];
}

/** The forms that a person may use. */
export type FormName = 'update' | 'mission' | 'pilot' | 'digest';

export interface Home {
  /** Next mission, pilots by status, latest changes, own language and time zone. */
  reply: Reply;
  /** The forms that this person's role opens. */
  forms: readonly FormName[];
}

export interface Option {
  value: string;
  label: string;
}

/** What the selects of the forms offer, in one language. */
export interface FormOptions {
  pilotStatuses: readonly Option[];
  missionStatuses: readonly Option[];
  modes: readonly Option[];
  themes: readonly Option[];
  digestLanguages: readonly Option[];
  digestDays: readonly Option[];
}

export type SuggestionKind = 'mission-or-pilot' | 'pilot' | 'city' | 'partner' | 'timezone';

/** A form as it was filled in. Fields that were left empty are absent. */
export type FilledForm =
  | { form: 'update'; item: string; status?: string; date?: string; note?: string }
  | {
      form: 'mission';
      title: string;
      date: string;
      precision: 'day' | 'month';
      from: readonly string[];
      to: readonly string[];
      partners: readonly string[];
      mode?: string;
      note?: string;
    }
  | {
      form: 'pilot';
      title: string;
      theme?: string;
      cities: readonly string[];
      partners: readonly string[];
      note?: string;
    }
  | { form: 'digest'; state: 'on' | 'off'; time: string; timezone: string; languages: string; days: string };

/** What a form comes to: an invocation to be handled like any other, or what is wrong with which field, in the person's language. */
export type Submission = { invocation: Invocation } | { errors: Readonly<Record<string, string>> };

/**
 * What Slack's own surfaces (Home tab, forms, selects) need of the bot beside its replies. Every answer comes from memory, at
 * once: Slack waits three seconds for a form and no longer.
 */
export interface Surfaces {
  language(visitor: Visitor): Locale;
  home(visitor: Visitor): Home;
  /** The forms that this person may use now. */
  forms(visitor: Visitor): readonly FormName[];
  options(locale: Locale): FormOptions;
  /** Up to a hundred things whose names fit what was typed, best first. */
  suggest(kind: SuggestionKind, typed: string, locale: Locale): readonly Option[];
  /** Checks a form as far as it can be checked without waiting. The role is checked again when the invocation runs. */
  submit(visitor: Visitor, conversation: ConversationId, filled: FilledForm): Submission;
}
