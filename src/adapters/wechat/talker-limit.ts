import { LRUCache } from 'lru-cache';

/** More than a person types in a minute; two bots answering each other pass it at once. */
const answersAMinute = 20;
const minute = 60_000;

/** How many messages of one talker are answered in a minute, so that two bots do not talk to each other for ever. */
export class TalkerLimit {
  readonly #times: LRUCache<string, number[]>;
  readonly #most: number;

  constructor(most = answersAMinute) {
    this.#most = most;
    this.#times = new LRUCache({ max: 5000 });
  }

  /** Counts a message at `now` (milliseconds). `'last'` for the first one too many: the talker may be told once. */
  admit(talker: string, now: number): 'yes' | 'last' | 'no' {
    const recent = (this.#times.get(talker) ?? []).filter((time) => now - time < minute);
    if (recent.length > this.#most) return 'no';
    this.#times.set(talker, [...recent, now]);
    return recent.length < this.#most ? 'yes' : 'last';
  }
}
