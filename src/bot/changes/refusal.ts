import { type Context, Refused } from '../command.js';
import { howToWrite, text } from '../replies.js';
import type { Block } from '../reply.js';

/** What a person must be told instead of a change, for their eyes. It says that nothing was changed. */
export function refusal(
  { language }: Pick<Context, 'language'>,
  sentence: string,
  ...more: Block[]
): Refused {
  const { t, locale } = language;
  const words = `${sentence}${t('bot:sentenceGap')}${t('bot:usage.nothingChanged')}`;
  return new Refused({ locale, audience: 'person', blocks: [text(words), ...more] });
}

/** For half a command: what is missing, and how it is written, with an example. */
export function incomplete(context: Context, command: string, sentence: string): Refused {
  return refusal(context, sentence, howToWrite(context, command));
}
