/** Trouble that a test orders for coming calls. `lost`: the work is done and the connection dropped before the reply; `late`: it is done and the reply comes later. */
export type Trouble =
  | { kind: 'ratelimited'; retryAfter: number }
  | { kind: 'status'; status: number }
  | { kind: 'error'; error: string }
  | { kind: 'hang' }
  | { kind: 'hang-after' }
  | { kind: 'lost' }
  | { kind: 'dropped' }
  | { kind: 'slow'; ms: number }
  | { kind: 'late'; ms: number };

export interface Order {
  /** A method's name, or `response_url`. */
  method: string;
  trouble: Trouble;
  /** How many calls it hits; without it, all. */
  times?: number;
  /** Only calls whose arguments fit. */
  when?: (args: Record<string, unknown>) => boolean;
}

/** The orders that stand, taken in the sequence they were given. */
export class Faults {
  #orders: { order: Order; left: number }[] = [];

  add(order: Order): void {
    this.#orders.push({ order, left: order.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#orders = [];
  }

  /** The trouble this call meets, used up by one. */
  take(method: string, args: Record<string, unknown>): Trouble | undefined {
    const found = this.#orders.find(
      ({ order, left }) => left > 0 && order.method === method && (order.when?.(args) ?? true),
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.order.trouble;
  }
}
