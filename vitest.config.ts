import { defineConfig } from 'vitest/config';
import { SCENARIOS_PER_SUITE } from './tools/faults/start-player.ts';
import { suites } from './tools/test/suite-of-worker.ts';

/** On a busy machine all takes its time. */
const timeouts = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 } },
} as const;
/** Those that share emulators run one file after the other. */
const overEmulators = { fileParallelism: false, ...timeouts } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          ...timeouts,
          include: ['{shared,web,functions}/src/**/*.test.ts', '{tools,tests/unit}/**/*.test.ts'],
        },
      },
      ...['rules', 'storage-rules', 'functions', 'tools'].map((name) => ({
        test: { name, include: [`tests/${name}/**/*.test.ts`], ...overEmulators },
      })),
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          ...overEmulators,
          maxConcurrency: SCENARIOS_PER_SUITE * suites().length,
          testTimeout: 600_000,
        },
      },
    ],
  },
});
