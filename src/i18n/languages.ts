import { createInstance, type Resource, type ResourceKey } from 'i18next';
import { Locale } from '../programme/localized.js';
import { createFormats, type Formats } from './formats.js';
import { readLocaleFile } from './locale-files.js';
import { type MessageKey, namespaces } from './messages.js';

/** A message in one language, with its placeholders filled. `count` also chooses the plural. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** One language: its messages and its way to write dates, lists and numbers. */
export interface Language {
  locale: Locale;
  t: Translate;
  formats: Formats;
}

/** Both languages. */
export type Languages = Readonly<Record<Locale, Language>>;

/** How the package's own commands are called where nothing is linked. */
const npmStart = 'npm start --';

/**
 * Reads the message files of both languages.
 * @param call how sentences spell the program in a command line, `{{call}}` in the messages
 * @throws Error with a sentence for people when a file is missing or no JSON
 */
export function createLanguages(call = npmStart): Languages {
  const resources: Resource = Object.fromEntries(
    Locale.options.map((locale) => [locale, messagesOf(locale)]),
  );
  const i18n = createInstance();
  void i18n.init({
    resources,
    initAsync: false,
    lng: 'en',
    fallbackLng: false,
    ns: [...namespaces],
    // Each platform's renderer escapes what it shows; a value is never read as a template itself.
    interpolation: { escapeValue: false, skipOnVariables: true, defaultVariables: { call } },
  });
  const language = (locale: Locale): Language => {
    const fixed = i18n.getFixedT(locale);
    const t = remembering((key, values) => fixed(key, { ...values }));
    return { locale, t, formats: createFormats(locale, t) };
  };
  return { en: language('en'), zh: language('zh') };
}

/** Sentences that are kept ready; a chat's replies repeat the same few hundred. */
const KEPT = 5_000;

/**
 * Keeps sentences: looking a message up and filling it takes i18next 20 µs, which was half of the time of an
 * answer.
 */
function remembering(translate: Translate): Translate {
  const said = new Map<string, string>();
  return (key, values) => {
    let id: string = key;
    for (const name in values) id += `\0${name}\0${values[name]}`;
    const known = said.get(id);
    if (known !== undefined) return known;
    const sentence = translate(key, values);
    if (said.size >= KEPT) said.clear();
    said.set(id, sentence);
    return sentence;
  };
}

function messagesOf(locale: Locale): Resource[string] {
  // Their keys are checked by the compiler (English) and by the locale tests (Chinese).
  return Object.fromEntries(namespaces.map((name) => [name, readLocaleFile(locale, name) as ResourceKey]));
}
