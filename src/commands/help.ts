import * as z from 'zod';
import { aboutBot } from '../bot/about-bot.js';
import { type Command, type Context, defineCommand } from '../bot/command.js';
import { includesRole } from '../bot/people.js';
import { text, toPerson, unknownCommand } from '../bot/replies.js';
import type { Block, ListItem, Reply } from '../bot/reply.js';
import { fillExample, type Samples, samplesOf } from '../bot/samples.js';
import type { Role } from '../bot/state.js';
import { tell } from '../programme/localized.js';
import { tellAboutBot } from './about-bot.js';

/** `help [command]`: what this person may do here, or how one command is written. */
export const help = defineCommand({
  name: 'help',
  role: 'delegate',
  mutates: false,
  schema: z.strictObject({ command: z.string().exactOptional(), short: z.literal(true).exactOptional() }),
  read: ({ text: typed }) => (typed === '' ? {} : { command: typed }),
  run(context, { command: word, short }) {
    if (short) return helpInShort(context);
    if (word === undefined) return helpOverview({ ...context, role: context.person.role });
    const command = context.commands.named(word);
    if (command !== undefined) return helpOf(context, command);
    const about = aboutBot(word, context.languages, context.programme);
    return about === undefined ? unknownCommand(context, word) : tellAboutBot(context, about);
  },
});

/** What help is shown with: the language, and the commands of a role. */
type HelpView = Pick<Context, 'language' | 'programme' | 'commands' | 'today'> & { role: Role };

/** What to ask and every command that the role may use, each with its example. */
export function helpOverview(context: HelpView): Reply {
  const { t, locale } = context.language;
  const samples = samplesOf(context);
  const sections: [Role, string][] = [
    ['delegate', t('bot:help.commands')],
    ['coordinator', t('bot:help.forCoordinators')],
    ['admin', t('bot:help.forAdmins')],
  ];
  const allowed = sections.filter(([role]) => includesRole(context.role, role));
  return toPerson(
    context,
    {
      kind: 'heading',
      text: t('bot:help.title', { programme: tell(context.programme.overview.shortName, locale).text }),
    },
    text(t('bot:help.intro', { example: t('bot:help.greetingExample') })),
    ...allowed.flatMap(([role, title]) => section(context, role, title, samples)),
    { kind: 'note', text: t('bot:help.more') },
  );
}

/** What to ask, for a greeting or an empty message, and the way to all commands. */
export function helpInShort(context: Pick<HelpView, 'language' | 'programme'>): Reply {
  const { t, locale } = context.language;
  const programme = tell(context.programme.overview.shortName, locale).text;
  const example = t('bot:help.greetingExample');
  return toPerson(context, text(t('bot:help.short', { programme, example })), {
    kind: 'choices',
    choices: [{ label: t('bot:help.allCommands'), invocation: { command: 'help', args: {} } }],
  });
}

function section(context: HelpView, role: Role, title: string, samples: Samples): Block[] {
  const items = context.commands
    .all()
    .filter((command) => command.role === role && context.commands.isListed(command))
    .map((command): ListItem => {
      const { summary, examples } = context.commands.words(command.name, context.language.locale);
      return { text: fillExample(examples[0] ?? '', samples), detail: summary };
    });
  return items.length === 0 ? [] : [text(title), { kind: 'list', numbered: false, items }];
}

/** How one command is written, and what it does. */
export function helpOf(context: Context, command: Command): Reply {
  const { t, locale } = context.language;
  const samples = samplesOf(context);
  const { words, usage, summary, details, examples } = context.commands.words(command.name, locale);
  const needed = {
    delegate: undefined,
    coordinator: t('bot:help.onlyCoordinators'),
    admin: t('bot:help.onlyAdmins'),
  }[command.role];
  return toPerson(
    context,
    { kind: 'heading', text: words[0] ?? command.name },
    text(needed === undefined ? summary : `${summary}${t('bot:sentenceGap')}${needed}`),
    { kind: 'facts', facts: [{ label: t('bot:help.usage'), value: usage }] },
    ...details.map((detail) => text(fillExample(detail, samples))),
    text(t('bot:help.examples')),
    {
      kind: 'list',
      numbered: false,
      items: examples.map((example) => ({ text: fillExample(example, samples) })),
    },
  );
}
