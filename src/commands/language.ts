import * as z from 'zod';
import { isWord } from '../bot/changes/vocabulary.js';
import { defineCommand } from '../bot/command.js';
import { includesRole } from '../bot/people.js';
import { text, toPerson } from '../bot/replies.js';
import { changeSettings, takeHere } from '../bot/settings.js';
import { Locale } from '../programme/localized.js';

const choices = [...Locale.options, 'auto'] as const;

/** `language en|zh|auto [here]`: one's own language, or with `here` the conversation's. */
export const language = defineCommand({
  name: 'language',
  role: 'delegate',
  mutates: false,
  schema: z.strictObject({ choice: z.string() }),
  read: ({ text }) => ({ choice: text }),
  async run(context, { choice: typed }) {
    const { t } = context.language;
    const { here, rest } = takeHere(context, typed);
    if (rest === '') return toPerson(context, text(t('bot:language.current')));
    const choice = choices.find((one) => isWord(context.languages, `bot:language.words.${one}`, rest));
    if (choice === undefined) return toPerson(context, text(t('bot:language.unknown')));
    if (here && !includesRole(context.person.role, 'coordinator')) {
      return toPerson(context, text(t('bot:language.hereNeedsCoordinator')));
    }
    const before = (here ? context.conversation : context.person)?.locale;
    if (choice === 'auto') {
      if (before === undefined)
        return toPerson(context, text(t(here ? 'bot:language.autoHereAlready' : 'bot:language.autoAlready')));
      await changeSettings(context, here, { locale: null });
      return toPerson(context, text(t(here ? 'bot:language.autoHere' : 'bot:language.auto', { before })));
    }
    await changeSettings(context, here, { locale: choice });
    const answered = { ...context, language: context.languages[choice] };
    const back = { before: before === undefined || before === choice ? 'auto' : before };
    return toPerson(
      answered,
      text(answered.language.t(here ? 'bot:language.here' : 'bot:language.set', back)),
    );
  },
});
