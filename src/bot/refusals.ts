import type { Command, Context } from './command.js';
import type { Log } from './log.js';

/** Kept for the admins to see who tried what; older ones are dropped. */
const KEPT = 500;

/** Records that somebody without the role tried a command. The person is answered even when this can't be written. */
export async function recordRefusal(context: Context, command: Command, log: Log): Promise<void> {
  const { inbound, now } = context;
  log.warn({ person: inbound.person, command: command.name }, 'refused for want of a role');
  try {
    await context.store.transact((tx) => {
      const recorded = tx.all('refusals');
      for (const old of recorded.slice(0, Math.max(0, recorded.length - KEPT + 1)))
        tx.remove('refusals', old.id);
      tx.put('refusals', {
        id: inbound.id,
        at: now.toISOString(),
        person: inbound.person,
        command: command.name,
      });
    });
  } catch (error) {
    log.warn({ err: error }, 'a refusal could not be recorded');
  }
}
