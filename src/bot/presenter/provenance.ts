import type { Change } from '../../programme/change.js';
import type { Localized } from '../../programme/localized.js';
import { Pilot } from '../../programme/schema.js';
import type { Block } from '../reply.js';
import type { Shown } from './body.js';
import type { View } from './view.js';
import { capitalised, told } from './words.js';

/** As many changed records as an answer names; the rest are counted. */
const NAMED = 3;

/** A record's latest change, as a reader is told of it. */
export interface Since {
  /** "Agreed since 12 March 2021 · posted by Li Wei (Yantai)". */
  text: string;
  note?: Localized;
}

/** What was last changed in a record, or nothing when it stands as in the source. */
export function sinceOf(key: string, view: View): Since | undefined {
  const change = view.programme.history.get(key)?.findLast(({ kind }) => kind !== 'translate');
  if (change === undefined) return undefined;
  const { t, formats } = view.language;
  const date = formats.dayOf(new Date(change.at), view.timezone);
  const values = { date, name: change.byName };
  const status = statusSetBy(change);
  const text =
    status === undefined
      ? t(`answers:source.${change.kind === 'create' ? 'added' : 'updated'}`, values)
      : t('answers:source.status', { ...values, status: capitalised(t(`answers:status.${status}`)) });
  return change.note === undefined ? { text } : { text, note: change.note };
}

/** The last lines of an answer: the source documents, and who changed what since. */
export function provenance(shown: readonly Shown[], view: View): Block[] {
  const { t, formats } = view.language;
  const updates = shown.flatMap(({ key, title }) => {
    const since = key === undefined ? undefined : sinceOf(key, view);
    return since === undefined ? [] : [{ title, text: since.text }];
  });
  const named = updates
    .slice(0, NAMED)
    .map(({ title, text }) => (shown.length === 1 ? text : t('answers:source.titled', { title, text })));
  const rest = updates.length - named.length;
  const documents = new Set(shown.flatMap(({ document }) => document ?? []));
  const names = [...documents].flatMap((id) => view.programme.sources.get(id)?.name ?? []);
  return [
    ...named,
    ...(rest > 0 ? [t('answers:source.more', { count: rest })] : []),
    ...(names.length > 0
      ? [t('answers:source.documents', { names: formats.list(names.map((name) => told(name, view))) })]
      : []),
  ].map((text) => ({ kind: 'note', text }));
}

function statusSetBy(change: Change): Pilot['status'] | undefined {
  if (change.kind !== 'set' || change.target.kind !== 'pilot') return undefined;
  const field = change.fields.find(({ field }) => field === 'status');
  return Pilot.shape.status.safeParse(field?.after).data;
}
