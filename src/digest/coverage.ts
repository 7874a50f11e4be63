import type { Delivery } from '../bot/delivery.js';
import type { ConversationId } from '../bot/identity.js';
import type { DigestRecord, Subscription } from '../bot/state.js';
import type { Reader, Store } from '../bot/store.js';
import type { Day } from '../programme/partial-date.js';
import { addDays } from './calendar.js';

/** What a conversation's digest of a local date is known by, in the state and in the outbox. */
export function digestKey(conversation: ConversationId, date: Day): string {
  return `digest:${conversation}:${date}`;
}

/** Days back in which a last digest is looked for by its date; an older one is looked for among all. */
const NEAR_DAYS = 7;

/** What earlier digests covered, as of one committed state. */
export class Covered {
  readonly #begins = new Map<string, string>();
  #last: ReadonlyMap<ConversationId, DigestRecord> | undefined;

  /** @param unsent digests that are in the outbox and not sent, by their keys */
  constructor(
    private readonly reader: Reader,
    private readonly unsent: ReadonlyMap<string, Delivery>,
  ) {}

  isSettled(conversation: ConversationId, date: Day): boolean {
    return this.reader.get('digests', digestKey(conversation, date)) !== undefined;
  }

  /**
   * The last change that a digest before `date` covered. When the latest one never went out, what it was to cover is
   * still to be told; without any, the changes before the subscription are not news.
   */
  before(conversation: ConversationId, { since }: Pick<Subscription, 'since'>, date: Day): string {
    const last = this.#lastBefore(conversation, date);
    if (last === undefined) return this.#lastChangeBefore(since);
    const message = this.unsent.get(last.id)?.message;
    return message?.kind === 'digest' ? message.after : last.upTo;
  }

  /** Whether none of a date before this one was ever settled: what the next one covers begins with the subscription. */
  isFirst(conversation: ConversationId, date: Day): boolean {
    return this.#lastBefore(conversation, date) === undefined;
  }

  /** Whether a digest went out on one of the days before `date`. */
  wasSentWithin(conversation: ConversationId, days: number, date: Day): boolean {
    return Array.from({ length: days }, (_, index) => addDays(date, -index - 1)).some(
      (day) => this.reader.get('digests', digestKey(conversation, day))?.outcome === 'queued',
    );
  }

  #lastBefore(conversation: ConversationId, date: Day): DigestRecord | undefined {
    for (let back = 1; back <= NEAR_DAYS; back += 1) {
      const record = this.reader.get('digests', digestKey(conversation, addDays(date, -back)));
      if (record !== undefined) return record;
    }
    this.#last ??= new Map(
      this.reader
        .all('digests')
        .filter(({ id, conversation, date }) => id === digestKey(conversation, date))
        .map((record) => [record.conversation, record]),
    );
    const last = this.#last.get(conversation);
    return last === undefined || last.date >= date ? undefined : last;
  }

  /** Kept by the moment that is asked for: a programme's changes may be many. */
  #lastChangeBefore(since: string): string {
    const known = this.#begins.get(since);
    if (known !== undefined) return known;
    const last = this.reader.all('changes').findLast(({ at }) => at <= since)?.id ?? '0';
    this.#begins.set(since, last);
    return last;
  }
}

/**
 * The last changes that a conversation's digests covered on the days before `date`, oldest first: those since `from`, and of the
 * days before it enough that one of them is there.
 */
export function endsOfDigests(reader: Reader, conversation: ConversationId, from: Day, date: Day): string[] {
  const ends: string[] = [];
  for (let day = addDays(from, -NEAR_DAYS); day < date; day = addDays(day, 1)) {
    const record = reader.get('digests', digestKey(conversation, day));
    if (record !== undefined) ends.push(record.upTo);
  }
  return ends;
}

/** Digests that are in the outbox and not sent, by their keys. */
export async function unsentDigests(store: Store): Promise<ReadonlyMap<string, Delivery>> {
  const digests = (await store.deliveries('digest')).filter(({ message }) => message.kind === 'digest');
  return new Map(digests.map((delivery) => [delivery.key, delivery]));
}
