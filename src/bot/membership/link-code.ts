import { createHash, randomInt } from 'node:crypto';

// No 0/O, 1/I/L: a code is read off one screen and typed on another.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;
const form = new RegExp(`^[${letters}]{${LENGTH}}$`);

/** A new one-time code: 8 of 31 letters and digits, so that five guesses find nothing. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => letters[randomInt(letters.length)]).join('');
}

/** A typed code without spaces, hyphens and full-width forms; `undefined` for anything that can be no code. */
export function readCode(typed: string): string | undefined {
  const code = typed.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
  return form.test(code) ? code : undefined;
}

/** All that the state keeps of a code. */
export function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
