import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createLog, logStrays } from '../src/log/log.ts';

function logInto() {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { lines, log: createLog('info', { write }) };
}

it('keeps text, names and tokens out, wherever they stand', () => {
  const { lines, log } = logInto();

  log.info({
    text: 'GEHEIM',
    naam: 'GEHEIM',
    from: { name: 'GEHEIM' },
    headers: { authorization: 'GEHEIM' },
  });
  log.error({ err: new TypeError('GEHEIM op regel\n   at GEHEIM (1:1)') });
  log.error({ err: new Error('GEHEIM', { cause: new RangeError('GEHEIM') }) });
  log.error({ err: 'GEHEIM' });

  expect(lines.map(({ err }) => err)).toMatchObject([
    undefined,
    { type: 'TypeError' },
    { type: 'Error', cause: { type: 'RangeError' } },
    expect.anything(),
  ]);
  expect(JSON.stringify(lines)).not.toContain('GEHEIM');
});

it('tells what kind of error it was, with its code and place', () => {
  const { lines, log } = logInto();
  const cause = Object.assign(new RangeError('x'), { code: 'ECONNRESET' });

  log.error({
    err: Object.assign(new TypeError('x', { cause }), { statusCode: 412 }),
    activity: 'a-1',
  });

  expect(lines[0]).toMatchObject({
    activity: 'a-1',
    err: { type: 'TypeError', statusCode: 412, cause: { type: 'RangeError', code: 'ECONNRESET' } },
  });
  expect(JSON.stringify(lines[0])).toContain('log.test.ts');
});

it('logs a rejection that nobody waits for', () => {
  const { lines, log } = logInto();
  const source = new EventEmitter();
  logStrays(log, source);

  source.emit('unhandledRejection', new Error('GEHEIM'));

  expect(lines).toMatchObject([{ msg: 'unhandled rejection', err: { type: 'Error' } }]);
});
