import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Admission, Limiter } from '../bot/limiter.js';

/** Messages in a window of this many seconds. A person who types or presses as fast as they can stays far below. */
const WINDOW_SECONDS = 10;
const PER_PERSON = 60;
const PER_CONVERSATION = 300;

/** Counts messages by person and by conversation, in this process's memory. */
export function createRateLimiter(): Limiter {
  const people = new RateLimiterMemory({ points: PER_PERSON, duration: WINDOW_SECONDS });
  const conversations = new RateLimiterMemory({ points: PER_CONVERSATION, duration: WINDOW_SECONDS });
  return {
    async admit({ person, conversation }) {
      const byPerson = await consume(people, person, PER_PERSON);
      return byPerson === 'admitted' ? consume(conversations, conversation, PER_CONVERSATION) : byPerson;
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string, points: number): Promise<Admission> {
  try {
    await limiter.consume(key);
    return 'admitted';
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return refusal.consumedPoints === points + 1 ? 'notice' : 'ignored';
  }
}
