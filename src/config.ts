import * as z from 'zod';
import { PersonId } from './bot/identity.js';
import { findTimezone } from './bot/timezone.js';
import { Locale } from './programme/localized.js';

const text = z.string().trim().min(1);

/** The environment's variables, all optional. An empty one counts as not set. */
const Environment = z.object({
  SLACK_BOT_TOKEN: text.exactOptional(),
  SLACK_SIGNING_SECRET: text.exactOptional(),
  SLACK_APP_TOKEN: text.exactOptional(),
  SLACK_CLIENT_ID: text.exactOptional(),
  SLACK_CLIENT_SECRET: text.exactOptional(),
  SLACK_STATE_SECRET: text.exactOptional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).exactOptional(),
  WECHATY_PUPPET: text.exactOptional(),
  HOST: text.default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  UCAP_DATASET: text.exactOptional(),
  UCAP_STATE: text.exactOptional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).exactOptional(),
  UCAP_ADMINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    )
    .pipe(z.array(PersonId)),
  UCAP_LOCALE: z.enum(Locale.options).default('en'),
  UCAP_TIMEZONE: z
    .string()
    .transform((typed, { addIssue }) => {
      const zone = findTimezone(typed);
      if (zone === undefined) addIssue('timezone');
      return zone ?? z.NEVER;
    })
    .default('UTC'),
  WECHAT_FRIEND_KEYWORD: text.exactOptional(),
  WECHAT_MIN_GAP_MS: z.coerce.number().int().min(0).max(600_000).default(3000),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});
type Environment = z.infer<typeof Environment>;

/** How Slack is reached, where it is configured. */
export type SlackConfig = { apiUrl?: string } & (
  | { mode: 'http'; botToken: string; signingSecret: string }
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'oauth'; signingSecret: string; clientId: string; clientSecret: string; stateSecret: string }
);

/** Everything that the environment settles. */
export interface Config {
  slack?: SlackConfig;
  wechat?: { puppet: string; friendKeyword?: string; minGapMs: number };
  http: { host: string; port: number };
  dataset?: string;
  state?: string;
  databaseUrl?: string;
  admins: ReadonlySet<string>;
  defaults: { locale: Locale; timezone: string };
  logLevel: string;
}

/** Variables whose value can be wrong; each has a sentence in `config.json` that says what it must be. */
type Checked =
  | 'SLACK_BOT_TOKEN'
  | 'SLACK_APP_TOKEN'
  | 'SLACK_API_URL'
  | 'PORT'
  | 'DATABASE_URL'
  | 'UCAP_ADMINS'
  | 'UCAP_LOCALE'
  | 'UCAP_TIMEZONE'
  | 'WECHAT_MIN_GAP_MS'
  | 'LOG_LEVEL';

/** One thing that is wrong with the environment; never with the value, which may be a secret. */
export type ConfigFault =
  /** `entry` counts from 1 in a list. */
  | { problem: 'invalid'; variable: Checked; entry?: number }
  /** The platform needs it beside those that are set. */
  | { problem: 'missing'; platform: 'slack' | 'wechat'; variable: string };

/** An environment that can't work, and the dataset file that it names: that may be at fault too. */
export interface FaultyEnvironment extends Pick<Config, 'dataset'> {
  faults: ConfigFault[];
}

