import { randomUUID } from 'node:crypto';
import { HOUR_MS, plusMs } from '../process/taal/time.ts';
import { backupsIn } from '../backup/restore.ts';
import { keyOf } from '../storage/table/rows.ts';
import { settle } from '../storage/table/table.ts';
import { botToken } from '../teams/out/bot-token.ts';
import { columns, count, reasonOf, Sentence, type Beheer, type Command } from './beheer.ts';

/** A sentence when it is well, or an error. */
type Check = (beheer: Beheer) => Promise<string>;

/** A night, and the time that one takes. */
const OLD_MS = 26 * HOUR_MS;
/** Work that is due is done within a minute or two. */
const LATE_MS = 5 * 60_000;
const MAX_OFFSET_S = 30;

/** In this order, because an earlier failure explains the later ones. */
const CHECKS: readonly (readonly [string, Check])[] = [
  ['tabellen', tables],
  ['klok', clock],
  ['bestanden', files],
  ['reservekopie', backups],
  ['Teams', teams],
  ['tab', tab],
  ['programma', instances],
  ['wekker', overdue],
];

/** Checks the settings against the storage that they lead to. Writes and removes a row and a file of its own. */
export const check: Command = async (beheer) => {
  const rows: [string, string, string][] = [['goed', 'instellingen', `versie ${beheer.version}`]];
  for (const [name, look] of CHECKS) {
    rows.push(
      await look(beheer).then(
        (sentence) => ['goed', name, sentence],
        (error: unknown) => ['FOUT', name, reasonOf(error)],
      ),
    );
  }
  for (const line of columns(rows)) beheer.say(line);
  return rows.every(([outcome]) => outcome === 'goed');
};

async function tables({ tables: { wegwijzer } }: Beheer): Promise<string> {
  const row = { partitionKey: keyOf('c_check'), rowKey: keyOf(`r_${randomUUID()}`) };
  await settle(wegwijzer, { op: 'put', row });
  const found = await wegwijzer.get(row.partitionKey, row.rowKey);
  await settle(wegwijzer, { op: 'delete', row });
  if (!found) throw new Sentence('wat er is opgeslagen, is niet terug te lezen');
  return 'lezen en schrijven gaat';
}

async function clock({ tables: { clockCheck } }: Beheer): Promise<string> {
  const seconds = Math.round(clockCheck.offsetMs() / 1_000);
  if (Math.abs(seconds) > MAX_OFFSET_S)
    throw new Sentence(`loopt ${Math.abs(seconds)} seconden ${seconds > 0 ? 'achter' : 'voor'}`);
  return 'loopt gelijk met de opslag';
}

async function files({ blobs }: Beheer): Promise<string> {
  if (!blobs) return 'niet ingesteld: een document is dan een link';
  const key = `f_check_${randomUUID()}`;
  await blobs.put(key, Buffer.from('check'), {});
  const isListed = (await blobs.list()).some((file) => file.key === key);
  await blobs.remove(key);
  if (!isListed) throw new Sentence('het programma mag niet zien welke bestanden er zijn');
  return 'lezen, schrijven en opnoemen gaat';
}

async function backups(beheer: Beheer): Promise<string> {
  const { archive, now } = beheer;
  if (!archive) throw new Sentence('niet ingesteld (BACKUPS): er wordt geen reservekopie gemaakt');
  const path = `controle/${randomUUID()}`;
  await archive.put(path, Buffer.from('check'));
  await archive.remove(path);
  const [newest] = await backupsIn({ archive });
  if (newest === undefined) throw new Sentence('er is nog geen reservekopie');
  const at = newest.replace(/T(\d\d)-(\d\d)-(\d\d)Z/, 'T$1:$2:$3Z');
  if (at < plusMs(now(), -OLD_MS)) throw new Sentence(`de nieuwste is van ${newest}`);
  return `de nieuwste is van ${newest}`;
}

async function teams({ config }: Beheer): Promise<string> {
  if (config.teams.local) return 'lokaal: er is geen echte Teams';
  await botToken(config.teams)();
  return 'de bot kan bewijzen wie hij is';
}

async function tab({ config: { tab: settings } }: Beheer): Promise<string> {
  if (settings.kind === 'teams') return `op ${settings.host}`;
  return settings.kind === 'local' ? 'lokaal' : 'niet ingesteld: er is alleen de bot';
}

async function instances({ wekker, now }: Beheer): Promise<string> {
  const running = await wekker.instances(now());
  if (running === 0) throw new Sentence('er draait nergens een programma op deze opslag');
  return `${count(running, 'exemplaar draait', 'exemplaren draaien')} op deze opslag`;
}

async function overdue({ wekker, now }: Beheer): Promise<string> {
  const planned = [...(await wekker.kept()).values()].flatMap(({ planned: at }) => at ?? []);
  const [oldest = ''] = planned.sort();
  if (oldest !== '' && oldest < plusMs(now(), -LATE_MS))
    throw new Sentence(`wat om ${oldest} moest gebeuren, is nog niet gedaan`);
  return count(planned.length, 'moment gepland, niets te laat', 'momenten gepland, niets te laat');
}
