import type { Reader } from '../bot/store.js';
import { type Config, readConfig } from '../config.js';
import type { Language } from '../i18n/languages.js';
import { type Knowledge, loadKnowledge } from '../knowledge.js';
import { readDataset } from '../programme/dataset-file.js';
import { applyChanges } from '../programme/snapshot.js';
import { shippedDataset } from '../shipped-dataset.js';
import { statePlace } from '../state-place.js';
import { readState } from '../store/open-store.js';
import { CommandLineError } from './command-line.js';
import { describeConfigFault } from './config-faults.js';
import { describeFaults } from './dataset-faults.js';

/**
 * The configuration.
 * @throws CommandLineError that lists every fault of the environment, none with a value
 */
export function requireConfig(env: NodeJS.ProcessEnv, language: Language): Config {
  const read = readConfig(env);
  if ('config' in read) return read.config;
  const lines = read.faults.map((fault) => `  ${describeConfigFault(fault, language)}`);
  const dataset = datasetFaults(read, language);
  throw new CommandLineError([language.t('config:faults'), ...lines, ...dataset].join('\n'));
}

/** A dataset at fault is told with the variables, so that nobody mends those and only then hears of it. */
function datasetFaults({ dataset }: Pick<Config, 'dataset'>, language: Language): string[] {
  const file = dataset ?? shippedDataset;
  const parsed = readDataset(file);
  return 'faults' in parsed ? [describeFaults(file, parsed.faults, language)] : [];
}

/**
 * The configured programme, as its dataset has it.
 * @throws CommandLineError that lists every fault of the dataset
 */
export function requireKnowledge({ dataset }: Pick<Config, 'dataset'>, language: Language): Knowledge {
  const file = dataset ?? shippedDataset;
  const loaded = loadKnowledge(file);
  if ('faults' in loaded) throw new CommandLineError(describeFaults(file, loaded.faults, language));
  return loaded;
}

/** The programme as it is now: the dataset with every committed change; and the state it was read from, where there is one. */
export interface Current extends Knowledge {
  reader: Reader | undefined;
}

/**
 * The configured programme with the changes of the last committed state, read beside a running bot.
 * @throws CommandLineError that lists every fault of the dataset
 */
export async function requireCurrentProgramme(config: Config, language: Language): Promise<Current> {
  const shipped = requireKnowledge(config, language);
  const state = await readState(statePlace(config));
  const changes = state?.reader.all('changes') ?? [];
  if (changes.length === 0) return { ...shipped, reader: state?.reader };
  const programme = applyChanges(shipped.programme, changes);
  return { programme, engine: shipped.engine.with(programme), reader: state?.reader };
}
