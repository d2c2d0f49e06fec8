import { defineConfig } from 'vitest/config';

/** Those that share emulators run one file after the other. */
const overEmulators = {
  fileParallelism: false,
  testTimeout: 30_000,
  hookTimeout: 60_000,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,web,functions}/src/**/*.test.ts', '{tools,tests/unit}/**/*.test.ts'],
        },
      },
      ...['rules', 'storage-rules', 'functions', 'tools'].map((name) => ({
        test: { name, include: [`tests/${name}/**/*.test.ts`], ...overEmulators },
      })),
    ],
  },
});
