import type { NewDelivery } from '../../src/bot/delivery.js';
import { ConversationId, PersonId } from '../../src/bot/identity.js';
import type { Row } from '../../src/bot/state.js';

/** Sound rows to put into a store under test. */
export const AT = '2021-03-12T08:00:00.000Z';
export const later = (ms: number) => new Date(Date.parse(AT) + ms);
/** A moment at which everything that is due at `AT` is due. */
export const NOW = later(60_000);

export const person = (id: string, name = id): Row<'people'> => ({
  id: PersonId.parse(id),
  identities: [PersonId.parse(id)],
  name,
  role: 'delegate',
});

export const announcement = (number: number, text = `news ${number}`): Row<'changes'> => ({
  kind: 'announce',
  id: String(number),
  at: AT,
  by: 'slack:T1:U1',
  byName: 'Anna',
  text: { en: text },
});

export const event = (id: string): Row<'events'> => ({ id, at: AT });

export const delivery = (key: string, more: Partial<NewDelivery> & { to?: string } = {}): NewDelivery => {
  const { to = 'slack:T1:C1', ...rest } = more;
  return {
    key,
    conversation: ConversationId.parse(to),
    lane: 'announcement',
    message: { kind: 'announcement', change: '1' },
    notBefore: AT,
    ...rest,
  };
};
