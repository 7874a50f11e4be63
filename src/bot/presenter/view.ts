import type { Language } from '../../i18n/languages.js';
import type { Day } from '../../programme/partial-date.js';
import type { Programme } from '../../programme/programme.js';

/** What facts are put into words with. */
export interface View {
  programme: Programme;
  language: Language;
  /** IANA name, for the days of changes. */
  timezone: string;
  /** The day that "in 12 days" counts from. */
  today: Day;
  /** The day at whose end things stood as the programme has them, when that is not now. */
  pastDay?: Day | undefined;
  /** Where a long list goes on: how many of its records were shown before. */
  from?: number;
}
