import type { Reader } from '../bot/store.js';
import { emptyTables, TablesReader } from './tables.js';

/** The state before anybody changed anything. */
export const emptyReader: Reader = new TablesReader(emptyTables);
