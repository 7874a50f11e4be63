import * as z from 'zod';
import type { FaultKey } from './fault.js';

/** The two languages of the programme: English and simplified Chinese. */
export const Locale = z.enum(['en', 'zh']);
export type Locale = z.infer<typeof Locale>;

const Text = z.string().trim().min(1).max(4000);

/** A text in the languages it was written in; at least one. The bot never translates one into the other. */
export const Localized = z
  .strictObject({ en: Text.exactOptional(), zh: Text.exactOptional() })
  .refine((value) => value.en !== undefined || value.zh !== undefined, 'no-language' satisfies FaultKey);
export type Localized = z.infer<typeof Localized>;

/** Other words by which people call a thing, by language, to be understood and never shown. */
export const Aliases = z.strictObject({ en: z.array(Text).default([]), zh: z.array(Text).default([]) });
export type Aliases = z.infer<typeof Aliases>;

/** A text together with the language it is really in, which may not be the one that was asked for. */
export interface Told {
  text: string;
  locale: Locale;
}

/** The text in `locale`, or in the other language when it has not been written in this one. */
export function tell(value: Localized, locale: Locale): Told {
  const own = value[locale];
  if (own !== undefined) return { text: own, locale };
  const other: Locale = locale === 'en' ? 'zh' : 'en';
  // The schema guarantees one of the two.
  return { text: value[other] as string, locale: other };
}
