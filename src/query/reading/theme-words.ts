import { isA } from '../text/tokens.js';
import type { Scene } from './scene.js';

/** Whether the themes are asked for: a word for them behind the name of one, as in 教育板块, belongs to that name. */
export const asksForThemes = ({ tokens }: Scene): boolean =>
  tokens.some(
    (token, i) => isA(token, 'themes') && tokens[i - 1]?.names.some(({ kind }) => kind === 'theme') !== true,
  );
