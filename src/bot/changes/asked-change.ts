import { recordKey } from '../../programme/change.js';
import { holdsHan } from '../../query/text/han.js';
import type { Context } from '../command.js';
import { told } from '../presenter/words.js';
import { text, toPerson } from '../replies.js';
import type { Reply } from '../reply.js';
import { itemsMeant } from './find-item.js';
import { changesReply, historyReply } from './history-reply.js';
import { findItem, type Item, refOf, titleOf } from './record.js';
import { inForce } from './undone.js';
import { bothLanguages } from './vocabulary.js';

/**
 * What is known where somebody asks why something was postponed or cancelled, or whether it was: the history of the record that
 * they name or asked about before, with its notes; `undefined` where nothing of what they name was moved or called off.
 */
export function askedChange(context: Context, typed: string): Reply | undefined {
  const { languages, engine, today } = context;
  const asked = without(typed, bothLanguages(languages, 'changes:word.moved'));
  if (asked === typed) return undefined;
  const rest = without(asked, bothLanguages(languages, 'changes:word.why'));
  const named = itemsMeant(context, rest);
  if (named.length > 0) return storyOf(context, named.filter(isMovedIn(context)));
  const { entities, unexplained } = engine.explain(rest, { today });
  if (entities.length + unexplained.length > 0) return undefined;
  return storyOf(context, itemsBefore(context).filter(isMovedIn(context))) ?? latest(context);
}

/**
 * The history of the record that somebody asks who changed, be it that nobody did; `undefined` where that is not asked, or of
 * nothing that can be changed.
 */
export function askedAuthor(context: Context, typed: string): Reply | undefined {
  const { languages, engine, today } = context;
  const rest = without(typed, bothLanguages(languages, 'changes:word.whoChanged'));
  if (rest === typed) return undefined;
  const named = itemsMeant(context, rest);
  if (named.length > 0) return storyOf(context, named);
  const { entities, unexplained } = engine.explain(rest, { today });
  if (entities.length + unexplained.length > 0) return undefined;
  return storyOf(context, itemsBefore(context)) ?? changesReply(context, undefined);
}

/** The text without the words; those in Latin script only where they stand by themselves. */
function without(typed: string, words: readonly string[]): string {
  return typed.replace(patternOf(words), ' ');
}

const patterns = new WeakMap<readonly string[], RegExp>();

function patternOf(words: readonly string[]): RegExp {
  const known = patterns.get(words);
  if (known !== undefined) return known;
  const forms = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => (holdsHan(word) ? word : `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`));
  const pattern = new RegExp(forms.join('|'), 'giu');
  patterns.set(words, pattern);
  return pattern;
}

function storyOf(context: Context, items: readonly Item[]): Reply | undefined {
  const [only, ...others] = items;
  if (only === undefined) return undefined;
  if (others.length === 0) return historyReply(context, refOf(only));
  return toPerson(context, text(context.language.t('changes:item.which')), {
    kind: 'list',
    numbered: true,
    choosing: true,
    items: items.map((item) => ({
      text: told(titleOf(item), context),
      invocation: { command: 'history', args: { item: recordKey(refOf(item)) } },
    })),
  });
}

/** Whether a record's date or status was changed, and that still counts. */
function isMovedIn({ programme }: Context): (item: Item) => boolean {
  return (item) =>
    inForce(programme.history.get(recordKey(refOf(item))) ?? []).some(
      (change) =>
        change.kind === 'set' && change.fields.some(({ field }) => field === 'date' || field === 'status'),
    );
}

/** The records that the last question was about. */
function itemsBefore({ engine, previous, programme, today }: Context): Item[] {
  if (previous === undefined) return [];
  const answer = engine.run(previous.query, today);
  if (answer.outcome !== 'answer') return [];
  return answer.items.flatMap(
    (id) => findItem(programme, { kind: 'mission', id }) ?? findItem(programme, { kind: 'pilot', id }) ?? [],
  );
}

function latest(context: Context): Reply | undefined {
  return context.programme.history.size === 0 ? undefined : changesReply(context, undefined);
}
