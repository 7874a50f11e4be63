import * as z from 'zod';
import type { RecordKind } from '../../programme/change.js';
import { Localized } from '../../programme/localized.js';
import { PartialDate } from '../../programme/partial-date.js';
import { MissionMode, MissionStatus, OrganisationKind, PilotStatus } from '../../programme/schema.js';
import type { View } from '../presenter/view.js';
import { clauses, told } from '../presenter/words.js';
import type { Json } from './record.js';
import { wordOf } from './vocabulary.js';

/** The name of whatever in the programme has this id; the id itself when nothing has it any more. */
export function nameOf(view: View, id: string): string {
  const { cities, groups, organisations, themes } = view.programme;
  const named = cities.get(id) ?? groups.get(id) ?? organisations.get(id) ?? themes.get(id);
  return named === undefined ? id : told(named.name, view);
}

/** A field's value in the reader's language. Whatever an older version may have left there is shown as it stands. */
export function describeValue(view: View, kind: RecordKind, field: string, value: Json): string {
  const { t, formats } = view.language;
  if (value === null || (Array.isArray(value) && value.length === 0)) return t('changes:notSet');
  const read = <T>(schema: z.ZodType<T>, say: (parsed: T) => string) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? say(parsed.data) : JSON.stringify(value);
  };
  switch (field) {
    case 'status':
      return kind === 'mission'
        ? read(MissionStatus, (status) => t(`answers:mission-status.${status}`))
        : read(PilotStatus, (status) => t(`answers:status.${status}`));
    case 'mode':
      return read(MissionMode, (mode) => t(`answers:mode.${mode}`));
    case 'kind':
      return read(OrganisationKind, (is) => wordOf(view.language, `changes:organisation.${is}`));
    case 'date':
      return read(PartialDate, formats.date);
    case 'title':
    case 'name':
      return read(Localized, (title) => told(title, view));
    case 'partners':
    case 'organisations':
      return read(z.array(z.string()), (ids) =>
        clauses(
          ids.map((id) => nameOf(view, id)),
          view,
        ),
      );
    default:
      return read(z.union([z.string(), z.array(z.string())]), (ids) =>
        formats.list([ids].flat().map((id) => nameOf(view, id))),
      );
  }
}
