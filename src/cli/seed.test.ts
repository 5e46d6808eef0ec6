import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { startCommand } from './start-command.ts';

const data = mkdtempSync(join(tmpdir(), 'dateline-seed-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function typed(...words: string[]): Promise<string> {
  const said: string[] = [];
  const terminal = {
    words: [...words, '--data', data],
    variables: {},
    print: (line: string) => said.push(line),
    remark: () => {},
    onInterrupt: () => () => {},
    leave: () => {},
  };
  expect(await startCommand(commands, terminal)).toBe(0);
  return said.join('\n');
}

test('the example has as many texts as the check counts, and what came later is counted for itself', async () => {
  const said = await typed('seed');
  const [, texts] = /published: (\d+ texts) in 7 languages, with \d+ corrections, \d+ withdrawal/.exec(said) ?? [];
  expect(texts).toBeDefined();
  expect(await typed('check')).toContain(`Looked at ${texts} in`);
  expect(await typed('seed')).toContain('Nothing changed.');
});
