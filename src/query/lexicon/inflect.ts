const VOWEL = /[aeiou]/;

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Whether English doubles the last consonant before -ed and -ing (plan → planned): one short vowel before it, one syllable. */
function doubles(verb: string): boolean {
  const [a = '', b = '', c = ''] = verb.slice(-3);
  const syllables = verb.match(/[aeiouy]+/g)?.length ?? 0;
  return syllables === 1 && !VOWEL.test(a) && VOWEL.test(b) && !VOWEL.test(c) && !'wxy'.includes(c);
}

function verbForms(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [plural(verb), `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const stem = doubles(verb) ? verb + verb.slice(-1) : verb.replace(/([^eo])e$/, '$1');
  return [plural(verb), `${stem}ed`, `${stem}ing`];
}

/**
 * All forms of an English word or phrase: a noun's plural, a verb's -s, -ed and -ing. In a phrase the head is
 * inflected: the last word of a noun phrase, the first of a verb phrase. `irregular` gives the forms that no rule makes.
 */
export function inflect(
  phrase: string,
  as: 'noun' | 'verb',
  irregular: ReadonlyMap<string, readonly string[]>,
): string[] {
  const words = phrase.split(' ');
  const at = as === 'noun' ? words.length - 1 : 0;
  const head = words[at] ?? '';
  const forms = irregular.get(head) ?? (as === 'noun' ? [plural(head)] : verbForms(head));
  return [phrase, ...forms.map((form) => words.with(at, form).join(' '))];
}
