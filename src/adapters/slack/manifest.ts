import type { Feature } from './kit.js';

const unique = (values: readonly string[]) => [...new Set(values)].sort();

/** The bot scopes that the features need, and the look-up of a delivery whose outcome is unknown. */
export function scopesOf(features: readonly Feature[]): string[] {
  return unique(features.flatMap(({ scopes }) => scopes));
}
