import { type Context, Refused } from '../command.js';
import { text } from '../replies.js';
import type { Block } from '../reply.js';
import { fillExample, samplesOf } from '../samples.js';

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

/** For half a command: what is missing, and how it is written, with an example of this very programme. */
export function incomplete(context: Context, command: string, sentence: string): Refused {
  const { t, locale } = context.language;
  const { usage, examples } = context.commands.words(command, locale);
  const example = fillExample(examples[0] ?? usage, samplesOf(context.programme, locale));
  return refusal(context, sentence, {
    kind: 'facts',
    facts: [
      { label: t('bot:usage.form'), value: usage },
      { label: t('bot:usage.example'), value: example },
    ],
  });
}
