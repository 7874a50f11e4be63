import * as z from 'zod';
import { proposalArgs } from '../bot/changes/drafters.js';
import { propose } from '../bot/changes/proposals.js';
import { incomplete } from '../bot/changes/refusal.js';
import { readPairs } from '../bot/changes/typed.js';
import { isWord } from '../bot/changes/vocabulary.js';
import { defineCommand } from '../bot/command.js';
import { RecordKind } from '../programme/change.js';

/** `add mission|pilot|partner key=value …`: proposes a new record. Words after the kind are its title. */
export const add = defineCommand({
  name: 'add',
  role: 'coordinator',
  mutates: true,
  schema: z.strictObject({
    kind: z.string(),
    title: z.string().exactOptional(),
    pairs: proposalArgs.add.shape.pairs,
  }),
  read(_, typed) {
    const { words, pairs } = readPairs(typed);
    const [kind = '', ...title] = words.split(' ');
    return title.length === 0 ? { kind, pairs } : { kind, title: title.join(' '), pairs };
  },
  run(context, { kind: typed, title, pairs }) {
    const kind = RecordKind.options.find((option) =>
      isWord(context.languages, `changes:kind.${option}`, typed),
    );
    if (kind === undefined)
      throw incomplete(context, 'add', context.language.t('changes:missing.kindOfRecord'));
    const all = title === undefined ? pairs : [{ key: 'title', value: title }, ...pairs];
    return propose(context, { command: 'add', args: { kind, pairs: all } });
  },
});
