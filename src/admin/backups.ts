import { backUp } from '../backup/backup.ts';
import { backupsIn, contentsOf, restore as putBack, type Target } from '../backup/restore.ts';
import { backupId, isBackupId, type Contents } from '../backup/format.ts';
import { openDaily } from '../storage/daily.ts';
import { count, matching, Sentence, Usage, type Beheer, type Command } from './beheer.ts';
import { inspect } from './verify.ts';

const NONE = 'Er is geen plaats voor reservekopieën ingesteld (BACKUPS).';

/** Makes a backup now, beside the nightly ones. */
export const backup: Command = async (beheer) => {
  const source = sourceOf(beheer);
  const at = beheer.now();
  // One folder is one backup.
  const turn = await openDaily(beheer.tables.wekker).take('backup', backupId(at), at);
  if (!turn) throw new Sentence('Er wordt nu al een reservekopie gemaakt.');
  const made = await backUp({ ...source, now: () => at }, async (done, of) => {
    beheer.progress(done, of);
    return turn.keep(beheer.now());
  });
  await turn.end();
  if (!made) return false;
  beheer.say(`Reservekopie ${made.id}: ${tekstVan(made)}.`);
  for (const id of made.unread) beheer.say(`Niet gelezen: ${id}. Kijk met: verify ${id}`);
  return made.unread.length === 0;
};

/** Lists the backups, newest first. */
export const backups: Command = async (beheer) => {
  const { archive } = sourceOf(beheer);
  const ids = await backupsIn({ archive });
  if (ids.length === 0) beheer.say('Er is nog geen reservekopie.');
  for (const id of ids) {
    const contents = await contentsOf({ archive }, id);
    if (contents) beheer.say(`${id}  ${tekstVan(contents)}`);
  }
  return ids.length > 0;
};

/** Puts projects back where they do not exist, and checks the result. */
export const restore: Command = async (beheer, { rest: [wanted, ...projects] }) => {
  if (wanted === undefined) throw new Usage('Noem een reservekopie, of: latest.');
  const target = targetOf(beheer);
  const id = wanted === 'latest' ? (await backupsIn(target))[0] : wanted;
  const contents = id !== undefined && isBackupId(id) ? await contentsOf(target, id) : undefined;
  if (id === undefined || !contents) {
    beheer.say(`Er is geen hele reservekopie${id ? ` ${id}` : ''}. Kijk met: backups`);
    return false;
  }
  const there = contents.projects.map((project) => project.id);
  const wantedIds = projects.map((project) => matching(there, project));
  const chosen = contents.projects.filter(
    (project) => projects.length === 0 || wantedIds.includes(project.id),
  );
  const unread = projects.length === 0 ? contents.unread : [];
  for (const project of unread)
    beheer.say(`Niet in ${id}, want toen al beschadigd: ${project}. Neem een oudere kopie.`);
  const isWell = await restoreChosen(beheer, target, id, chosen);
  return isWell && unread.length === 0;
};

async function restoreChosen(
  beheer: Beheer,
  target: Target,
  id: string,
  projects: Contents['projects'],
): Promise<boolean> {
  const done = await putBack(target, id, { projects }, beheer.progress);
  const there = done.filter(({ kind }) => kind === 'there');
  const damaged = done.filter(({ kind }) => kind === 'damaged');
  const restored = done.filter(({ kind }) => kind === 'restored').map((result) => result.id);
  const erased = done.reduce((sum, result) => sum + result.erased, 0);
  const lost = done.reduce((sum, result) => sum + result.lost, 0);
  beheer.say(`Uit ${id}: ${count(restored.length, 'project', 'projecten')} teruggezet.`);
  for (const broken of damaged)
    beheer.say(`De kopie van project ${broken.id} is beschadigd. Neem een oudere kopie.`);
  if (there.length > 0)
    beheer.say(`Al aanwezig, en niet veranderd: ${there.map((result) => result.id).join(', ')}.`);
  if (erased > 0) beheer.say(`Opnieuw gewist: ${count(erased, 'keer', 'keer')}.`);
  if (lost > 0) beheer.say(`Kwijt: ${count(lost, 'bestand', 'bestanden')}.`);
  const faults = await inspect(beheer, restored);
  for (const { project, what } of faults) beheer.say(`FOUT  ${project}  ${what}`);
  const isWhole = restored.length === done.length && done.length > 0;
  return isWhole && lost === 0 && faults.length === 0;
}

const tekstVan = ({ projects, files, bytes }: Contents) =>
  [
    count(projects.length, 'project', 'projecten'),
    count(files, 'bestand', 'bestanden'),
    `${Math.ceil(bytes / 1_000)} kB`,
  ].join(', ');

function sourceOf({ tables, log, blobs, archive, now, version }: Beheer) {
  if (!archive) throw new Usage(NONE);
  return { tables, log, archive, now, version, ...(blobs && { blobs }) };
}

function targetOf(beheer: Beheer): Target {
  const { wekker, klok } = beheer;
  return { ...sourceOf(beheer), wekker, volgende: klok.volgende };
}
