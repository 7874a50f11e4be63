import { chooseLocale } from '../../bot/choose-locale.js';
import type { LiveProgramme } from '../../bot/live-programme.js';
import { includesRole, whoIs } from '../../bot/people.js';
import type { Store } from '../../bot/store.js';
import { findTimezone } from '../../bot/timezone.js';
import type { Languages } from '../../i18n/languages.js';
import { recordKey } from '../../programme/change.js';
import { type Locale, type Localized, tell } from '../../programme/localized.js';
import type { Programme } from '../../programme/programme.js';
import { MissionMode, MissionStatus, PilotStatus } from '../../programme/schema.js';
import type { FormName, Option, SuggestionKind, Surfaces, Visitor } from './surfaces.js';

/** What the surfaces look at: the state and the programme as they are in memory. */
export interface SurfaceSources {
  store: Pick<Store, 'view'>;
  programme: Pick<LiveProgramme, 'current'>;
  languages: Languages;
  /** Ids that are admins by configuration. */
  admins: ReadonlySet<string>;
  defaults: { locale: Locale };
}

const most = 100;
const coordinatorForms: readonly FormName[] = ['update', 'mission', 'pilot', 'digest'];

/** The surfaces over the kernel's own state and programme. */
export function createSurfaces(sources: SurfaceSources): Surfaces {
  const { store, languages, admins, defaults } = sources;
  const personOf = ({ person }: Visitor) => whoIs(store.view(), person, '', admins);
  return {
    language(visitor) {
      const evidence = { fixed: undefined, spoken: undefined, conversation: undefined };
      const { locale: chosen } = personOf(visitor);
      return chooseLocale({ ...evidence, chosen, hint: visitor.hint?.locale }, defaults.locale);
    },
    forms: (visitor) => (includesRole(personOf(visitor).role, 'coordinator') ? coordinatorForms : []),
    options(locale) {
      const { t } = languages[locale];
      const { themes } = sources.programme.current().programme;
      return {
        pilotStatuses: PilotStatus.options.map((value) => ({ value, label: t(`answers:status.${value}`) })),
        missionStatuses: MissionStatus.options.map((value) => ({
          value,
          label: t(`answers:mission-status.${value}`),
        })),
        modes: MissionMode.options.map((value) => ({ value, label: t(`answers:mode.${value}`) })),
        themes: [...themes.values()].map(({ id, name }) => ({ value: id, label: tell(name, locale).text })),
      };
    },
    suggest(kind, typed, locale) {
      const all =
        kind === 'timezone'
          ? timezones(typed, sources.programme.current().programme)
          : records(sources.programme, kind, typed, locale);
      return all.slice(0, most);
    },
  };
}

/** Records that fit the words, or with no words all of them, newest first. */
function records(
  live: SurfaceSources['programme'],
  kind: Exclude<SuggestionKind, 'timezone'>,
  typed: string,
  locale: Locale,
): Option[] {
  const { programme, engine } = live.current();
  const option = (value: string, name: Localized): Option => ({ value, label: tell(name, locale).text });
  const missions = [...programme.missions.values()].reverse();
  const all = {
    'mission-or-pilot': () => [
      ...[...programme.pilots.values()].map(({ id, title }) =>
        option(recordKey({ kind: 'pilot', id }), title),
      ),
      ...missions.map(({ id, title, date }) => {
        const { value, label } = option(recordKey({ kind: 'mission', id }), title);
        return { value, label: `${date} ${label}` };
      }),
    ],
    city: () => [...programme.cities.values()].map(({ id, name }) => option(id, name)),
    partner: () => [...programme.organisations.values()].map(({ id, name }) => option(id, name)),
  }[kind]();
  if (typed.trim() === '') return all;
  const found = engine
    .find(typed)
    .map(({ kind: named, id }) => (kind === 'mission-or-pilot' ? `${named}:${id}` : id));
  const part = typed.trim().toLowerCase();
  const fits = ({ value, label }: Option) => value.includes(part) || label.toLowerCase().includes(part);
  return all
    .filter((each) => found.includes(each.value) || fits(each))
    .sort((a, b) => rank(found, a.value) - rank(found, b.value));
}

const rank = (found: readonly string[], value: string) => {
  const place = found.indexOf(value);
  return place < 0 ? found.length : place;
};

function timezones(typed: string, programme: Programme): Option[] {
  const part = typed.trim().toLowerCase().replaceAll(' ', '_');
  const meant = findTimezone(typed, programme);
  const listed = Intl.supportedValuesOf('timeZone').filter((zone) => zone.toLowerCase().includes(part));
  const zones = meant === undefined ? listed : [meant, ...listed.filter((zone) => zone !== meant)];
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
