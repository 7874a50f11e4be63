import type { RecordRef } from '../programme/change.js';
import type { Command, Context } from './command.js';
import type { Log } from './log.js';
import type { Tx } from './store.js';

/** Kept for the admins to see who tried what; older ones are dropped. */
const KEPT = 500;

/** Records that somebody without the role tried a command. The person is answered even when this can't be written. */
export async function recordRefusal(context: Context, command: Command, log: Log): Promise<void> {
  log.warn({ person: context.inbound.person, command: command.name }, 'refused for want of a role');
  try {
    await context.store.transact((tx) => putRefusal(tx, context, command.name));
  } catch (error) {
    log.warn({ err: error }, 'a refusal could not be recorded');
  }
}

/** Records a refusal as part of a transaction; `target` is the record that was not theirs to change. */
export function putRefusal(tx: Tx, { inbound, now }: Context, command: string, target?: RecordRef): void {
  const recorded = tx.all('refusals');
  for (const old of recorded.slice(0, Math.max(0, recorded.length - KEPT + 1))) tx.remove('refusals', old.id);
  tx.put('refusals', {
    id: inbound.id,
    at: now.toISOString(),
    person: inbound.person,
    command,
    ...(target === undefined ? {} : { target }),
  });
}
