/** No record's name is longer, in characters. */
const LONGEST_NAME = 120;

/** Before a word, and before a Han character, since Chinese words stand without spaces. */
const places = /\s+(?=\S)|(?=\p{Script=Han})/gu;
const outer = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/**
 * Every way to cut the first typed words in two, the longest beginning first, each part without the punctuation around it. What
 * stands further behind is not looked at.
 */
export function cutsOf(typed: string): { words: string; behind: string }[] {
  const text = typed.slice(0, 2 * LONGEST_NAME);
  return [...text.matchAll(places)]
    .map(({ index }) => index)
    .filter((index) => index > 0 && index <= LONGEST_NAME)
    .reverse()
    .map((index) => ({
      words: text.slice(0, index).replace(outer, ''),
      behind: text.slice(index).replace(outer, ''),
    }))
    .filter(({ words, behind }) => words !== '' && behind !== '');
}
