import type * as z from 'zod';
import { type Fault, pathOf } from './fault.js';

/** Tells what zod found wrong with the shape of `json` as faults, in the order of zod's issues. */
export function shapeFaults(error: z.ZodError, json: unknown): Fault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, json));
}

function faultsOf(issue: z.core.$ZodIssue, json: unknown): Fault[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({
      path: pathOf([...issue.path, field]),
      key: 'unknown-field',
      values: { field },
    }));
  }
  if (valueAt(json, issue.path) === undefined && issue.path.length > 0) {
    return [{ path, key: 'missing', values: {} }];
  }
  if (issue.code === 'invalid_value') {
    return [{ path, key: 'not-allowed', values: { allowed: issue.values.map(String).join(', ') } }];
  }
  return [{ path, key: 'schema', values: { message: issue.message } }];
}

function valueAt(json: unknown, steps: readonly PropertyKey[]): unknown {
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined,
    json,
  );
}
