import type { Inbound } from './inbound.js';

/** Whether an inbound may be answered: `notice`, the first beyond the limit, is told so; the others are passed over. */
export type Admission = 'admitted' | 'notice' | 'ignored';

/** Keeps one person or one conversation from taking the whole bot. */
export interface Limiter {
  admit(inbound: Inbound): Promise<Admission>;
}

/** Admits everything: the console has one person, who may paste a thousand lines. */
export const noLimit: Limiter = { admit: async () => 'admitted' };
