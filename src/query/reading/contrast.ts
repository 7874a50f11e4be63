import { startsWithHan } from '../text/han.js';
import { isA, type Token } from '../text/tokens.js';

/** ", or is it all …?", ，还是都是…？: whether what begins at a comma is the contrary of what is asked. */
function isContrast(tokens: readonly Token[], comma: number): boolean {
  const [or, next] = [tokens[comma + 1], tokens[comma + 2]];
  if (tokens[comma]?.kind !== 'comma' || !isA(or, 'or')) return false;
  if (!startsWithHan(or?.text ?? '') && !isA(next, 'auxiliary')) return false;
  return tokens.slice(comma + 2, comma + 6).some((token) => isA(token, 'wholly'));
}

/** "Is there art, or is it all farming?" asks for art: the contrary behind it names nothing that is asked for. */
export function withoutContrast(tokens: readonly Token[]): readonly Token[] {
  const comma = tokens.findIndex((_, i) => isContrast(tokens, i));
  return comma < 1
    ? tokens
    : [...tokens.slice(0, comma), ...tokens.slice(-1).filter(({ kind }) => kind === 'stop')];
}
