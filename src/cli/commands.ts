import { backup } from './backup.js';
import { check } from './check.js';
import type { PackageCommand } from './command-line.js';
import { digest } from './digest.js';
import { doctor } from './doctor.js';
import { grant } from './grant.js';
import { manifest } from './manifest.js';
import { migrateStore } from './migrate-store.js';
import { restore } from './restore.js';
import { start } from './start.js';

/** The commands beside `ask`, in the order in which `--help` lists them. None loads a platform before it is needed. */
export const otherCommands: ReadonlyMap<string, PackageCommand> = new Map(
  Object.entries<PackageCommand>({
    start: { run: start, summary: 'cli:help.start', usage: 'cli:usages.start', notes: 'cli:notes.start' },
    check: { run: check, summary: 'cli:help.check', usage: 'cli:usages.check' },
    manifest: { run: manifest, summary: 'cli:help.manifest', usage: 'cli:usages.manifest' },
    doctor: { run: doctor, summary: 'cli:help.doctor', usage: 'cli:usages.doctor' },
    grant: { run: grant, summary: 'cli:help.grant', usage: 'cli:usages.grant' },
    backup: { run: backup, summary: 'cli:help.backup', usage: 'cli:usages.backup' },
    restore: { run: restore, summary: 'cli:help.restore', usage: 'cli:usages.restore' },
    digest: { run: digest, summary: 'cli:help.digest', usage: 'cli:usages.digest' },
    'migrate-store': {
      run: migrateStore,
      summary: 'cli:help.migrate-store',
      usage: 'cli:usages.migrate-store',
    },
  }),
);
