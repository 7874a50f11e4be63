import { createRequire } from 'node:module';
import type { Normalised } from './normalise.js';

// The conversion table takes longer to load than most questions take to answer, so only a text that needs it pays.
const require = createRequire(import.meta.url);
let convert = (text: string): string => {
  const { Converter } = require('opencc-js/t2cn') as typeof import('opencc-js/t2cn');
  convert = Converter({ from: 't', to: 'cn' });
  return convert(text);
};

/** The text in simplified characters; `undefined` when it is in them already. */
export function simplify(normalised: Normalised): Normalised | undefined {
  const text = convert(normalised.text);
  // A phrase that changed its length would lose the way back to the typed words; none is known to.
  if (text === normalised.text || text.length !== normalised.text.length) return undefined;
  return { ...normalised, text };
}
