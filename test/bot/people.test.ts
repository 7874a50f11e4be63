import { beforeEach, describe, expect, test } from 'vitest';
import { PersonId } from '../../src/bot/identity.js';
import { findPerson, maySpeakFor, rememberName, whoIs } from '../../src/bot/people.js';
import type { Person } from '../../src/bot/state.js';
import { OverlayTx } from '../../src/store/overlay-tx.js';
import { emptyTables } from '../../src/store/tables.js';

const contact = (id: string) => PersonId.parse(id);
const [slack, wechat] = [contact('slack:T1:UANNA'), contact('wechat:default:anna')];
const nobody: ReadonlySet<string> = new Set();

let tx: OverlayTx;
beforeEach(() => {
  tx = new OverlayTx(emptyTables, 0);
});
const known = (more: Partial<Person> = {}): Person => {
  const person: Person = { id: slack, identities: [slack], name: 'Anna', role: 'coordinator', ...more };
  tx.put('people', person);
  return person;
};

describe('who somebody is', () => {
  test('a stranger is a delegate, whatever the platform calls them', () => {
    expect(whoIs(tx, slack, 'Admin', nobody)).toEqual({
      id: slack,
      identities: [slack],
      name: 'Admin',
      role: 'delegate',
    });
  });

  test('a contact that was linked is the person with their role, by the name that is known', () => {
    const anna = known({ identities: [slack, wechat] });
    expect(whoIs(tx, wechat, '安娜', nobody)).toEqual(anna);
    expect(findPerson(tx, wechat)).toEqual(anna);
  });

  test('the name of a person is no contact of theirs', () => {
    known();
    expect(whoIs(tx, contact('slack:T2:UEVE'), 'Anna', nobody)).toMatchObject({ role: 'delegate' });
    expect(whoIs(tx, contact('slack:T2:UANNA'), 'Anna', nobody)).toMatchObject({ role: 'delegate' });
  });

  test('whoever has a contact that the configuration names is an admin with each of their contacts', () => {
    known({ identities: [slack, wechat] });
    expect(whoIs(tx, slack, 'Anna', new Set([wechat]))).toMatchObject({ role: 'admin' });
    expect(whoIs(tx, slack, 'Anna', new Set(['slack:T1:UBO']))).toMatchObject({ role: 'coordinator' });
  });

  test.each([
    ['that turns the text around', 'Anna\u202e', 'Anna'],
    ['of several lines', 'Anna\nAdmin', 'Anna Admin'],
    ['without a visible character', ' \u200b\u3164 ', 'UANNA'],
    ['of nothing at all', '', 'UANNA'],
  ])('a shown name %s is made one that can be read', (_, shown, name) => {
    expect(whoIs(tx, slack, shown, nobody).name).toBe(name);
  });
});

describe('a name', () => {
  test('is kept of somebody whom an id alone was known of', () => {
    known({ name: 'UANNA' });
    const anna = whoIs(tx, slack, 'Anna', nobody);
    expect(anna.name).toBe('Anna');
    rememberName(tx, anna, nobody);
    expect(tx.get('people', slack)).toMatchObject({ name: 'Anna', role: 'coordinator' });
  });

  test('that is known already is not replaced by a later one', () => {
    known();
    rememberName(tx, whoIs(tx, slack, 'Anne', nobody), nobody);
    expect(tx.get('people', slack)).toMatchObject({ name: 'Anna' });
  });

  test('is not kept of a delegate whom nobody has named', () => {
    rememberName(tx, whoIs(tx, slack, 'Anna', nobody), nobody);
    expect(tx.all('people')).toEqual([]);
  });

  test('of an admin by configuration is kept without the role, which goes with the configuration', () => {
    const admins = new Set([slack]);
    rememberName(tx, whoIs(tx, slack, 'Anna', admins), admins);
    expect(tx.get('people', slack)).toMatchObject({ name: 'Anna', role: 'delegate' });
    expect(whoIs(tx, slack, 'Anna', nobody).role).toBe('delegate');
  });
});

describe('what concerns some cities', () => {
  const person = (role: Person['role'], cities?: string[]): Person => ({
    id: slack,
    identities: [slack],
    name: 'Anna',
    role,
    ...(cities === undefined ? {} : { cities }),
  });

  test.each([
    ['a delegate, never', person('delegate', ['north']), ['north'], false],
    ['a coordinator of all cities', person('coordinator'), ['north'], true],
    ['a coordinator of one of them', person('coordinator', ['north', 'east']), ['south', 'east'], true],
    ['a coordinator of others, not', person('coordinator', ['north']), ['south'], false],
    ['a coordinator of some, not what concerns none', person('coordinator', ['north']), [], false],
    ['an admin, whatever cities they had', person('admin', ['north']), ['south'], true],
  ] as const)('may be changed by %s', (_, who, cities, may) => {
    expect(maySpeakFor(who, cities)).toBe(may);
  });
});
