import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { backup, restore } from '../../src/admin/backups.ts';
import { verify } from '../../src/admin/verify.ts';
import { voortgang } from '../../src/planner/plan/plan.ts';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { document, profiel } from '../../src/process/feiten/gegevens.ts';
import { afspraak, komst, overleg, uitkomst } from '../../src/process/feiten/overleg.ts';
import type { Entry, Event, Kind } from '../../src/process/feiten/project.ts';
import { renames, VERSIONS, versionsOf, type Versions } from '../../src/process/feiten/versies.ts';
import { nagekomen } from '../../src/process/stappen/nagekomen.ts';
import type { Archive } from '../../src/storage/files/archive.ts';
import { placeCopy } from '../../src/storage/log/copy.ts';
import { eventRow, HEAD, LAST } from '../../src/storage/table/rows.ts';
import { TENANT } from '../../support/identity.ts';
import { HALF, stadium, WIE } from '../../support/stadia.ts';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import { beheerder, eigenArchief, raaktKwijt } from '../beheer/hulp.ts';
import { delenIn, wordRegels } from '../exports/hulp.ts';
import { bestemming, lezer, tekstVan } from '../tab/lezer.ts';
import { zegt } from './hulp.ts';

const LEIDER = 'Sanne';
/** Everything that can be seen of a whole project, more than once. */
const LANG = 120_000;

/** The kinds that got fields since the first project was stored. */
const GEGROEID = [overleg, komst, uitkomst, afspraak, document, voortgang, nagekomen] as Kind<
  object,
  object
>[];

const NIETS = { facts: {}, texts: {} } as Entry;
const leegVan = (kind: string) => GEGROEID.find(({ name }) => name === kind)?.current(NIETS);

/** A whole project in the overleg of step 6, as it was said; who leads is Sanne, in this conversation. */
function gezegd({ conversation }: Groep): Event[] {
  let nth = 0;
  const { log } = stadium(HALF, 6, 'overleg', () => `Tekst ${++nth}.`);
  const mensen = log.flatMap(({ kind, id, facts, texts }) => {
    if (kind !== deelnemer.name || id === WIE.leider) return [];
    const identities = (facts?.['identities'] ?? []) as { oid: string; teamsId: string }[];
    const naam = texts?.['naam'] ?? '';
    return identities.map(({ oid, teamsId }) => ({ id: teamsId, name: naam, aadObjectId: oid }));
  });
  const rooster = world.teams.rosters.get(conversation) ?? [];
  world.teams.rosters.set(conversation, [
    ...rooster,
    ...mensen.map((mens) => ({ ...mens, tenantId: TENANT })),
  ]);
  return log.map((event) => {
    const { kind, id, facts } = event;
    if (kind === profiel.name)
      return { ...event, facts: { ...facts, gesprek: conversation, tenant: TENANT } };
    const identity = { tenant: TENANT, oid: `oid-${LEIDER}`, teamsId: `29:${LEIDER}` };
    return kind === deelnemer.name && id === WIE.leider
      ? { ...event, facts: { ...facts, identities: [identity] } }
      : event;
  });
}

/** As the program of now says it: the first event of an entry holds every field. */
function vanNu(events: readonly Event[]): Event[] {
  const begonnen = new Set<string>();
  return events.map((event) => {
    const wat = `${event.kind} ${event.id}`;
    const leeg = begonnen.has(wat) ? undefined : leegVan(event.kind);
    begonnen.add(wat);
    return leeg
      ? {
          ...event,
          facts: { ...(leeg.facts as Event['facts']), ...event.facts },
          texts: { ...(leeg.texts as Event['texts']), ...event.texts },
        }
      : event;
  });
}

/** As an older program said it: without what was not there yet. */
const vanToen = (events: readonly Event[]): Event[] =>
  events.map((event) => {
    const leeg = leegVan(event.kind);
    const zonder = <V extends object>(fields: V | undefined, later: object): V =>
      Object.fromEntries(Object.entries(fields ?? {}).filter(([key]) => !(key in later))) as V;
    return leeg
      ? {
          ...event,
          facts: zonder(event.facts, leeg.facts),
          texts: zonder(event.texts, leeg.texts),
        }
      : event;
  });

