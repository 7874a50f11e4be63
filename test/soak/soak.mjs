// Ten minutes (or SOAK_MINUTES) of the bot at work: questions on both platforms, updates, digests and faults, at a fixed rate.
// Prints memory, handles and open files by thirds, and what was lost or doubled. Ends with 1 when anything was, when memory or
// handles went on growing after the first third, or when the bot did not end with 0.
import { startGateway } from '../support/wechat/gateway.mjs';
import { buildModules } from '../support/writer-build.mjs';

const seconds = Number(process.env.SOAK_MINUTES ?? 10) * 60;
/** Of the middle third's level, what the last third's may be. */
const GROWTH = 1.15;
/** A level below which growth is noise: megabytes, handles or files. */
const NOISE = 8;

const part = 'test/soak/mixed-load';
const modules = await buildModules(part);
const { soak } = await import(modules.path(part)).finally(() => modules.remove());
const report = await soak(seconds, startGateway);
const { samples, ...rest } = report;
const thirds = [0, 1, 2].map((third) =>
  samples.filter(({ seconds: at }) => Math.min(2, Math.floor((3 * at) / seconds)) === third),
);
const levels = (figure) => thirds.map((third) => median(third.map((sample) => sample[figure])));
const figures = ['rssMb', 'heapMb', 'handles', 'files', 'outbox'];
console.table(
  Object.fromEntries(
    figures.map((figure) => {
      const [first, middle, last] = levels(figure);
      const most = Math.max(...samples.map((sample) => sample[figure]));
      return [figure, { 'first third': first, 'middle third': middle, 'last third': last, most }];
    }),
  ),
);
console.log(rest);
const growing = ['rssMb', 'heapMb', 'handles', 'files'].filter((figure) => {
  const [, middle, last] = levels(figure);
  return last > middle * GROWTH && last > middle + NOISE;
});
if (growing.length > 0) console.log(`still growing after the first third: ${growing.join(', ')}`);
const faults = [...report.lost, ...report.doubled, ...growing];
const isSound = faults.length === 0 && report.exitCode === 0;
process.exit(isSound && report.updates.kept === report.updates.acknowledged ? 0 : 1);

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
