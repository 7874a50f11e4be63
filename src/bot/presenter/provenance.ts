import type { Change } from '../../programme/change.js';
import { MissionStatus, PilotStatus } from '../../programme/schema.js';
import { inForce } from '../changes/undone.js';
import { dayIn } from '../clock.js';
import type { Block, Fact } from '../reply.js';
import { authorOf } from './author.js';
import type { Shown } from './body.js';
import type { View } from './view.js';
import { capitalised, told } from './words.js';

/** As many changed records as an answer names; the rest are counted. */
const NAMED = 3;

/** The last lines of an answer: who changed which of its records since, and the source documents. */
export function provenance(shown: readonly Shown[], view: View): Block[] {
  const { t, formats } = view.language;
  const updates = shown.flatMap(({ key, title }) => {
    const changes = changesOf(key, view);
    return changes.length === 0 ? [] : [{ title, changes }];
  });
  const [alone] = shown.length === 1 ? updates : [];
  const lines =
    alone === undefined
      ? updates
          .slice(0, NAMED)
          .map(({ title, changes }) =>
            t('answers:source.titled', { title, text: lineOf(changes.at(-1), view) }),
          )
      : worthSaying(alone.changes).map((change) => lineOf(change, view));
  const rest = alone === undefined ? updates.length - lines.length : 0;
  const documents = new Set(shown.flatMap(({ document }) => document ?? []));
  const names = [...documents].flatMap((id) => view.programme.sources.get(id)?.name ?? []);
  return [
    ...lines,
    ...(rest > 0 ? [t('answers:source.more', { count: rest })] : []),
    ...(names.length > 0
      ? [t('answers:source.documents', { names: formats.list(names.map((name) => told(name, view))) })]
      : []),
  ].map((text) => ({ kind: 'note', text }));
}

/** The note that came with a record's latest change that counts, for its card. */
export function noteFact(key: string, view: View): Fact[] {
  const note = changesOf(key, view).at(-1)?.note;
  return note === undefined
    ? []
    : [{ label: view.language.t('answers:label.note'), value: told(note, view) }];
}

/** What was taken back stands in the record's history alone: here all is as if it had never been. */
function changesOf(key: string | undefined, { programme }: View): readonly Change[] {
  return key === undefined ? [] : inForce(programme.history.get(key) ?? []);
}

/** The change that brought the present status, and the latest one when that is another. */
function worthSaying(changes: readonly Change[]): Change[] {
  const status = changes.findLast((change) => statusSetBy(change) !== undefined);
  return [...new Set([status, changes.at(-1)].filter((change) => change !== undefined))];
}

/** "Agreed since 12 March 2021 · posted by Li Wei (Yantai)". */
function lineOf(change: Change | undefined, view: View): string {
  if (change === undefined) return '';
  const { t, formats } = view.language;
  const values = {
    date: formats.date(dayIn(new Date(change.at), view.timezone)),
    name: authorOf(change, view),
  };
  const status = statusSetBy(change);
  if (status === undefined) {
    return t(change.kind === 'create' ? 'answers:source.added' : 'answers:source.updated', values);
  }
  return status.kind === 'pilot'
    ? t('answers:source.status', { ...values, status: capitalised(t(`answers:status.${status.is}`)) })
    : t('answers:source.mission-status', { ...values, status: t(`answers:mission-status.${status.is}`) });
}

type StatusSet = { kind: 'pilot'; is: PilotStatus } | { kind: 'mission'; is: MissionStatus };

function statusSetBy(change: Change): StatusSet | undefined {
  if (change.kind !== 'set') return undefined;
  const after = change.fields.find(({ field }) => field === 'status')?.after;
  const pilot = change.target.kind === 'pilot' ? PilotStatus.safeParse(after).data : undefined;
  if (pilot !== undefined) return { kind: 'pilot', is: pilot };
  const mission = change.target.kind === 'mission' ? MissionStatus.safeParse(after).data : undefined;
  return mission === undefined ? undefined : { kind: 'mission', is: mission };
}
