import { loadTable } from './load-table.js';
import type { Normalised } from './normalise.js';

let convert = (text: string): string => {
  const { Converter } = loadTable('opencc-js/t2cn') as typeof import('opencc-js/t2cn'); // the package of that name
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
