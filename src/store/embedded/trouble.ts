const sentences: Record<string, string> = {
  ENOSPC: 'no room is left on its disk',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk reports an error',
  EROFS: 'its disk is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOENT: 'its folder is gone',
  ENOTDIR: 'it is not a folder',
  EMFILE: 'this process has too many files open',
};

/** What is wrong with the disk, in words for `/health` and the log. */
export function diskTrouble(error: unknown): string {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  return `${sentences[code] ?? 'the file system refuses it'} (${code})`;
}
