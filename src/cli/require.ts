import { type Config, readConfig } from '../config.js';
import type { Language } from '../i18n/languages.js';
import { type Knowledge, loadKnowledge } from '../knowledge.js';
import { shippedDataset } from '../shipped-dataset.js';
import { CommandLineError } from './command-line.js';
import { describeFaults } from './dataset-faults.js';

/**
 * The configuration.
 * @throws CommandLineError that lists every fault of the environment, none with a value
 */
export function requireConfig(env: NodeJS.ProcessEnv, { t }: Language): Config {
  const read = readConfig(env);
  if ('config' in read) return read.config;
  const lines = read.faults.map((fault) => t('cli:config.fault', { ...fault }));
  throw new CommandLineError([t('cli:config.faults'), ...lines].join('\n'));
}

/**
 * The configured programme, as its dataset has it.
 * @throws CommandLineError that lists every fault of the dataset
 */
export async function requireKnowledge(
  { dataset }: Pick<Config, 'dataset'>,
  language: Language,
): Promise<Knowledge> {
  const file = dataset ?? shippedDataset;
  const loaded = await loadKnowledge(file);
  if ('faults' in loaded) throw new CommandLineError(describeFaults(file, loaded.faults, language));
  return loaded;
}
