import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 30_000,
    // Many tests wait for a process to come up; a second is short for that on a busy machine.
    expect: { poll: { timeout: 10_000 } },
  },
});
