import * as z from 'zod';

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

/** A submitted form's fields by name. */
export interface FormValues {
  /** The text, date, time or option of a field; `undefined` when it was left empty. */
  one(name: string): string | undefined;
  /** The options of a field that takes several. */
  many(name: string): readonly string[];
}

export function formValues(values: unknown): FormValues {
  const state = State.parse(values);
  const field = (name: string) => Object.values(state[name] ?? {})[0];
  return { one: (name) => field(name)?.one, many: (name) => field(name)?.many ?? [] };
}
