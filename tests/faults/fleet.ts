import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DeliverOptions } from '../../src/delivery/parts/options.ts';
import { pick, sleep, type Chance } from './chance.ts';

/** What a process is started with. */
export interface InstanceOptions {
  /** Connection string of the tables. */
  connection: string;
  prefix: string;
  metadataUrl: string;
  teamsUrl: string;
  /** How far the bot's clock is ahead of the real one, so that it is always a working day; it runs as fast. */
  aheadMs: number;
  leaseMs?: number;
  sweepMs: number;
  pace?: DeliverOptions['pace'];
}

interface Member {
  child: ChildProcess;
  /** Undefined until it listens. */
  port: number | undefined;
  isFrozen: boolean;
}

const PROGRAM = fileURLToPath(new URL('./instance.ts', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/faults', import.meta.url));
const START_LIMIT_MS = 180_000;
/** A program that cannot start is not started for ever. */
const MAX_FALLS = 20;

/** Instances of the bot, each a process. One that ends is started again. */
export class Fleet {
  readonly members: Member[] = [];
  /** Messages of the lines that the instances logged, counted. */
  readonly logged = new Map<string, number>();
  readonly options: InstanceOptions;
  readonly size: number;
  kills = 0;
  freezes = 0;
  /** Ended without being killed. */
  fell = 0;
  isClosing = false;

  constructor(size: number, options: InstanceOptions) {
    this.size = size;
    this.options = options;
  }

  async open(): Promise<this> {
    for (let nth = 0; nth < this.size; nth++) this.members.push(this.start());
    for (let waited = 0; this.ports().length < this.size; waited += 50) {
      if (waited > START_LIMIT_MS) throw new Error('the instances did not start');
      await sleep(50);
    }
    return this;
  }

  start(): Member {
    const child = fork(PROGRAM, [JSON.stringify(this.options)], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
    });
    const member: Member = { child, port: undefined, isFrozen: false };
    child.on('message', (said) => {
      member.port = (said as { port: number }).port;
    });
    child.stdout?.on('data', (part: Buffer) => this.hear(part.toString()));
    child.once('exit', (_code, signal) => {
      if (this.isClosing) return;
      if (signal !== 'SIGKILL') this.fell += 1;
      if (this.fell > MAX_FALLS) return;
      this.members[this.members.indexOf(member)] = this.start();
    });
    return member;
  }

  hear(lines: string): void {
    for (const [, said = ''] of lines.matchAll(/"msg":"([^"]*)"/g))
      this.logged.set(said, (this.logged.get(said) ?? 0) + 1);
  }

  /** Where who listens can be reached; a frozen one listens, and does not answer. */
  ports(): number[] {
    return this.members.flatMap(({ port }) => port ?? []);
  }

  /** `kill -9` for one that is up. False when no other is: a slow machine would do nothing but start instances. */
  kill(chance: Chance): boolean {
    const up = this.up();
    const member = pick(chance, up);
    if (!member || up.length < 2) return false;
    member.port = undefined;
    this.kills += 1;
    return member.child.kill('SIGKILL');
  }

  /** Stands still for so long, as a machine that is moved or swaps. */
  async freeze(chance: Chance, ms: number): Promise<void> {
    const member = pick(chance, this.up());
    if (!member) return;
    this.freezes += 1;
    member.isFrozen = true;
    member.child.kill('SIGSTOP');
    await sleep(ms);
    member.child.kill('SIGCONT');
    member.isFrozen = false;
  }

  up(): Member[] {
    return this.members.filter(({ port, isFrozen }) => port !== undefined && !isFrozen);
  }

  async close(): Promise<void> {
    this.isClosing = true;
    const running = this.members.filter(
      ({ child }) => child.exitCode === null && child.signalCode === null,
    );
    await Promise.all(
      running.map(({ child }) => {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        return ended;
      }),
    );
  }
}
