import { quotable } from '../bot/changes/clean-text.js';
import { indexNames, readNames } from '../bot/changes/names.js';
import { PersonId } from '../bot/identity.js';
import { putStanding, roleNamed, type Standing } from '../bot/membership/roles.js';
import { findPerson, nameless, newcomer } from '../bot/people.js';
import type { Config } from '../config.js';
import { tell } from '../programme/localized.js';
import type { City } from '../programme/schema.js';
import { statePlace } from '../state-place.js';
import { StateInUse } from '../store/errors.js';
import { openStore } from '../store/open-store.js';
import { type CommandLine, CommandLineError, exitCode, readArgs } from './command-line.js';
import { requireConfig, requireKnowledge } from './require.js';

/** A role, and the cities of a coordinator who is for certain ones. */
interface Granted extends Pick<Standing, 'role'> {
  cities: readonly City[];
}

/** `grant PERSON ROLE [city,…]`: gives a role from the server's own shell, as the first admin gets theirs. */
export async function grant(commandLine: CommandLine): Promise<void> {
  const { env, language } = commandLine;
  const { t } = language;
  const { positionals } = readArgs(commandLine, 'cli:usages.grant', {}, { least: 2, most: Infinity });
  const [typedId = '', typedRole = '', ...typedCities] = positionals;
  const person = PersonId.safeParse(typedId);
  if (!person.success) throw wrong(t('cli:grant.badPerson'));
  const config = requireConfig(env, language);
  const granted = readGranted(commandLine, config, typedRole, typedCities.join(' '));
  const store = await openStore(statePlace(config), () => new Date()).catch((error: unknown) => {
    if (!(error instanceof StateInUse)) throw error;
    const what = positionals.slice(1).join(' ');
    throw new CommandLineError(
      t('cli:grant.inUse', { folder: error.folder, person: person.data, role: quotable(what) }),
    );
  });
  try {
    await store.transact((tx) => {
      const row = findPerson(tx, person.data) ?? newcomer(person.data, nameless(person.data));
      const cities = granted.cities.map(({ id }) => id);
      putStanding(tx, row, { role: granted.role, ...(cities.length === 0 ? {} : { cities }) });
    });
  } finally {
    await store.close();
  }
  process.stdout.write(
    `${t('cli:grant.done', { person: person.data, role: describe(granted, commandLine) })}\n`,
  );
}

function readGranted(
  { languages, language }: CommandLine,
  config: Config,
  typedRole: string,
  typedCities: string,
): Granted {
  const { t, formats } = language;
  const role = roleNamed(languages, typedRole);
  if (role === undefined) throw wrong(t('cli:grant.badRole'));
  if (typedCities === '') return { role, cities: [] };
  if (role !== 'coordinator') throw wrong(t('changes:people.cityOnlyForCoordinators'));
  const { cities } = requireKnowledge(config, language).programme;
  const read = readNames(typedCities, indexNames([...cities.values()]), languages);
  if ('ids' in read) return { role, cities: read.ids.flatMap((id) => cities.get(id) ?? []) };
  const allowed = formats.either([...cities.values()].map(({ name }) => tell(name, language.locale).text));
  throw wrong(t('cli:grant.badCity', { word: quotable(read.unknown), allowed }));
}

function describe({ role, cities }: Granted, { language }: CommandLine): string {
  const { t, formats, locale } = language;
  const name = t(`bot:role.names.${role}`);
  if (cities.length === 0) return name;
  return t('answers:aside', {
    text: name,
    aside: formats.list(cities.map((city) => tell(city.name, locale).text)),
  });
}

function wrong(sentence: string): CommandLineError {
  return new CommandLineError(sentence, exitCode.usage);
}
