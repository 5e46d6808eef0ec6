import { expect, test } from 'vitest';
import { Fault } from './faults.ts';
import { openLog } from './log.ts';

test('a fault is logged as one line with its code and its cause', () => {
  const lines: string[] = [];
  const log = openLog('warn', { write: (line: string) => lines.push(line) });

  log.info({}, 'nobody asked for this line');
  log.error({ err: new Fault('MEDIA_REFUSED', { problem: 'odd' }, { cause: new RangeError('too wide') }) }, 'refused');

  expect(lines).toHaveLength(1);
  const line: unknown = JSON.parse(lines[0] ?? '');
  expect(line).toMatchObject({
    level: 'error',
    msg: 'refused',
    err: { code: 'MEDIA_REFUSED', detail: { problem: 'odd' } },
  });
  expect(lines[0]).toContain('too wide');
});
