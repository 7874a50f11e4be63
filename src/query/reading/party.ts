import type { PartyRole, Term } from '../query.js';
import type { Token } from '../text/tokens.js';

/** A city, country or group that a text names, and what it does there. */
export interface Party {
  at: number;
  kind: 'city' | 'country' | 'group';
  id: string;
  role: PartyRole;
  negated: boolean;
  /** Denied by its verb ("did not go to …") and not by itself ("without …"). */
  byVerb: boolean;
  /** Parties that are said in one breath ("Oslo, Porto or Turin") share a number. */
  list: number;
}

export function partyTerm(party: Party, role: PartyRole = party.role): Term {
  return party.kind === 'country'
    ? { kind: 'country', code: party.id, role }
    : { kind: party.kind, id: party.id, role };
}

/** A city, country or group in a token that names no organisation, pilot or mission with the same words. */
export function partyOf(token: Token): { kind: Party['kind']; id: string } | undefined {
  for (const { kind, id } of token.names)
    if (kind === 'city' || kind === 'country' || kind === 'group') return { kind, id };
  return undefined;
}
