import type { Context } from './command.js';
import type { Offered } from './memory.js';
import { citiesOf, cityTerm, facetQuery, queryFor } from './presenter/queries.js';
import { choiceOf } from './presenter/ways-on.js';
import { helpChoice, text, toPerson } from './replies.js';
import type { Choice, Reply } from './reply.js';

/**
 * For more of what is shown in full. The ways on keep their numbers, and are repeated to whoever reads their language; where
 * there were none, new ones are numbered behind what is open.
 */
export function noMore(context: Context, { choices, first, invocations, locale, asks }: Offered): Reply {
  const end = toPerson(context, text(context.language.t('bot:listTalk.end')));
  const isAbove = choices.length > 0;
  if (asks || (isAbove && locale !== context.language.locale)) return end;
  const firstNumber = first + invocations.length - choices.length;
  const ways = isAbove ? choices : waysOn(context);
  return { ...end, blocks: [...end.blocks, { kind: 'choices', choices: ways }], firstNumber };
}

/** The city that was asked about, the programme, and help. */
function waysOn(context: Context): Choice[] {
  const [city] =
    context.previous === undefined ? [] : citiesOf(context.previous.query, 'any', 'host', 'traveller');
  return [
    ...(city === undefined ? [] : [choiceOf(queryFor('city', 'what', cityTerm(city)), context)]),
    choiceOf(facetQuery('overview', 'summary'), context),
    helpChoice(context),
  ];
}
