import type { Conversation } from '../state.js';
import type { Reader } from '../store.js';

/** The conversations that an announcement goes to: those with a digest. */
export function announcementReaders(reader: Reader): readonly Conversation[] {
  return reader.all('conversations').filter(({ digest }) => digest !== undefined);
}
