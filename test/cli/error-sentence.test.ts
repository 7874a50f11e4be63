import { describe, expect, it } from 'vitest';
import { errorSentence } from '../../src/cli/error-sentence.js';
import { createLanguages } from '../../src/i18n/languages.js';
import {
  BackupRefused,
  DatabaseUnavailable,
  DiskUnavailable,
  StateFolderOpen,
  StateInUse,
  StateUnsound,
} from '../../src/store/errors.js';

const languages = createLanguages();
const systemError = (code: string) => Object.assign(new Error(`${code}: no, write`), { code });

describe('an error', () => {
  it.each([
    [
      new BackupRefused('write', '/b.json', systemError('ENOSPC')),
      "/b.json can't be written: no room is left on its disk; make room and try again.",
      '无法写入/b.json：磁盘空间已满，请腾出空间后重试。',
    ],
    [
      new DiskUnavailable('write', '/s/state.json', systemError('EWHAT')),
      "/s/state.json can't be written: the file system refuses it (EWHAT).",
      '无法写入/s/state.json：文件系统拒绝了操作（EWHAT）。',
    ],
    [
      new StateInUse('/s', undefined),
      'A bot is running on the state in /s. Stop it first.',
      '已有助手在使用/s中的状态，请先停止它。',
    ],
    [
      new StateFolderOpen('/s'),
      'The state folder /s is open to other users of this machine. Close it with “chmod 700 /s”.',
      '本机其他用户可以访问状态文件夹/s。请用“chmod 700 /s”加以限制。',
    ],
    [
      new DatabaseUnavailable('postgres://secret', 'away', systemError('ECONNREFUSED')),
      "PostgreSQL can't be reached (ECONNREFUSED). Check DATABASE_URL and that the database is running.",
      '无法连接PostgreSQL（ECONNREFUSED）。请检查DATABASE_URL以及数据库是否在运行。',
    ],
    [
      new StateUnsound({
        what: 'backup',
        place: '/b.json',
        faults: [{ path: 'collections.people', key: 'missing', values: {} }],
      }),
      '/b.json has 1 fault:\n  collections.people: This field is missing. Add it.\nNothing was changed. Use another backup, or correct this one.',
      '/b.json有1处错误：\n  collections.people：缺少此字段，请补上。\n没有作任何改动。请换一份备份，或更正此文件。',
    ],
  ])('%s is told in both languages', (error, en, zh) => {
    expect(errorSentence(error, languages.en)).toBe(en);
    expect(errorSentence(error, languages.zh)).toBe(zh);
  });
});
