import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const plural = /_(zero|one|two|few|many|other)$/;

/** The messages of a parsed locale file by their dotted name, plural forms apart (`list.more_one`). */
export function flatten(messages: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[prefix + name, value] as const]
        : [...flatten(value as object, `${prefix}${name}.`)],
    ),
  );
}

/** Names as code uses them: a message's plural forms are one. */
export function namesOf(messages: ReadonlyMap<string, string>): Set<string> {
  return new Set([...messages.keys()].map((key) => key.replace(plural, '')));
}

/** What is filled in, by name; a plural needs a value only in one of its forms. */
export function placeholdersOf(messages: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const [key, text] of messages) {
    const name = key.replace(plural, '');
    const values = found.get(name) ?? new Set();
    for (const [, value] of text.matchAll(/\{\{(.+?)\}\}/g)) values.add(value as string);
    found.set(name, values);
  }
  return new Map([...found].map(([name, values]) => [name, [...values].sort()]));
}

/** Plural messages that lack one of the forms that their language has, or hold one that it has not. */
export function pluralFaults(messages: ReadonlyMap<string, string>, locale: string): string[] {
  const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted().join();
  const forms = new Map<string, string[]>();
  for (const key of messages.keys()) {
    const form = plural.exec(key)?.[1];
    const name = key.replace(plural, '');
    if (form !== undefined) forms.set(name, [...(forms.get(name) ?? []), form]);
  }
  return [...forms].flatMap(([name, found]) => (found.toSorted().join() === wanted ? [] : [name]));
}

/**
 * The message names that a source text uses, as patterns: a literal is itself, and `answers:status.${status}` stands for
 * every name that begins and ends like it.
 */
export function usesIn(source: string, namespaces: readonly string[]): RegExp[] {
  const start = `(?:${namespaces.join('|')}):`;
  const literals = source.matchAll(new RegExp(`['"](${start}[\\w.-]+)['"]`, 'g'));
  const templates = source.matchAll(new RegExp(`\`(${start}(?:[^\`\\\\]|\\\\.)*)\``, 'g'));
  return [...literals, ...templates].map(([, text]) => {
    const fixed = (text as string).split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${fixed.join('.*')}$`);
  });
}

/** The text of every TypeScript file below a folder. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}
