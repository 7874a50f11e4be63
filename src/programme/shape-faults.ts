import type * as z from 'zod';
import { type Fault, type FaultKey, namedFault, pathOf } from './fault.js';

type Issue = z.core.$ZodIssue;
type Described = Pick<Fault, 'key' | 'values'>;

/** Tells what zod found wrong with the shape of `json` as faults, in the order of zod's issues. */
export function shapeFaults(error: { issues: readonly Issue[] }, json: unknown): Fault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, json, []));
}

/** @param above the steps to the value that the issue's own path begins at */
function faultsOf(issue: Issue, json: unknown, above: readonly PropertyKey[]): Fault[] {
  const steps = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((field) => ({
      path: pathOf([...steps, field]),
      key: 'unknown-field',
      values: { field },
    }));
  }
  const path = pathOf(steps);
  if (valueAt(json, steps) === undefined && steps.length > 0) return [{ path, key: 'missing', values: {} }];
  if (issue.code === 'invalid_union') {
    const options = optionsOf(issue);
    if (options !== undefined) return [{ path, key: 'not-allowed', values: { allowed: options.join(', ') } }];
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    if (nearest.length > 0) return nearest.flatMap((inner) => faultsOf(inner, json, steps));
  }
  return [{ path, ...described(issue) }];
}

/** What the field that tells the forms of a union apart may hold, when it is that field which is wrong. */
function optionsOf(issue: z.core.$ZodIssueInvalidUnion): readonly unknown[] | undefined {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : undefined;
}

const types: Readonly<Record<string, FaultKey>> = {
  array: 'not-list',
  object: 'not-object',
  record: 'not-object',
  string: 'not-text',
  number: 'not-number',
  int: 'not-whole-number',
  boolean: 'not-boolean',
};

function described(issue: Issue): Described {
  switch (issue.code) {
    case 'invalid_value':
      return { key: 'not-allowed', values: { allowed: issue.values.map(String).join(', ') } };
    case 'invalid_type':
      return { key: types[issue.expected] ?? 'wrong-value', values: {} };
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { key: 'empty', values: {} }
        : { key: 'too-small', values: { least: String(issue.minimum) } };
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { key: 'too-long', values: { most: String(issue.maximum) } }
        : { key: 'too-big', values: { most: String(issue.maximum) } };
    default:
      return { key: namedFault(issue.message) ?? 'wrong-value', values: {} };
  }
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
