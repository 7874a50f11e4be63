import { existsSync } from 'node:fs';
import { wordsOf } from '../bot/error-words.js';
import { type Config, readConfig } from '../config.js';
import type { Language } from '../i18n/languages.js';
import { readDataset } from '../programme/dataset-file.js';
import { shippedDataset } from '../shipped-dataset.js';
import { statePlace } from '../state-place.js';
import type { Committed } from '../store/committed.js';
import { inspectState, type StateFacts } from '../store/embedded/inspect-state.js';
import type { StatePlace } from '../store/open-store.js';
import { type CommandLine, CommandLineError, readArgs } from './command-line.js';
import { describeConfigFault } from './config-faults.js';
import { describeFaults } from './dataset-faults.js';
import { errorSentence } from './error-sentence.js';
import { findRunningBot } from './running-bot.js';
import { examineChanges } from './stored-changes.js';

/** One line of the doctor's report. `bad`: configured, and it can't work as it is; `warn`: it may work, but hardly will. */
interface Finding {
  part: string;
  state: 'ok' | 'off' | 'warn' | 'bad';
  sentence: string;
}

/** `doctor`: what is configured, what is missing and how to mend it; exit 1 when something configured can't work. */
export async function doctor(commandLine: CommandLine): Promise<void> {
  const { env, language } = commandLine;
  readArgs(commandLine, 'cli:usages.doctor', {}, { least: 0, most: 0 });
  const read = readConfig(env);
  const findings =
    'faults' in read
      ? [
          ...read.faults.map(
            (fault): Finding => ({
              part: language.t('cli:doctor.configuration'),
              state: 'bad',
              sentence: describeConfigFault(fault, language),
            }),
          ),
          examineDataset(read, language),
        ]
      : await examine(read.config, env, language);
  for (const { part, state, sentence } of findings) {
    const line = { state: language.t(`cli:doctor.${state}`), part, sentence };
    process.stdout.write(`${language.t('cli:doctor.line', line)}\n`);
  }
  if (findings.some(({ state }) => state === 'bad'))
    throw new CommandLineError(language.t('cli:doctor.verdict'));
}

async function examine(config: Config, env: NodeJS.ProcessEnv, language: Language): Promise<Finding[]> {
  const { t } = language;
  const store = await examineStore(config, language);
  return [
    { part: t('cli:doctor.configuration'), state: 'ok', sentence: t('cli:doctor.configurationOk') },
    examineDataset(config, language),
    store.finding,
    examineAdmins(config, store.state, language),
    await examineSlack(config, language),
    await examineWechat(config, env, language),
    await examineRunningBot(config, language),
  ];
}

function examineDataset(config: Pick<Config, 'dataset'>, language: Language): Finding {
  const file = config.dataset ?? shippedDataset;
  const part = language.t('cli:doctor.dataset');
  const parsed = readDataset(file);
  if ('faults' in parsed)
    return { part, state: 'bad', sentence: describeFaults(file, parsed.faults, language) };
  const { cities, organisations, missions, pilots } = parsed.dataset;
  const counts = {
    cities: cities.length,
    organisations: organisations.length,
    missions: missions.length,
    pilots: pilots.length,
  };
  return { part, state: 'ok', sentence: language.t('cli:dataset.counts', counts) };
}

/** What is to be said of the store, and the state in it where it could be read. */
interface StoreReport {
  finding: Finding;
  state: Committed | undefined;
}

async function examineStore(config: Config, language: Language): Promise<StoreReport> {
  const { t } = language;
  const place = statePlace(config);
  const part = t('cli:doctor.store');
  const { committed: state, problems } =
    place.kind === 'postgres' ? await examineDatabase(place.url) : await inspectState(place.folder);
  if (problems.length > 0) {
    const sentence = problems.map((problem) => errorSentence(problem, language)).join(' ');
    return { finding: { part, state: 'bad', sentence }, state };
  }
  const trouble = state && examineChanges(config.dataset ?? shippedDataset, place, state.dump(), language);
  if (trouble !== undefined) return { finding: { part, state: 'bad', sentence: trouble.sentence }, state };
  return { finding: { part, state: 'ok', sentence: held(place, state, language) }, state };
}

