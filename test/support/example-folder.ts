import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the example newsroom is drawn once for the tests of a project; empty until one of them needs it. */
    exampleFolder: string;
  }
}

/** Gives the example newsroom of this run a folder of its own, and throws it away behind the tests. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-example-'));
  project.provide('exampleFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
