/** What an error says, for the log and for those who operate the bot. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
