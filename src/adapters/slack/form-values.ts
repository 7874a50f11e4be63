import { z } from 'zod';
import type { FilledForm, FormName } from './surfaces.js';

const Chosen = z.looseObject({ value: z.string() });

/** What a field holds, whichever element it is; `null` and empty stand for "left empty". */
const Field = z
  .looseObject({
    value: z.string().nullish(),
    selected_option: Chosen.nullish(),
    selected_options: z.array(Chosen).nullish(),
    selected_date: z.string().nullish(),
    selected_time: z.string().nullish(),
    selected_conversation: z.string().nullish(),
  })
  .transform((field) => ({
    one:
      field.value?.trim() ||
      field.selected_option?.value ||
      field.selected_date ||
      field.selected_time ||
      field.selected_conversation ||
      undefined,
    many: field.selected_options?.map(({ value }) => value) ?? [],
  }));

/** `view.state.values`: by block_id, then by action_id. Each of our blocks holds one element. */
const State = z.record(z.string(), z.record(z.string(), Field));

const Mode = z.enum(['day', 'month']).catch('day');
const Switch = z.enum(['on', 'off']).catch('on');

/** The fields of a submitted form; `conversation` where the form asks for one. */
export function filledForm(
  form: FormName,
  values: unknown,
): { filled: FilledForm; conversation: string | undefined } {
  const state = State.parse(values);
  const field = (name: string) => Object.values(state[name] ?? {})[0];
  const one = (name: string) => field(name)?.one ?? '';
  const many = (name: string) => field(name)?.many ?? [];
  const maybe = <K extends string>(name: K): { [P in K]?: string } => {
    const value = field(name)?.one;
    // A computed key of a generic type is beyond the compiler's reach.
    return (value === undefined ? {} : { [name]: value }) as { [P in K]?: string };
  };
  return { filled: read(), conversation: field('conversation')?.one };

  function read(): FilledForm {
    switch (form) {
      case 'update':
        return { form, item: one('item'), ...maybe('status'), ...maybe('date'), ...maybe('note') };
      case 'mission':
        return {
          form,
          title: one('title'),
          date: one('date'),
          precision: Mode.parse(one('precision')),
          from: many('from'),
          to: many('to'),
          partners: many('partners'),
          ...maybe('mode'),
          ...maybe('note'),
        };
      case 'pilot':
        return {
          form,
          title: one('title'),
          cities: many('cities'),
          partners: many('partners'),
          ...maybe('theme'),
          ...maybe('note'),
        };
      case 'digest':
        return {
          form,
          state: Switch.parse(one('state')),
          time: one('time'),
          timezone: one('timezone'),
          languages: one('languages'),
          days: one('days'),
        };
    }
  }
}
