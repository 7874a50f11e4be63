import type { Language } from '../i18n/languages.js';
import {
  BackupRefused,
  DatabaseUnavailable,
  DiskUnavailable,
  StateFolderOpen,
  StateInUse,
  StateUnsound,
} from '../store/errors.js';
import { CommandLineError } from './command-line.js';
import { describeFaults } from './dataset-faults.js';

/**
 * One plain sentence with the way out, whatever was thrown (with a line for each fault of an unsound file): a stack is for the log
 * of a running bot, never for a terminal.
 */
export function errorSentence(error: unknown, language: Language): string {
  const { t } = language;
  if (error instanceof CommandLineError) return error.message;
  if (error instanceof StateUnsound)
    return describeFaults(error.place, error.faults, language, `cli:unsound.${error.what}`);
  if (error instanceof StateInUse) return inUse(error, language);
  if (error instanceof StateFolderOpen) return t('cli:folderOpen', { folder: error.folder });
  if (error instanceof DiskUnavailable || error instanceof BackupRefused)
    return diskSentence(error, language);
  if (error instanceof DatabaseUnavailable)
    return t(`cli:database.${error.trouble}`, { code: error.code ?? '—' });
  if (!(error instanceof Error)) return t('cli:broke', { reason: String(error) });
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== undefined && path !== undefined) return t('cli:fileProblem', { file: path, code });
  return t('cli:broke', { reason: error.message });
}

function inUse({ folder, pid }: StateInUse, { t }: Language): string {
  return pid === undefined ? t('cli:stateInUse', { folder }) : t('cli:stateInUseBy', { folder, pid });
}

type DiskError = DiskUnavailable | BackupRefused;

function diskSentence(error: DiskError, { t }: Language): string {
  const reason = t(`cli:disk.reason.${reasonOf(error)}`, { code: error.code ?? '—' });
  return t(`cli:disk.${error.deed}`, { place: error.place, reason });
}

const reasons = {
  ENOSPC: 'full',
  EDQUOT: 'quota',
  EIO: 'failing',
  EROFS: 'readOnly',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ENOTDIR: 'notFolder',
  EISDIR: 'isFolder',
  EMFILE: 'busy',
} as const;

function reasonOf({ deed, code }: DiskError) {
  if (code === 'ENOENT') return ({ open: 'notMade', read: 'notThere', write: 'noFolder' } as const)[deed];
  const known = Object.entries(reasons).find(([name]) => name === code);
  return known?.[1] ?? 'other';
}
