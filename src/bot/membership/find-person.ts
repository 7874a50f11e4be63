import { quotable } from '../changes/clean-text.js';
import { refusal } from '../changes/refusal.js';
import { comparable } from '../changes/vocabulary.js';
import type { Context } from '../command.js';
import { PersonId, partsOf } from '../identity.js';
import type { Invocation } from '../invocation.js';
import { findPerson, nameless, newcomer } from '../people.js';
import type { Person } from '../state.js';
import type { Reader } from '../store.js';
import { personLine } from './person-line.js';
import { hasRole } from './roles.js';

// Slack's form of a mention in a message: <@U012AB3CD> or <@U012AB3CD|name> (docs: Formatting text, mentioning users).
const mention = /^<@(?<id>[A-Z0-9]+)(?:\|(?<name>[^>]*))?>$/iu;

/**
 * The person that is meant by an id, a Slack mention, or a name on the list of people. An id need not be known.
 * @throws Refused when it is none of them. Anybody can choose any name: for whoever else has it, the reply shows their ids,
 * each of which opens what `retry` makes of it
 */
export function readPerson(
  context: Context,
  reader: Reader,
  typed: string,
  retry: (id: PersonId) => Invocation,
): Person {
  const words = typed.trim();
  const mentioned = mention.exec(words)?.groups;
  if (mentioned !== undefined) {
    const { platform, workspace } = partsOf(context.inbound.person);
    const id = PersonId.safeParse(`${platform}:${workspace}:${mentioned.id}`);
    if (id.success)
      return findPerson(reader, id.data) ?? newcomer(id.data, mentioned.name || nameless(id.data));
  }
  const id = PersonId.safeParse(words);
  if (id.success && !mayBePerson(id.data)) {
    throw refusal(context, context.language.t('changes:people.notAPerson', { id: quotable(words) }));
  }
  if (id.success) return findPerson(reader, id.data) ?? newcomer(id.data, nameless(id.data));
  return personNamed(context, reader, words, retry);
}

/** Whether an id can be a person's: Slack's people are U… or W… (docs: types, user), WeChat's rooms are …@chatroom. */
function mayBePerson(contact: PersonId): boolean {
  const { platform, id } = partsOf(contact);
  if (platform === 'slack') return /^[UW]/iu.test(id);
  return platform !== 'wechat' || !id.endsWith('@chatroom');
}

/** Whether words are neither an id nor a mention, nor the name of anybody known. */
export function isNobody(reader: Reader, typed: string): boolean {
  const words = typed.trim();
  return (
    !mention.test(words) && !PersonId.safeParse(words).success && peopleNamed(reader, words).length === 0
  );
}

function peopleNamed(reader: Reader, typed: string): Person[] {
  const wanted = comparable(typed.replace(/^[@＠]/u, ''));
  return reader.all('people').filter(({ name }) => comparable(name) === wanted);
}

function personNamed(
  context: Context,
  reader: Reader,
  typed: string,
  retry: (id: PersonId) => Invocation,
): Person {
  const { t } = context.language;
  const word = quotable(typed);
  const found = peopleNamed(reader, typed);
  const [only] = found;
  if (only === undefined) throw refusal(context, t('changes:people.unknown', { word }));
  if (found.length === 1 && hasRole(only, context.admins)) return only;
  throw refusal(
    context,
    t('changes:people.shownName', { word }),
    { kind: 'list', numbered: false, items: found.map((person) => personLine(context, person)) },
    { kind: 'choices', choices: found.map(({ id }) => ({ label: id, invocation: retry(id) })) },
  );
}
