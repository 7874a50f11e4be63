/** WeChat bans accounts that befriend too quickly; more than this an hour waits for its turn. */
export const acceptedAnHour = 10;
const hour = 3_600_000;
const mostWaiting = 100;

export interface FriendRequest {
  contactId: string;
  /** What the person wrote with the request. */
  hello: string;
  accept(): Promise<void>;
}

export interface FriendRequestOptions {
  /** Requests that hold this word are accepted; without one none are. */
  keyword: string | undefined;
  /** The person is a friend now. */
  onAccepted(request: FriendRequest): void;
  onFailed(error: unknown): void;
}

/** Accepts friend requests that hold the keyword, so many an hour; each contact once. */
export class FriendRequests {
  readonly #options: FriendRequestOptions;
  #waiting: FriendRequest[] = [];
  #times: number[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: FriendRequestOptions) {
    this.#options = options;
  }

  receive(request: FriendRequest): void {
    const { keyword } = this.#options;
    if (keyword === undefined || !plain(request.hello).includes(plain(keyword))) return;
    this.#waiting = this.#waiting.filter(({ contactId }) => contactId !== request.contactId);
    if (this.#waiting.length < mostWaiting) this.#waiting.push(request);
    this.#advance();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  #advance(): void {
    clearTimeout(this.#timer);
    const now = Date.now();
    this.#times = this.#times.filter((time) => now - time < hour);
    while (this.#times.length < acceptedAnHour) {
      const request = this.#waiting.shift();
      if (request === undefined) return;
      this.#times.push(now);
      request.accept().then(() => this.#options.onAccepted(request), this.#options.onFailed);
    }
    const [oldest] = this.#times;
    if (oldest !== undefined) this.#timer = setTimeout(() => this.#advance(), oldest + hour - now).unref();
  }
}

/** Full-width forms and capitals are the same to people. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
