import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Most of the longer tests wait for processes; two at a time halve the waiting on two cores.
    maxWorkers: 2,
    // Many tests wait for a process to come up; a second is short for that on a busy machine.
    expect: { poll: { timeout: 10_000 } },
  },
});
