import * as z from 'zod';
import { renderPlain } from '../adapters/console/render.js';
import { dayIn } from '../bot/clock.js';
import { ConversationId, PersonId } from '../bot/identity.js';
import { addDays } from '../digest/calendar.js';
import { createDigestWriter, type Subscribed } from '../digest/digest-writer.js';
import type { Change } from '../programme/change.js';
import type { Day } from '../programme/partial-date.js';
import { emptyReader } from '../store/empty-reader.js';
import { Day as DayOption } from './ask-options.js';
import { type CommandLine, CommandLineError, exitCode, readArgs } from './command-line.js';
import { requireConfig, requireCurrentProgramme } from './require.js';

const options = { lang: { type: 'string' }, date: { type: 'string' } } as const;
const Languages = z.enum(['en', 'zh', 'both']);

/**
 * `digest [--lang en|zh|both] [--date YYYY-MM-DD]`: what the console's conversation would get that morning: the changes since the
 * day before and, where its person is a coordinator, what waits for translation.
 */
export async function digest(commandLine: CommandLine): Promise<void> {
  const { env, language, languages } = commandLine;
  const { values } = readArgs(commandLine, 'cli:usages.digest', options, { least: 0, most: 0 });
  const config = requireConfig(env, language);
  const { timezone, locale } = config.defaults;
  const chosen = Languages.safeParse(values.lang ?? locale);
  if (!chosen.success) throw new CommandLineError(language.t('cli:badDigestLang'), exitCode.usage);
  const date = DayOption.safeParse(values.date ?? dayIn(new Date(), timezone));
  if (!date.success) throw new CommandLineError(language.t('cli:badDate'), exitCode.usage);

  const { programme, reader } = await requireCurrentProgramme(config, language);
  const view = () => reader ?? emptyReader;
  const writer = createDigestWriter({
    view,
    programme: () => programme,
    languages,
    defaultLocale: locale,
    admins: config.admins,
  });
  const changes = view().all('changes');
  const until = (day: Day) => lastChangeBefore(changes, day);
  const coverage = {
    date: date.data,
    after: until(addDays(date.data, -1)),
    upTo: until(addDays(date.data, 1)),
    ends: endsOfDays(changes),
  };
  const reply = writer.reply(consoleChat(chosen.data, timezone), coverage);
  process.stdout.write(`${renderPlain(reply, { colour: false, language: languages[reply.locale] })}\n`);
}

/** The number of the last change before a day (UTC); 0 when there is none. */
function lastChangeBefore(changes: readonly Change[], day: Day): string {
  return changes.findLast(({ at }) => at.slice(0, 10) < day)?.id ?? '0';
}

/** The number of each day's (UTC) last change. */
function endsOfDays(changes: readonly Change[]): string[] {
  return changes
    .filter(({ at }, index) => changes[index + 1]?.at.slice(0, 10) !== at.slice(0, 10))
    .map(({ id }) => id);
}

/** The console's conversation, with the usual settings. */
function consoleChat(languages: z.infer<typeof Languages>, timezone: string): Subscribed {
  return {
    id: ConversationId.parse('console:local:chat'),
    direct: true,
    digest: {
      time: '09:00',
      timezone,
      languages,
      days: 'every-day',
      heartbeat: 'never',
      until: '20:00',
      since: new Date(0).toISOString(),
      state: 'on',
      by: PersonId.parse('console:local:me'),
    },
  };
}
