import type { Command, Context } from './command.js';
import type { Courtesy } from './courtesy.js';
import { adminNames } from './membership/holders.js';
import { noAdminYet } from './no-admin.js';
import { includesRole } from './people.js';
import type { View } from './presenter/view.js';
import { told } from './presenter/words.js';
import type { Block, Choice, Reply } from './reply.js';
import { fillExample, samplesOf } from './samples.js';

/** A reply for the asker's eyes only: about their own doing, not about the programme. */
export function toPerson(context: Pick<Context, 'language'>, ...blocks: Block[]): Reply {
  return { locale: context.language.locale, blocks, audience: 'person' };
}

/** A reply that everyone in the conversation may see. */
export function toConversation(context: Pick<Context, 'language'>, ...blocks: Block[]): Reply {
  return { locale: context.language.locale, blocks, audience: 'conversation' };
}

export function text(words: string): Block {
  return { kind: 'text', text: words };
}

/** A button or number that opens the help of everything. */
export function helpChoice(context: Pick<Context, 'language'>): Choice {
  return { label: context.language.t('bot:help.choice'), invocation: { command: 'help', args: {} } };
}

/** For a number that is not in the open list; without a range, no list is open. */
export function noSuchNumber(context: Context, range: { first: number; last: number } | undefined): Reply {
  const { t } = context.language;
  if (range === undefined) return toPerson(context, text(t('bot:number.none')));
  const hasOne = range.first === range.last;
  return toPerson(context, text(t(hasOne ? 'bot:number.only' : 'bot:number.outOfRange', range)));
}

/** For words that ask nothing; a complaint is told whom to write to. */
export function courtesy(view: View, kind: Courtesy): Reply {
  const { name, email } = view.programme.overview.contact;
  return toPerson(view, text(view.language.t(`bot:courtesy.${kind}`, { name: told(name, view), email })));
}

/** Names the commands that were probably meant. */
export function unknownCommand(context: Context, word: string): Reply {
  const { t, locale, formats } = context.language;
  const allowed = (command: Command) => includesRole(context.person.role, command.role);
  const near = context.commands.near(word, locale, allowed);
  const hint =
    near.length > 0 ? t('bot:unknown.near', { words: formats.either(near) }) : t('bot:unknown.none');
  return toPerson(context, text(t('bot:unknown.command', { word, hint })), {
    kind: 'choices',
    choices: [helpChoice(context)],
  });
}

/** For a button of an older version, whose command is no more. */
export function outdatedChoice(context: Context): Reply {
  return toPerson(context, text(context.language.t('bot:outdated')));
}

/** Says which role is needed and who can give it. */
export function roleNeeded(context: Context, command: Command): Reply {
  const { t, formats } = context.language;
  const admins = adminNames(context);
  const needed = command.role === 'admin' ? t('bot:role.adminNeeded') : t('bot:role.coordinatorNeeded');
  const names = formats.list(admins);
  const ask =
    command.role === 'admin' ? t('bot:role.askAdmins', { names }) : t('bot:role.askForRole', { names });
  const way = admins.length === 0 ? noAdminYet(context) : ask;
  return toPerson(context, text(`${needed}${t('bot:sentenceGap')}${way}`));
}

/** For half a command or wrong arguments: how it is written, with an example. Nothing was changed. */
export function usageOf(context: Context, command: Command): Reply {
  const { t } = context.language;
  return toPerson(
    context,
    text(t('bot:usage.incomplete')),
    howToWrite(context, command.name),
    ...(command.mutates ? [{ kind: 'note' as const, text: t('bot:usage.nothingChanged') }] : []),
  );
}

/** A command's form, with an example of this very programme. */
export function howToWrite(context: Context, command: string): Block {
  const { t, locale } = context.language;
  const { usage, examples } = context.commands.words(command, locale);
  const example = fillExample(examples[0] ?? usage, samplesOf(context));
  return {
    kind: 'facts',
    facts: [
      { label: t('bot:usage.form'), value: usage },
      { label: t('bot:usage.example'), value: example },
    ],
  };
}

/** For the first message beyond the rate limit; those after it get nothing. */
export function tooMany(context: Context): Reply {
  return toPerson(context, text(context.language.t('bot:tooMany')));
}

export function alreadyDone(context: Context): Reply {
  return toPerson(context, text(context.language.t('bot:alreadyDone')));
}

export function storeUnavailable(context: Pick<Context, 'language'>): Reply {
  return toPerson(context, text(context.language.t('bot:storeUnavailable')));
}

/** `reference` is what the log has the rest under. */
export function somethingBroke(context: Pick<Context, 'language'>, reference: string): Reply {
  return toPerson(context, text(context.language.t('bot:broke', { reference })));
}