/** Checks the whole environment. Every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv): { config: Config } | FaultyEnvironment {
  const set = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value]],
    ),
  );
  const checked = Environment.safeParse(set, { jitless: true });
  const slack = slackOf(set);
  const faults = [
    ...(checked.success ? [] : checked.error.issues.map(faultOf)),
    ...tokenFaults(set),
    ...('faults' in slack ? slack.faults : []),
    ...wechatFaults(set),
  ];
  if (!checked.success || 'faults' in slack || faults.length > 0)
    return { faults, ...(set.UCAP_DATASET === undefined ? {} : { dataset: set.UCAP_DATASET.trim() }) };
  return { config: { ...configOf(checked.data), ...slack } };
}

function faultOf({ path: [variable, entry] }: z.core.$ZodIssue): ConfigFault {
  // Only these variables have a check that can fail: the others are any text.
  const fault = { problem: 'invalid', variable: variable as Checked } as const;
  return typeof entry === 'number' ? { ...fault, entry: entry + 1 } : fault;
}

function configOf(env: Environment): Omit<Config, 'slack'> {
  const wechat =
    env.WECHATY_PUPPET === undefined
      ? {}
      : {
          wechat: {
            puppet: env.WECHATY_PUPPET,
            minGapMs: env.WECHAT_MIN_GAP_MS,
            ...(env.WECHAT_FRIEND_KEYWORD === undefined ? {} : { friendKeyword: env.WECHAT_FRIEND_KEYWORD }),
          },
        };
  return {
    ...wechat,
    ...(env.UCAP_DATASET === undefined ? {} : { dataset: env.UCAP_DATASET }),
    ...(env.UCAP_STATE === undefined ? {} : { state: env.UCAP_STATE }),
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    http: { host: env.HOST, port: env.PORT },
    admins: new Set(env.UCAP_ADMINS),
    defaults: { locale: env.UCAP_LOCALE, timezone: env.UCAP_TIMEZONE },
    logLevel: env.LOG_LEVEL,
  };
}

/** How Slack's own tokens begin; one that is rotated has its kind second. Another Web API root may give other ones. */
const tokenForms = { SLACK_BOT_TOKEN: /^(xoxe\.)?xoxb-/, SLACK_APP_TOKEN: /^xapp-/ } as const;

function tokenFaults(env: SlackVariables): ConfigFault[] {
  if (env.SLACK_API_URL !== undefined) return [];
  return (['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const)
    .filter((variable) => env[variable] !== undefined && !tokenForms[variable].test(env[variable].trim()))
    .map((variable) => ({ problem: 'invalid', variable }));
}

/** A gateway's token alone starts nothing, and nobody would be told why WeChat stays silent. */
function wechatFaults(env: Readonly<Record<string, string>>): ConfigFault[] {
  if (env.WECHATY_PUPPET_SERVICE_TOKEN === undefined || env.WECHATY_PUPPET !== undefined) return [];
  return [{ problem: 'missing', platform: 'wechat', variable: 'WECHATY_PUPPET' }];
}

type SlackVariables = {
  [V in Extract<keyof Environment, `SLACK_${string}`>]?: string | undefined;
};

/** Which of Slack's three ways the variables ask for; half a way is a fault that names what is missing. */
function slackOf(env: SlackVariables): { slack?: SlackConfig } | { faults: ConfigFault[] } {
  const api = env.SLACK_API_URL === undefined ? {} : { apiUrl: env.SLACK_API_URL };
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = env;
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  } = env;
  if (clientId !== undefined || clientSecret !== undefined || stateSecret !== undefined) {
    if (signingSecret && clientId && clientSecret && stateSecret) {
      return { slack: { mode: 'oauth', signingSecret, clientId, clientSecret, stateSecret, ...api } };
    }
    return missing(env, [
      'SLACK_CLIENT_ID',
      'SLACK_CLIENT_SECRET',
      'SLACK_STATE_SECRET',
      'SLACK_SIGNING_SECRET',
    ]);
  }
  if (appToken !== undefined) {
    return botToken
      ? { slack: { mode: 'socket', botToken, appToken, ...api } }
      : missing(env, ['SLACK_BOT_TOKEN']);
  }
  if (botToken !== undefined || signingSecret !== undefined) {
    return botToken && signingSecret
      ? { slack: { mode: 'http', botToken, signingSecret, ...api } }
      : missing(env, ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET']);
  }
  return {};
}

function missing(
  env: SlackVariables,
  variables: readonly (keyof SlackVariables)[],
): { faults: ConfigFault[] } {
  return {
    faults: variables
      .filter((variable) => env[variable] === undefined)
      .map((variable) => ({ problem: 'missing', platform: 'slack', variable })),
  };
}