async function examineDatabase(url: string): Promise<Pick<StateFacts, 'committed' | 'problems'>> {
  const { inspectDatabase } = await import('../store/postgres/inspect-database.js');
  return inspectDatabase(url).then(
    (committed) => ({ committed, problems: [] }),
    (error: Error) => ({ committed: undefined, problems: [error] }),
  );
}

function held(place: StatePlace, state: Committed | undefined, { t }: Language): string {
  const isDatabase = place.kind === 'postgres';
  if (state !== undefined) {
    const count = state.reader.all('changes').length;
    return t('cli:doctor.storeOk', { place: isDatabase ? 'PostgreSQL' : place.folder, count });
  }
  if (isDatabase) return t('cli:doctor.databaseNew');
  // A bot that runs here has made the folder, and its file comes with the first thing to keep.
  return t(existsSync(place.folder) ? 'cli:doctor.storeEmpty' : 'cli:doctor.storeNew', {
    place: place.folder,
  });
}

/** Whether somebody can name coordinators. A state that can't be read is the store's own finding. */
function examineAdmins(config: Config, state: Committed | undefined, { t }: Language): Finding {
  const named = (state?.reader.all('people') ?? []).filter(({ role }) => role === 'admin');
  const count = new Set([...named.map(({ id }) => id), ...config.admins]).size;
  const part = t('cli:doctor.admins');
  return count === 0
    ? { part, state: 'off', sentence: t('cli:doctor.adminsNone') }
    : { part, state: 'ok', sentence: t('cli:doctor.adminsSome', { count }) };
}

async function examineSlack({ slack }: Config, { t }: Language): Promise<Finding> {
  const part = t('cli:doctor.slack');
  if (slack === undefined) return { part, state: 'off', sentence: t('cli:doctor.slackOff') };
  const { mode } = slack;
  // Workspaces that install the app by themselves bring their own tokens.
  if (slack.mode === 'oauth') return { part, state: 'ok', sentence: t('cli:doctor.slackOn', { mode }) };
  try {
    const { examineBotToken } = await import('../adapters/slack/examine.js');
    const missing = await examineBotToken(slack.botToken, slack.apiUrl, t);
    if (missing.length === 0) return { part, state: 'ok', sentence: t('cli:doctor.slackOn', { mode }) };
    return { part, state: 'ok', sentence: t('cli:doctor.slackScopes', { mode, scopes: missing.join(', ') }) };
  } catch (error) {
    return { part, state: 'bad', sentence: wordsOf(error) };
  }
}

async function examineWechat({ wechat }: Config, env: NodeJS.ProcessEnv, { t }: Language): Promise<Finding> {
  const part = t('cli:doctor.wechat');
  if (wechat === undefined) return { part, state: 'off', sentence: t('cli:doctor.wechatOff') };
  try {
    const { checkPuppet, isWebPuppet } = await import('../adapters/wechat/setup.js');
    await checkPuppet(wechat.puppet, env, t);
    if (isWebPuppet(wechat.puppet))
      return { part, state: 'warn', sentence: t('wechat:setup.webPuppet', { name: wechat.puppet }) };
    return { part, state: 'ok', sentence: t('cli:doctor.wechatOn', { puppet: wechat.puppet }) };
  } catch (error) {
    return { part, state: 'bad', sentence: wordsOf(error) };
  }
}

/** Some reasons are whole sentences; here each stands in one that has its own full stop. */
function withoutStop(reason: string): string {
  return reason.replace(/[.。]$/, '');
}

/** What a bot that runs here with this configuration says of itself. */
async function examineRunningBot({ http }: Config, { t, formats }: Language): Promise<Finding> {
  const part = t('cli:doctor.running');
  const bot = await findRunningBot(http);
  if (bot === undefined)
    return { part, state: 'off', sentence: t('cli:doctor.runningNone', { port: http.port }) };
  const components = Object.entries(bot.components);
  if (bot.up) {
    const names = formats.list(components.map(([name]) => name));
    return { part, state: 'ok', sentence: t('cli:doctor.runningUp', { names, count: bot.unexplained }) };
  }
  const troubles = components
    .filter(([, { state }]) => state !== 'up')
    .map(([name, { state, reason = state }]) =>
      t('cli:doctor.runningDown', { name, reason: withoutStop(reason) }),
    );
  return { part, state: 'bad', sentence: troubles.join(' ') };
}
