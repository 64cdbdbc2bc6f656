import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Submission } from '../../src/act.ts';
import { type Decision, accept } from '../../src/process/contract/decision.ts';
import { type NewEvent, type Project, kind, newId } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { type Log, openLog } from '../../src/storage/log/log.ts';
import { type Tables, openTables } from '../../src/storage/table/tables.ts';
import { tablesHere } from '../../support/tables-here.ts';
import { AT, P } from '../../support/vullen.ts';
import { Proxy } from './proxy.ts';

export const clock = () => performance.now();

/** Tables of this test alone, and as many instances on them as it likes. */
export class Lab {
  readonly #prefix = `t${randomUUID().replaceAll('-', '')}`;

  tables(connectionString = tablesHere()): Promise<Tables> {
    return openTables({ connectionString }, { clock, prefix: this.#prefix });
  }

  /** An instance of the program: a log with a cache of its own. */
  async log(connectionString?: string): Promise<Log> {
    return openLog((await this.tables(connectionString)).projecten);
  }

  /** A way to the same tables on which calls can go wrong; closed when the test ends. */
  async proxy(): Promise<Proxy> {
    const proxy = await new Proxy(tablesHere()).open();
    onTestFinished(() => proxy.close());
    return proxy;
  }
}

export const probleem = kind<{ soort: string }, { tekst: string }>('probleem');
export const keuze = kind<{ keuze: string }, object>('keuze');

let nonces = 0;

export const submission = (key: string, rest: Partial<Submission> = {}): Submission => ({
  projectId: P,
  key,
  by: 'd1',
  at: AT,
  nonce: `nonce-${++nonces}`,
  startedMs: clock(),
  clock,
  ...rest,
});

/** Says a new problem, whatever there is. */
export const sayProbleem =
  (tekst: string) =>
  (project: Project): Decision => {
    const id = newId(project, 'x');
    return accept(id, [say(probleem, id, { soort: 'overlast' }, { tekst })]);
  };

/** `count` problems, `text` telling what the nth says. */
export const problemen = (count: number, text = (nth: number) => `probleem ${nth}`): NewEvent[] =>
  Array.from({ length: count }, (_, nth) =>
    say(probleem, `x${nth}`, { soort: '' }, { tekst: text(nth) }),
  );
