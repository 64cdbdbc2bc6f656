import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { TableClient } from '@azure/data-tables';
import { openLog, type Log } from '../../src/storage/log/log.ts';
import { tableOver } from '../../src/storage/table/table.ts';
import { freePorts } from '../../support/ports.ts';
import { mainOf, startInstance, type Instance } from './instance.ts';
import { openOutside, type Outside } from './outside.ts';
import type { Line } from './people.ts';
import { SETTINGS } from './settings.ts';

/** The folder that goes to production. */
export const PROGRAM = 'build/programma';

/** Makes the program that is tried. */
export const build = () => promisify(execFile)(process.execPath, ['scripts/bundle.ts', '--no-zip']);

/** Two instances of the built program beside each other, with the world around them. */
export interface Stage {
  outside: Outside;
  line: Line;
  /** The logs of projects, as they stand in storage. */
  log: Log;
  instances(): readonly Instance[];
  /** Stops one as App Service does and starts it anew, on the same port. */
  restart(nth: number): Promise<Ended>;
  /** How those ended that were stopped, in order. */
  ended: Ended[];
  /** All that all instances said. */
  said(): string;
  /** Stops both. */
  stop(): Promise<void>;
  /** Ends all that still runs, whatever became of it. */
  close(): Promise<void>;
}

interface Ended {
  code: number | 'killed';
  /** From the signal to the end, ms. */
  stopMs: number;
  /** From the start of the next to its first 200 on `/ready`, ms; undefined when there was none. */
  readyMs?: number;
}

/** `program`: the folder of the built program. Throws with what an instance said when it does not start. */
export async function openStage(program: string): Promise<Stage> {
  const main = mainOf(program);
  const outside = await openOutside();
  const free = await freePorts();
  const ports = [free.bot, free.playground] as const;
  const settingsAt = (port: number) => ({
    ...{ ...SETTINGS, ...outside.environment, PORT: String(port) },
  });
  const running = new Map<number, Instance>();
  const past: string[] = [];
  const ended: Ended[] = [];
  const begin = async (nth: 0 | 1) => {
    const started = () => startInstance(main, settingsAt(ports[nth]));
    // What ends at its start is started once more, as App Service does.
    const instance = await started().catch(started);
    running.set(nth, instance);
    return instance;
  };
  const end = async (nth: number): Promise<Ended> => {
    const instance = running.get(nth);
    if (!instance) throw new Error('that instance does not run');
    const { code, ms: stopMs } = await instance.stop();
    running.delete(nth);
    past.push(instance.said());
    ended.push({ code, stopMs });
    return { code, stopMs };
  };
  const close = async () => {
    await Promise.all([...running.values()].map((instance) => instance.kill()));
    running.clear();
    await outside.close();
  };
  try {
    await Promise.all([begin(0), begin(1)]);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ...{ outside, ended, close },
    line: { ports, bearer: await outside.entra.connectorBearer() },
    log: logIn(outside),
    instances: () => [...running.values()],
    restart: async (nth) => {
      const last = await end(nth);
      const { readyMs } = await begin(nth === 0 ? 0 : 1);
      const whole = { ...last, readyMs };
      ended[ended.length - 1] = whole;
      return whole;
    },
    said: () => [...past, ...[...running.values()].map((instance) => instance.said())].join('\n'),
    stop: async () => {
      await Promise.all([...running.keys()].map(end));
    },
  };
}

/** Storage as the test itself sees it: with its key, past the front. */
function logIn({ storage, ca }: Outside): Log {
  const client = TableClient.fromConnectionString(storage.tables, 'projecten', {
    tlsOptions: { ca },
  });
  return openLog(tableOver(client, () => performance.now()));
}
