import type answers from '../../locales/en/answers.json';
import type bot from '../../locales/en/bot.json';
import type changes from '../../locales/en/changes.json';
import type cli from '../../locales/en/cli.json';
import type config from '../../locales/en/config.json';
import type dataset from '../../locales/en/dataset.json';
import type digest from '../../locales/en/digest.json';
import type formats from '../../locales/en/formats.json';
import type slack from '../../locales/en/slack.json';
import type wechat from '../../locales/en/wechat.json';

/** The message files of a language, one an area of the product. English is the model that the other language follows. */
interface Messages {
  answers: typeof answers;
  bot: typeof bot;
  changes: typeof changes;
  cli: typeof cli;
  config: typeof config;
  dataset: typeof dataset;
  digest: typeof digest;
  formats: typeof formats;
  slack: typeof slack;
  wechat: typeof wechat;
}

/** The files that hold messages; the other files in `locales` hold vocabulary. */
export const namespaces = [
  'answers',
  'bot',
  'changes',
  'cli',
  'config',
  'dataset',
  'digest',
  'formats',
  'slack',
  'wechat',
] as const satisfies readonly (keyof Messages)[];

/** `items_one` and `items_other` are one message, chosen by `count`. */
type WithoutPlural<K extends string> =
  K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** A message's name, such as `answers:missions.none`. A misspelt one does not compile. */
export type MessageKey = { [N in keyof Messages & string]: `${N}:${Paths<Messages[N]>}` }[keyof Messages &
  string];
