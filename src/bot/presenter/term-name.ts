import type { OrganisationKind } from '../../programme/schema.js';
import type { Term } from '../../query/query.js';
import type { View } from './view.js';
import { countryName, organisationName, partyName, told } from './words.js';

/** The name of what a condition is about, such as a city's name or "online". */
export function termName(term: Term, view: View): string {
  const { programme, language } = view;
  const { t } = language;
  const title = (value: Parameters<typeof told>[0] | undefined, id: string) =>
    value === undefined ? id : told(value, view);
  switch (term.kind) {
    case 'city':
    case 'group':
      return partyName(term.id, view);
    case 'country':
      return countryName(term.code, view);
    case 'organisation':
      return organisationName(term.id, view);
    case 'organisation-kind':
      return t(`answers:organisation-kind.${term.is}`, { count: 2 });
    case 'theme':
      return title(programme.themes.get(term.id)?.name, term.id);
    case 'topic':
      return title(programme.topics.get(term.id)?.name, term.id);
    case 'mission':
      return title(programme.missions.get(term.id)?.title, term.id);
    case 'pilot':
      return title(programme.pilots.get(term.id)?.title, term.id);
    case 'mode':
      return t(`answers:mode.${term.is}`);
    case 'outcome':
      return t(`answers:outcome.${term.is}`);
    case 'mission-status':
      return t(`answers:mission-status.${term.is}`);
    case 'pilot-status':
      return t(`answers:status.${term.is}`);
  }
}

/** The names of alternatives, each once: "Rome or Nice". Universities are groups of them as well, which need not be told. */
export function termNames(terms: readonly Term[], view: View): string {
  const isOfKind = (term: Term, is: OrganisationKind) => term.kind === 'organisation-kind' && term.is === is;
  const all = terms.some((term) => isOfKind(term, 'university'))
    ? terms.filter((term) => !isOfKind(term, 'university-group'))
    : terms;
  return view.language.formats.either(new Set(all.map((term) => termName(term, view))));
}
