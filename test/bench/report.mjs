import { appendFileSync } from 'node:fs';

/**
 * One figure beside its peer's in the same run: `{ bench, figure, ours, peer, ratio, goal }`, `goal` in words. Prints them as a table;
 * under `npm run bench` they also go to the common one.
 */
export function report(rows) {
  console.table(rows);
  const file = process.env.BENCH_REPORT;
  if (file !== undefined) appendFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
