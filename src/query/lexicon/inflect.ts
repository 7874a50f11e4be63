const isVowel = (letter: string) => letter !== '' && 'aeiou'.includes(letter);

/** Whether a word ends in a consonant and y, which becomes i before an ending (city → cities). */
const endsInHardY = (word: string) => word.endsWith('y') && !isVowel(word.charAt(word.length - 2));

function plural(noun: string): string {
  if (endsInHardY(noun)) return `${noun.slice(0, -1)}ies`;
  return ['s', 'x', 'z', 'ch', 'sh'].some((ending) => noun.endsWith(ending)) ? `${noun}es` : `${noun}s`;
}

function syllablesOf(word: string): number {
  const isSounded = (letter: string) => isVowel(letter) || letter === 'y';
  return [...word].filter((letter, at) => isSounded(letter) && !isSounded(word.charAt(at - 1))).length;
}

/** Whether English doubles the last consonant before -ed and -ing (plan → planned): one short vowel before it, one syllable. */
function doubles(verb: string): boolean {
  const [a = '', b = '', c = ''] = verb.slice(-3);
  return !isVowel(a) && isVowel(b) && !isVowel(c) && !'wxy'.includes(c) && syllablesOf(verb) === 1;
}

function verbForms(verb: string): string[] {
  if (endsInHardY(verb)) return [plural(verb), `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const dropsE = verb.endsWith('e') && !'eo'.includes(verb.charAt(verb.length - 2));
  const stem = doubles(verb) ? verb + verb.slice(-1) : dropsE ? verb.slice(0, -1) : verb;
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
