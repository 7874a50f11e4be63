import * as z from 'zod';
import { Change, RecordRef } from '../programme/change.js';
import { Locale } from '../programme/localized.js';
import { Id } from '../programme/schema.js';
import { ConversationId, PersonId } from './identity.js';
import { Invocation } from './invocation.js';

const Instant = z.iso.datetime();

export const Role = z.enum(['delegate', 'coordinator', 'admin']);
export type Role = z.infer<typeof Role>;

/**
 * A person as the bot knows them. `id` is the first identity they were known by; `identities` holds every platform
 * contact that was linked to them, `id` among them. Roles hang on the person, never on a display name.
 */
export const Person = z.strictObject({
  id: PersonId,
  identities: z.array(PersonId).min(1),
  name: z.string(),
  role: Role,
  /** A coordinator's cities; absent means all. */
  cities: z.array(Id).exactOptional(),
  locale: Locale.exactOptional(),
  timezone: z.string().exactOptional(),
});
export type Person = z.infer<typeof Person>;

/** A daily digest's hour by the conversation's own clock. */
export const Subscription = z.strictObject({
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  timezone: z.string(),
  languages: z.enum(['en', 'zh', 'both']),
  days: z.enum(['weekdays', 'every-day']),
  /** Send on this schedule even when there is nothing to say. */
  heartbeat: z.enum(['never', 'weekly']),
  /** Local time after which a missed digest is skipped rather than sent late. */
  until: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  since: Instant,
  state: z.enum(['on', 'resting']),
  restingReason: z.string().exactOptional(),
  by: PersonId,
});
export type Subscription = z.infer<typeof Subscription>;

/** A channel, room or direct chat and its settings. It exists in the state once it has a setting. */
export const Conversation = z.strictObject({
  id: ConversationId,
  title: z.string().exactOptional(),
  direct: z.boolean(),
  locale: Locale.exactOptional(),
  timezone: z.string().exactOptional(),
  /** Whoever takes the digest takes announcements as well. */
  digest: Subscription.exactOptional(),
});
export type Conversation = z.infer<typeof Conversation>;

/** What a coordinator asked for and has not confirmed yet. */
export const Proposal = z.strictObject({
  id: z.string(),
  person: PersonId,
  conversation: ConversationId,
  at: Instant,
  expires: Instant,
  locale: Locale,
  /** The changes to be made, with the values found when they were proposed. */
  changes: z.array(z.json()).min(1),
  /** The typed command, shown anew when somebody else changed the same field meanwhile. */
  invocation: Invocation,
});
export type Proposal = z.infer<typeof Proposal>;

/** A one-time code that joins a contact on one platform to a person known on another. Only a hash is kept. */
export const LinkCode = z.strictObject({
  id: z.string(),
  person: PersonId,
  expires: Instant,
});
export type LinkCode = z.infer<typeof LinkCode>;

/** Wrong codes that a contact has tried lately. */
export const LinkAttempts = z.strictObject({ id: z.string(), tries: z.int(), until: Instant });
export type LinkAttempts = z.infer<typeof LinkAttempts>;

/** An event that changed the state, kept so that its second delivery changes nothing. */
export const ProcessedEvent = z.strictObject({ id: z.string(), at: Instant });
export type ProcessedEvent = z.infer<typeof ProcessedEvent>;

/**
 * That what goes out once a day is settled for a local date, sent to the outbox or skipped with a reason: a conversation's
 * digest, or a person's request for translations.
 */
export const DigestRecord = z.strictObject({
  /** `digest:CONVERSATION:LOCAL-DATE` or `translation:PERSON:LOCAL-DATE` */
  id: z.string(),
  conversation: ConversationId,
  date: z.iso.date(),
  at: Instant,
  outcome: z.enum(['queued', 'nothing-to-say', 'skipped']),
  /** The last change it covers. */
  upTo: z.string(),
});
export type DigestRecord = z.infer<typeof DigestRecord>;

/** Whether a record is of a digest that went to the outbox, and of no request for translations. */
export function isQueuedDigest({ id, outcome }: DigestRecord): boolean {
  return outcome === 'queued' && id.startsWith('digest:');
}

/** One Slack workspace's or enterprise's installation, as the platform gave it. */
export const Installation = z.strictObject({ id: z.string(), data: z.json() });
export type Installation = z.infer<typeof Installation>;

/** A command that was refused for want of a role, kept for the record. */
export const Refusal = z.strictObject({
  id: z.string(),
  at: Instant,
  person: PersonId,
  command: z.string(),
  target: RecordRef.exactOptional(),
});
export type Refusal = z.infer<typeof Refusal>;

/** The collections of the state, each a set of rows by `id`. Every engine stores just these. */
export const collections = {
  changes: Change,
  proposals: Proposal,
  people: Person,
  conversations: Conversation,
  linkCodes: LinkCode,
  linkAttempts: LinkAttempts,
  events: ProcessedEvent,
  digests: DigestRecord,
  installations: Installation,
  refusals: Refusal,
} as const;
export type Collections = typeof collections;
export type CollectionName = keyof Collections;
export type Row<C extends CollectionName> = z.infer<Collections[C]>;
