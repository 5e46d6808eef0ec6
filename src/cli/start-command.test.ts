import { expect, test } from 'vitest';
import { Fault } from '../platform/faults.ts';
import { command } from './command.ts';
import { startCommand } from './start-command.ts';

const commands = [
  entry('well', async () => 0),
  entry('faulty', async () => {
    throw new Fault('OFFICE_UNKNOWN', { code: 'CO-CALDER' }, { cause: new TypeError('deep down') });
  }),
  entry('broken', async () => {
    throw new TypeError('first line\nsecond line');
  }),
  entry('patient', async ({ interrupted }) => {
    await new Promise((resolve) => interrupted.addEventListener('abort', resolve, { once: true }));
    return interrupted.throwIfAborted() ?? 0;
  }),
];

test.each([
  [['well'], 0, ''],
  [
    ['faulty'],
    1,
    'dateline: There is no office CO-CALDER. Make it with: bin/dateline office CO-CALDER --name en="…" --time-zone …',
  ],
  [['broken'], 1, 'dateline: first line'],
  [['wel'], 2, 'dateline: There is no command “wel”. Did you mean well?'],
  [['well', '--loud'], 2, 'dateline: --loud: there is no such option here. Add --help to see the options.'],
])('%j ends with code %i and one line', async (words, code, line) => {
  const { terminal, remarks } = terminalOf(words);
  expect(await startCommand(commands, terminal)).toBe(code);
  expect(remarks.join('\n')).toBe(line);
});

test('the causes are told only to whoever asks for them', async () => {
  const { terminal, remarks } = terminalOf(['faulty'], { DATELINE_LOG_LEVEL: 'info' });
  await startCommand(commands, terminal);
  expect(remarks.join('\n')).toContain('caused by: TypeError: deep down');
});

test('help goes to standard output, and to standard error when it was not asked for', async () => {
  const asked = terminalOf(['--help']);
  expect(await startCommand(commands, asked.terminal)).toBe(0);
  expect(asked.prints.join('\n')).toContain('patient');

  for (const words of [['-h'], ['well', '-h']]) {
    const short = terminalOf(words);
    expect(await startCommand(commands, short.terminal)).toBe(0);
    expect(short.prints.join('\n')).toContain('Usage: bin/dateline');
  }

  const unasked = terminalOf([]);
  expect(await startCommand(commands, unasked.terminal)).toBe(2);
  expect(unasked.prints).toEqual([]);

  const one = terminalOf(['well', '--help']);
  expect(await startCommand(commands, one.terminal)).toBe(0);
  expect(one.prints.join('\n')).toContain('Usage: bin/dateline well');
});

test('the first interruption asks the command to end, the second ends the process', async () => {
  const { terminal, left, interrupt } = terminalOf(['patient']);
  const code = startCommand(commands, terminal);
  await new Promise((resolve) => setImmediate(resolve));
  interrupt();
  expect(left).toEqual([]);
  interrupt();
  expect(left).toEqual([130]);
  expect(await code).toBe(130);
});

function entry(name: string, run: Parameters<typeof command>[0]['run']) {
  return {
    name,
    summary: `Does ${name}.`,
    load: async () => command({ usage: '', operands: null, settings: [], options: {}, run }),
  };
}

function terminalOf(words: string[], variables = {}) {
  const [prints, remarks, left]: [string[], string[], number[]] = [[], [], []];
  let interrupt = () => {};
  const terminal = {
    words,
    variables,
    print: (line: string) => prints.push(line),
    remark: (line: string) => remarks.push(line),
    onInterrupt: (listener: () => void) => {
      interrupt = listener;
      return () => {};
    },
    leave: (code: number) => left.push(code),
  };
  return { terminal, prints, remarks, left, interrupt: () => interrupt() };
}