/** Puts a log in storage as it is, and the ways that lead to it. */
async function leg(world: World, events: readonly Event[], versions = VERSIONS): Promise<string> {
  const id = `p_${randomUUID()}`;
  const head = { partitionKey: id, rowKey: HEAD, n: events.length, v: events.at(-1)?.v ?? 1 };
  const rows = [...events.map((event) => eventRow(id, event)), head];
  await placeCopy(world.tables.projecten, { project: id, rows });
  await beheerder(world, archive, versions).doet(verify, id, '--repair');
  return id;
}

/** All that Sanne can see of a project: in the chat, in the tab, in Word and in Excel. */
async function ziet(world: World, groep: Groep, project: string) {
  // What somebody does tells what they are called in Teams; from then on all of it is called so.
  await zegt(world, groep, groep.lid(LEIDER), 'status');
  await world.rust();
  const chat: string[] = [];
  for (const wat of ['status', 'plan', 'agenda', 'deelnemers', 'mijn taken', 'deadline'])
    chat.push(textOf(await zegt(world, groep, groep.lid(LEIDER), wat)));
  const tab = lezer(world, LEIDER);
  const { nav = '' } = await tab.blad({ project });
  const bladen = [...nav.matchAll(/data-blad="([^"]*)"/g)].map(([, blad]) => blad);
  const paginas = await Promise.all(
    bladen
      // One shows all projects of who looks; one is a picture of the others, which takes long to draw.
      .filter((blad) => blad !== 'mijn' && blad !== 'beeld')
      .map(async (blad) => tekstVan((await tab.blad({ project, blad })).html)),
  );
  const bestand = (soort: string) => tab.bestand(project, { soort });
  const excel = [...delenIn(await bestand('tabellen'))]
    .filter(([naam]) => /sheet\d+\.xml$|sharedStrings/.test(naam))
    .map(([, inhoud]) => inhoud);
  return { chat, bladen, paginas, word: wordRegels(await bestand('plan')), excel };
}

let archive: Archive;
let world: World;
const begint = async (versions?: Versions) => {
  archive = await eigenArchief();
  world = await openWorld({ archive, ...(versions && { versions }) });
};
afterEach(() => world.close());

const rijen = async (project: string) =>
  JSON.stringify(await world.tables.projecten.range(project, '!', LAST));

describe('a log that has grown old', () => {
  it(
    'reads in chat, tab, Word and Excel as if it had been said today, also after a restore',
    async () => {
      await begint();
      const [nu, toen] = [world.groepschat(LEIDER), world.groepschat(LEIDER)];
      const goed = await ziet(world, nu, await leg(world, vanNu(gezegd(nu))));
      const oud = vanToen(gezegd(toen));
      expect(JSON.stringify(oud)).not.toMatch(/"(genodigd|standen|bestandsnaam|moment)"/);

      const project = await leg(world, oud);

      expect(goed.word.join('\n')).toContain('Tekst 1.');
      expect(await ziet(world, toen, project)).toEqual(goed);
      const { doet } = beheerder(world, archive);
      expect(await doet(backup)).toMatchObject({ isWell: true });
      await raaktKwijt(world.tables);
      expect(await doet(restore, 'latest')).toMatchObject({ isWell: true });
      expect(await ziet(world, toen, project)).toEqual(goed);
    },
    LANG,
  );

  it(
    'is read by who came before a field or a kind, as if neither was there',
    async () => {
      await begint();
      const [nu, straks] = [world.groepschat(LEIDER), world.groepschat(LEIDER)];
      const goed = await ziet(world, nu, await leg(world, vanNu(gezegd(nu))));
      const later = gezegd(straks).map((event) => ({
        ...event,
        facts: { ...event.facts, uitgevonden: 2031 },
        texts: { ...event.texts, bijschrift: 'Nog onbekend' },
      }));
      const last = later.at(-1)!;
      const nieuw = { ...last, n: last.n + 1, kind: 'toekomst', id: 't1', by: 'klok' };

      expect(await ziet(world, straks, await leg(world, [...later, nieuw]))).toEqual(goed);
    },
    LANG,
  );
});

