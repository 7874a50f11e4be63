/** A message that Wechaty could not load by then is not going to come. */
const longestLoad = 3000;

interface Ticket<T> {
  id: string;
  loaded?: T;
  expiry: NodeJS.Timeout;
}

/**
 * Hands messages on in the order in which they arrived. Wechaty loads several at a time and passes each on when it is
 * loaded, so that the second of two quick messages may come first.
 */
export class ArrivalOrder<T> {
  readonly #next: (message: T) => void;
  #tickets: Ticket<T>[] = [];

  constructor(next: (message: T) => void) {
    this.#next = next;
  }

  /** A message arrived and is being loaded. */
  arrived(id: string): void {
    const ticket: Ticket<T> = { id, expiry: setTimeout(() => this.#drop(ticket), longestLoad).unref() };
    this.#tickets.push(ticket);
  }

  /** It is loaded. */
  loaded(id: string, message: T): void {
    const ticket = this.#tickets.find((other) => other.id === id && other.loaded === undefined);
    if (ticket === undefined) this.#next(message);
    else ticket.loaded = message;
    this.#advance();
  }

  #drop(ticket: Ticket<T>): void {
    this.#tickets = this.#tickets.filter((other) => other !== ticket);
    this.#advance();
  }

  #advance(): void {
    for (let [first] = this.#tickets; first?.loaded !== undefined; [first] = this.#tickets) {
      this.#tickets.shift();
      clearTimeout(first.expiry);
      this.#next(first.loaded);
    }
  }
}
