/** Whether a UTF-16 code unit is a Han character: of the two blocks in common use, or 〇. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

export const startsWithHan = (text: string) => isHan(text.charCodeAt(0));

/** Whether a word ends as an attribute does. 的 is a word's form and no word, so that no lexicon holds it. */
export const isAttributive = (text: string) => text.endsWith('的');

const HAN = /[〇\u3400-\u4dbf\u4e00-\u9fff]/;

/** Whether a Han character is anywhere in a text. */
export const holdsHan = (text: string) => HAN.test(text);
