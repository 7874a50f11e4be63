import type { Explanation } from './explanation.js';
import type { Term } from './query.js';
import type { Reading } from './reading/read.js';
import type { Token } from './text/tokens.js';

function meaningOf(token: Token): string {
  const senses = token.words.map((sense) =>
    'value' in sense
      ? `${sense.class} ${sense.value}`
      : sense.class === 'relative'
        ? `${sense.unit} ${sense.offset}`
        : sense.class,
  );
  const names = token.names.map(({ kind, id }) => `${kind}:${id}`);
  return [...names, ...new Set(senses)].join(' | ') || token.kind;
}

/** Tells how a text was read. */
export function explainReading(reading: Reading, reason: string): Explanation {
  const { words, scene, best, unexplained } = reading;
  const terms = best?.query.clauses.flatMap((clause) => clause.any) ?? [];
  const entities = scene.tokens.flatMap((token) =>
    token.names.flatMap(({ kind, id }) => {
      const term = terms.find(
        (one): one is Term =>
          ('id' in one && one.kind === kind && one.id === id) ||
          (one.kind === 'country' && kind === 'country' && one.code === id),
      );
      return term === undefined ? [] : [{ text: token.typed, term, repaired: token.meant !== undefined }];
    }),
  );
  return {
    normalised: words.source.text,
    tokens: words.tokens.map((token) => ({ text: token.text, as: meaningOf(token) })),
    entities,
    dates: scene.dates.flatMap((date) =>
      date.ranges.map((range) => ({ text: date.tokens.map((token) => token.typed).join(' '), range })),
    ),
    unexplained: unexplained.map((token) => token.typed),
    query: best?.query,
    reason,
  };
}