/** At first a problem had other names for its fields; a goal had a colour then, and no unit yet. */
const GESCHIEDENIS = versionsOf([
  renames('probleem', { facts: { risico: 'kans' }, texts: { wat: 'omschrijving' } }),
  (event) => {
    if (event.kind !== 'doel') return event;
    const { kleur: _kleur, ...facts } = event.facts ?? {};
    return { ...event, facts, texts: { eenheid: 'stuks', ...event.texts } };
  },
]);
const { now: NU } = GESCHIEDENIS;

/** By programs of all three versions in turn. */
const versieVan = ({ n }: Event) => 1 + (n % NU);

/** The log as it is read now, whatever version it was said in. */
const gelezen = (events: readonly Event[]): Event[] =>
  events.map((event) => {
    const isOud = event.kind === 'doel' && versieVan(event) < NU;
    return { ...event, v: NU, ...(isOud && { texts: { ...event.texts, eenheid: 'stuks' } }) };
  });

/** The log as those programs wrote it. */
const geschreven = (events: readonly Event[]): Event[] =>
  events.map((event) => {
    const { kind, facts = {}, texts = {} } = event;
    const v = versieVan(event);
    if (kind === 'probleem' && v === 1) {
      const { kans = '', ...meer } = facts;
      const { omschrijving: wat = '', ...rest } = texts;
      return { ...event, v, facts: { ...meer, risico: kans }, texts: { ...rest, wat } };
    }
    if (kind === 'doel' && v < NU) {
      const { eenheid: _eenheid, ...zonder } = texts;
      return { ...event, v, facts: { ...facts, kleur: 'groen' }, texts: zonder };
    }
    return { ...event, v };
  });

describe('a log of three versions', () => {
  it(
    'reads as one in chat, tab, Word and Excel, also after a restore',
    async () => {
      await begint(GESCHIEDENIS);
      const [nu, toen] = [world.groepschat(LEIDER), world.groepschat(LEIDER)];
      const goed = await ziet(world, nu, await leg(world, gelezen(gezegd(nu)), GESCHIEDENIS));
      const project = await leg(world, geschreven(gezegd(toen)), GESCHIEDENIS);
      expect(await rijen(project)).toMatch(/risico.*kleur/);

      expect(goed.word.join('\n')).toContain('stuks');
      expect(await ziet(world, toen, project)).toEqual(goed);
      const { doet } = beheerder(world, archive, GESCHIEDENIS);
      expect(await doet(backup)).toMatchObject({ isWell: true });
      await raaktKwijt(world.tables);
      expect(await doet(restore, 'latest')).toMatchObject({ isWell: true });
      expect(await rijen(project)).toMatch(/risico.*kleur/);
      expect(await ziet(world, toen, project)).toEqual(goed);
    },
    LANG,
  );

  it('loses a text for good whatever its field was called, also from an older backup', async () => {
    await begint(GESCHIEDENIS);
    const groep = world.groepschat(LEIDER);
    const events = geschreven(gezegd(groep));
    const { id, texts } = events.find(({ kind, v }) => kind === 'probleem' && v === 1)!;
    const woord = texts!['wat']!;
    const project = await leg(world, events, GESCHIEDENIS);
    await zegt(world, groep, groep.lid(LEIDER), 'status');
    const { doet } = beheerder(world, archive, GESCHIEDENIS);
    await doet(backup);
    expect(await rijen(project)).toContain(woord);

    const tab = lezer(world, LEIDER);
    const vraag = { project, verb: 'tekst.wissen', args: { soort: 'probleem', id } };
    const form = await tab.blad(vraag);
    await tab.doe({ ...bestemming(form.html), velden: {}, extra: '' });
    await world.rust();

    expect(await rijen(project)).not.toContain(woord);
    await raaktKwijt(world.tables);
    expect((await doet(restore, 'latest')).zegt).toContain('Opnieuw gewist: 1 keer.');
    expect(await rijen(project)).not.toContain(woord);
    expect(await rijen(project)).toContain('(gewist)');
  });
});
