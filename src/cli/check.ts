import { readDataset } from '../programme/dataset-file.js';
import { shippedDataset } from '../shipped-dataset.js';
import { type CommandLine, CommandLineError, readArgs } from './command-line.js';
import { describeFaults } from './dataset-faults.js';

/** `check [FILE]`: the counts of a sound dataset on stdout, or every fault on stderr and exit 1. */
export async function check(commandLine: CommandLine): Promise<void> {
  const { positionals } = readArgs(commandLine, 'cli:usages.check', {}, { least: 0, most: 1 });
  const [named] = positionals;
  const file = named ?? shippedDataset;
  const parsed = readDataset(file);
  if ('faults' in parsed) {
    const wayOut = named === undefined ? 'cli:dataset.wayOut' : 'cli:dataset.wayOutNamed';
    throw new CommandLineError(describeFaults(file, parsed.faults, commandLine.language, wayOut));
  }
  const { cities, organisations, missions, pilots } = parsed.dataset;
  // Other programs read this line, so it is English in every locale.
  const counted = commandLine.languages.en.t('cli:dataset.counts', {
    cities: cities.length,
    organisations: organisations.length,
    missions: missions.length,
    pilots: pilots.length,
  });
  process.stdout.write(`${counted}\n`);
}
