import { MissionStatus, PilotStatus } from '../../programme/schema.js';
import { holdsHan } from '../../query/text/han.js';
import type { Context } from '../command.js';
import { includesRole } from '../people.js';
import { told } from '../presenter/words.js';
import { howToWrite, roleNeeded, text, toPerson } from '../replies.js';
import type { Block, Reply } from '../reply.js';
import { itemNamed, itemsMeant } from './find-item.js';
import { keyWord } from './keys.js';
import { type Item, titleOf } from './record.js';
import { bothLanguages, comparable, isWord, restBehind, wordOf } from './vocabulary.js';

const atEnd = /[\s\p{P}]+$/u;

/**
 * For words that want something changed but are no command ("set the wine institute to completed", 关闭日报): that nothing
 * was changed, and the command to send; `undefined` for words that want no change of a record or of the digest.
 */
export function wishedChange(context: Context, typed: string): Reply | undefined {
  const { languages } = context;
  const words = withoutOpening(context, typed);
  for (const action of ['on', 'off'] as const)
    if (isWord(languages, `changes:wish.digest.${action}`, words)) return digestWish(context, action);
  const gone = restBehind(languages, 'changes:wish.remove', words);
  const goneItem = gone === undefined ? undefined : itemOf(context, gone);
  if (goneItem !== undefined) return cancelWish(context, goneItem);
  return valueWish(context, words);
}

/** Whether words name the conversation's digest. */
export function namesDigest({ languages }: Pick<Context, 'languages'>, typed: string): boolean {
  return isWord(languages, 'changes:wish.digest.name', typed.replace(atEnd, ''));
}

/** That a digest is turned on or off by its own command. */
export function digestWish(context: Context, action: 'on' | 'off'): Reply {
  const command = wordOf(context.language, `changes:wish.digest.command.${action}`);
  return advice(context, 'digest', text(context.language.t(`changes:wish.${action}`, { command })));
}

function cancelWish(context: Context, item: Item): Reply {
  const { t } = context.language;
  if (item.kind === 'partner') return advice(context, 'cancel', text(t('changes:refused.noStatus')));
  const command = `${wordOfCommand(context, 'cancel')} ${item.record.id}`;
  return advice(
    context,
    'cancel',
    text(t('changes:wish.cancel', { title: told(titleOf(item), context), command })),
  );
}

/** "the wine institute to completed": a record, and perhaps its new status. */
function valueWish(context: Context, words: string): Reply | undefined {
  const { languages, language } = context;
  const wanted = restBehind(languages, 'changes:wish.set', words);
  const marks = bothLanguages(languages, 'changes:wish.to');
  for (const mark of marks) {
    if (!words.includes(mark) || (wanted === undefined && !holdsHan(mark))) continue;
    const [name, value, ...others] = (wanted ?? words).split(holdsHan(mark) ? mark : ` ${mark} `);
    if (name === undefined || value === undefined || others.length > 0) continue;
    const named = itemOf(context, name);
    const item = named ?? onlyOneMeant(context, name);
    const status = item && statusOf(context, item, value);
    if (item === undefined || (status === undefined && (wanted === undefined || named === undefined)))
      continue;
    if (status === undefined) return updateForm(context, item);
    const pair = `${keyWord(language, 'status')}=${status}`;
    const command = `${wordOfCommand(context, 'update')} ${item.record.id} ${pair}`;
    const title = told(titleOf(item), context);
    return advice(context, 'update', text(language.t('changes:wish.update', { title, command })));
  }
  const item = wanted === undefined ? undefined : itemOf(context, wanted);
  return item && updateForm(context, item);
}

function updateForm(context: Context, item: Item): Reply {
  const title = told(titleOf(item), context);
  return advice(
    context,
    'update',
    text(context.language.t('changes:wish.form', { title })),
    howToWrite(context, 'update'),
  );
}

function onlyOneMeant(context: Context, typed: string): Item | undefined {
  const [only, ...others] = itemsMeant(context, typed);
  return others.length === 0 ? only : undefined;
}

/** A status of a record by its word, as the asker's language has it. */
function statusOf({ languages, language }: Context, item: Item, typed: string): string | undefined {
  const words = typed.replace(atEnd, '');
  if (item.kind === 'partner') return undefined;
  const keys =
    item.kind === 'pilot'
      ? PilotStatus.options.map((status) => ({ status, key: `answers:status.${status}` as const }))
      : MissionStatus.options.map((status) => ({ status, key: `answers:mission-status.${status}` as const }));
  const found = keys.find(({ status, key }) => status === comparable(words) || isWord(languages, key, words));
  return found && (language.locale === 'en' ? found.status : wordOf(language, found.key));
}

/** Who may not give the command is told so, and whom to ask. */
function advice(context: Context, command: string, ...blocks: Block[]): Reply {
  const unchanged = text(context.language.t('bot:usage.nothingChanged'));
  const needed = context.commands.get(command);
  if (needed === undefined || includesRole(context.person.role, needed.role))
    return toPerson(context, unchanged, ...blocks);
  return toPerson(context, ...roleNeeded(context, needed).blocks, unchanged);
}

function wordOfCommand({ commands, language }: Context, command: string): string {
  return commands.words(command, language.locale).words[0] ?? command;
}

/** The record that words name, be it as "the status of the wine institute". */
function itemOf(context: Context, typed: string): Item | undefined {
  const words = typed.replace(atEnd, '').trim();
  const item = itemNamed(context, words);
  if (item !== undefined) return item;
  const name = restBehind(context.languages, 'changes:wish.before', words) ?? words;
  const after = bothLanguages(context.languages, 'changes:wish.after').find((word) => name.endsWith(word));
  const bare = name.slice(0, name.length - (after?.length ?? 0)).trim();
  return bare === words ? undefined : itemOf(context, bare);
}

/** The words behind "please", "can you", 帮我. */
function withoutOpening(context: Context, typed: string): string {
  const bare = typed.normalize('NFKC').trim().replace(atEnd, '');
  const rest = restBehind(context.languages, 'changes:wish.opening', bare);
  return rest === undefined ? bare : withoutOpening(context, rest);
}
