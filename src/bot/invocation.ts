import * as z from 'zod';

/**
 * A command's name and its arguments: what typed words, a button, a modal or a number all become. It is data, so that
 * a button can carry it and a restart does not lose it. The command's own schema checks `args` before it runs.
 */
export const Invocation = z.strictObject({ command: z.string(), args: z.json() });
export type Invocation = z.infer<typeof Invocation>;
