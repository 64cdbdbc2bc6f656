import { expect, it } from 'vitest';
import { persoonGewist } from '../../src/process/feiten/project.ts';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { VERSIONS } from '../../src/process/feiten/versies.ts';
import { withoutErased } from '../../src/backup/without.ts';
import { readCopy } from '../../src/storage/log/copy.ts';
import { LAST } from '../../src/storage/table/rows.ts';
import { say } from '../../support/gezegd.ts';
import { addition, fill, P } from '../../support/vullen.ts';
import { Lab, probleem } from './lab.ts';

const WORD = 'Jansen-kanarie';
const ENTRIES = 400;

it('erases a person with hundreds of entries: read nowhere and in no copy at once, and out of every row however often it was interrupted [Z5]', async () => {
  const lab = new Lab();
  const [here, there, tables] = [await lab.log(), await lab.log(), await lab.tables()];
  const rows = async () => JSON.stringify(await tables.projecten.range(P, '!', LAST));
  await fill(here, [
    say(
      deelnemer,
      'd1',
      {
        ...{ rol: 'deelnemer', status: 'lid', partner: '', opvolger: '', extern: false },
        identities: [{ tenant: 't', oid: WORD, teamsId: WORD }],
      },
      { naam: WORD, organisatie: WORD, functie: WORD },
    ),
    ...Array.from({ length: ENTRIES }, (_, nth) =>
      say(probleem, `x${nth}`, { soort: 'a' }, { tekst: `${WORD} ${nth}` }),
    ),
  ]);
  await there.read(P);

  const before = (await here.read(P))!;
  const said = say(persoonGewist, 'g1', { wie: 'd1', delen: [] }, {});
  expect((await here.append(before, addition('weg', [said]))).kind).toBe('stored');

  for (const log of [here, there]) {
    expect(
      JSON.stringify([...(await log.read(P))!.project.entries.values()].map((of) => [...of])),
    ).not.toContain(WORD);
    expect(JSON.stringify(await log.events(P))).not.toContain(WORD);
  }
  // What did not fit in that transaction waits for the next ones.
  expect(await rows()).toContain(WORD);
  const copy = (await readCopy(tables.projecten, P))!;
  expect(JSON.stringify(withoutErased(copy.rows, [], VERSIONS).rows)).not.toContain(WORD);
  await Promise.allSettled([here.purge(P), there.purge(P)]);
  await here.purge(P);
  expect(await rows()).not.toContain(WORD);
  expect((await here.read(P))!.project.entries.get('probleem')!.size).toBe(ENTRIES);
  const clean = await rows();
  await here.purge(P);
  expect(await rows()).toBe(clean);
});
