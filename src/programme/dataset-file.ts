import { readFileSync } from 'node:fs';
import { type ParsedDataset, parseDataset } from './dataset.js';
import type { FaultKey } from './fault.js';
import { placeOfJsonError } from './json-error.js';

/** Reads and checks a dataset file (JSON in UTF-8). Never throws: what goes wrong with the file is a fault, too. */
export function readDataset(file: string): ParsedDataset {
  let text: string;
  try {
    // At once: it is read at the start only, and waking the thread pool takes longer than reading.
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT'
      ? fileFault('file-missing', { file })
      : fileFault('file-unreadable', { file, code });
  }
  return parseText(text.replace(/^\uFEFF/, ''), file);
}

function parseText(text: string, file: string): ParsedDataset {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fileFault('not-json', { file, ...placeOfJsonError(text) });
  }
  return parseDataset(json);
}

function fileFault(key: FaultKey, values: Record<string, string | number>): ParsedDataset {
  return { faults: [{ path: '', key, values }] };
}
