import { PersonId } from '../bot/identity.js';
import { putStanding } from '../bot/membership/roles.js';
import { findPerson, nameless, newcomer } from '../bot/people.js';
import { Role } from '../bot/state.js';
import { statePlace } from '../state-place.js';
import { StateInUse } from '../store/errors.js';
import { openStore } from '../store/open-store.js';
import { type CommandLine, CommandLineError, exitCode, readArgs } from './command-line.js';
import { requireConfig } from './require.js';

/** `grant PERSON ROLE`: gives a role from the server's own shell, as the first admin gets theirs. */
export async function grant(commandLine: CommandLine): Promise<void> {
  const { env, language } = commandLine;
  const { t } = language;
  const { positionals } = readArgs(commandLine, 'cli:usages.grant', {}, { least: 2, most: 2 });
  const person = PersonId.safeParse(positionals[0]);
  if (!person.success) throw new CommandLineError(t('cli:grant.badPerson'), exitCode.usage);
  const role = Role.safeParse(positionals[1]);
  if (!role.success) throw new CommandLineError(t('cli:grant.badRole'), exitCode.usage);
  const place = statePlace(requireConfig(env, language));
  const store = await openStore(place, () => new Date()).catch((error: unknown) => {
    if (!(error instanceof StateInUse)) throw error;
    const [who, what] = positionals as [string, string]; // Both were read above.
    throw new CommandLineError(t('cli:grant.inUse', { folder: error.folder, person: who, role: what }));
  });
  try {
    await store.transact((tx) => {
      const row = findPerson(tx, person.data) ?? newcomer(person.data, nameless(person.data));
      // A role from the server is for every city: it is how the first admin is made.
      putStanding(tx, row, { role: role.data });
    });
  } finally {
    await store.close();
  }
  const name = t(`bot:role.names.${role.data}`);
  process.stdout.write(`${t('cli:grant.done', { person: person.data, role: name })}\n`);
}
