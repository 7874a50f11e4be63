/**
 * Gives a question in capitals and small letters that differ each time, so that it is understood the same and was never asked before.
 */
export function newWords(question) {
  let serial = 0;
  return () => {
    serial += 1;
    let bits = serial;
    return [...question.toLowerCase()]
      .map((letter) => {
        if (!/[a-z]/.test(letter)) return letter;
        const isCapital = bits % 2 === 1;
        bits = Math.floor(bits / 2);
        return isCapital ? letter.toUpperCase() : letter;
      })
      .join('');
  };
}
