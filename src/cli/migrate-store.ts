import { statePlace } from '../state-place.js';
import { migrateStore as copyStore, TargetNotEmpty } from '../store/migrate-store.js';
import { openStore } from '../store/open-store.js';
import { type CommandLine, CommandLineError, exitCode, readArgs } from './command-line.js';
import { requireConfig } from './require.js';

/**
 * `migrate-store to-postgres|to-embedded`: copies the state between the embedded store's folder (`UCAP_STATE`) and PostgreSQL
 * (`DATABASE_URL`), and compares count and checksum. The target must be empty; the original stays as it is.
 */
export async function migrateStore(commandLine: CommandLine): Promise<void> {
  const { env, language } = commandLine;
  const { t } = language;
  const usage = 'cli:usages.migrate-store';
  const { positionals } = readArgs(commandLine, usage, {}, { least: 1, most: 1 });
  const [direction] = positionals;
  if (direction !== 'to-postgres' && direction !== 'to-embedded') {
    throw new CommandLineError(t('cli:usage', { usage: t(usage) }), exitCode.usage);
  }
  const config = requireConfig(env, language);
  if (config.databaseUrl === undefined) throw new CommandLineError(t('cli:migrate.noDatabase'));
  const postgres = statePlace(config);
  const { databaseUrl: _, ...withoutDatabase } = config;
  const embedded = statePlace(withoutDatabase);
  const [from, to] = direction === 'to-postgres' ? [embedded, postgres] : [postgres, embedded];

  const now = () => new Date();
  const source = await openStore(from, now);
  try {
    const target = await openStore(to, now);
    try {
      const { counts, checksum } = await copyStore(source, target).catch((error: unknown) => {
        throw error instanceof TargetNotEmpty ? new CommandLineError(t('cli:migrate.notEmpty')) : error;
      });
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
      process.stdout.write(`${t('cli:migrate.done', { rows, checksum })}\n`);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
