import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { startCommand } from '../../src/cli/start-command.ts';

/** A folder with a newsroom to come, and commands that are typed for it. Gone at the end of the test file. */
export function openCommandLine(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `dateline-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  return {
    data,
    /** @returns its path. */
    write(file: string, content: string | Uint8Array): string {
      writeFileSync(join(folder, file), content);
      return join(folder, file);
    },
    /** What a command said, and how it ended. */
    async typed(...words: string[]): Promise<{ exit: number; said: string }> {
      const said: string[] = [];
      const print = (line: string) => said.push(line);
      const rest = { variables: {}, remark: print, onInterrupt: () => () => {}, leave: () => {} };
      const exit = await startCommand(commands, { words: [...words, '--data', data], print, ...rest });
      return { exit, said: said.join('\n') };
    },
  };
}
