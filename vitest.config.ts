import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    // More than there are cores: whoever waits for a browser or a database leaves theirs to another.
    maxWorkers: availableParallelism() + 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // How long a screen may take to show what is asked of it: expect.poll.
    expect: { poll: { timeout: 120_000, interval: 20 } },
    // No harvester that is kept up is on npm; this one is nobody's of ours, and its sources run though its package does not.
    server: { deps: { inline: ['oai-pmh'] } },
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'desk-ui/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'engines',
          include: ['test/engine-contract/**/*.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/example-folder.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'survival',
          include: ['test/survival/**/*.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/example-folder.ts'],
        },
      },
    ],
  },
});
