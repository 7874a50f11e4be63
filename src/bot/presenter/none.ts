import type { Found } from '../../query/answer.js';
import type { Query } from '../../query/query.js';
import type { Block, Choice } from '../reply.js';
import type { Body } from './body.js';
import { optionalLine } from './optional-line.js';
import { citiesOf, queryFor } from './queries.js';
import { describeRecords } from './query-label.js';
import type { View } from './view.js';
import { choiceOf, ofCity } from './ways-on.js';
import { yesOrNo } from './yes-or-no.js';

/** Says plainly that there is no such record, and restates what was looked for so that the reader can check it. */
export function noneBody(found: Found, view: View): Body {
  const { t } = view.language;
  const { query } = found;
  const no = query.ask === 'whether' ? yesOrNo(found, view) : [];
  if (query.intent === 'missions' && query.pick === 'next') {
    const last: Query = { ...query, ask: 'what', pick: 'last', dates: [] };
    const text =
      query.clauses.length === 0
        ? t('answers:none.planned')
        : t('answers:none.found', { what: describeRecords(query, view, 1) });
    return {
      blocks: [...no, { kind: 'text', text }],
      choices: [choiceOf(last, view)],
      shown: overviewOnly(view),
    };
  }
  const key = found.optional.length > 0 ? 'by-name' : 'found';
  const text: Block = {
    kind: 'text',
    text: t(`answers:none.${key}`, { what: describeRecords(query, view) }),
  };
  return {
    blocks: [...no, text, ...optionalLine(found, view)],
    choices: wider(query, view),
    shown: overviewOnly(view),
  };
}

/** The same question without its dates, or else all that its cities have. */
function wider(query: Query, view: View): Choice[] {
  const choices: Choice[] = [];
  if (query.dates.length > 0 && query.clauses.length > 0) {
    choices.push(choiceOf({ ...query, ask: 'list', dates: [], pick: 'all' }, view));
  }
  const [city] = citiesOf(query, 'any', 'host', 'traveller');
  if (city !== undefined) {
    for (const intent of ['missions', 'pilots'] as const) {
      if (intent !== query.intent || choices.length === 0) choices.push(ofCity(intent, city, view));
    }
  }
  if (choices.length === 0) choices.push(choiceOf(queryFor('missions', 'list'), view));
  return choices.slice(0, 3);
}

function overviewOnly({ programme: { overview } }: View): Body['shown'] {
  return [{ title: '', document: overview.source.document }];
}
