import { trajecten } from '../../src/process/contract/trajecten.ts';
import { describe, expect, it } from 'vitest';
import { RONDE } from '../../src/process/groep/verbs.ts';
import type { AnyAction, Ctx, Traject } from '../../src/process/contract/contract.ts';
import type { Accepted } from '../../src/process/contract/decision.ts';
import { judge, NIEMAND, openForm } from '../../src/process/contract/judge.ts';
import { leads, leden, whoIs } from '../../src/process/feiten/deelnemers.ts';
import { emptyProject, type Project } from '../../src/process/feiten/project.ts';
import { klokVan } from '../../src/process/klok/klok.ts';
import { plusMs } from '../../src/process/taal/time.ts';
import type { Fields } from '../../src/process/vormen/form.ts';
import type { Args } from '../../src/process/vormen/screen.ts';
import { openLog, type Log } from '../../src/storage/log/log.ts';
import { LAST } from '../../src/storage/table/rows.ts';
import type { Table } from '../../src/storage/table/table.ts';
import type { Row } from '../../src/storage/table/write.ts';
import { tableInMemory } from '../../support/memory-table.ts';
import { WIE, type Wereld } from '../../support/stadia.ts';
import { TRAJECTEN, type Bereisd } from '../../support/trajecten.ts';
import { fill } from '../../support/vullen.ts';
import { vulIn } from '../cards/invullen.ts';

/** Stands in everything that anybody ever typed here, or is called, and in nothing else. */
const KANARIE = /kanarie/i;
let nth = 0;
const kanarie = () =>
  `Kanarie${String(++nth).replace(/\d/g, (cijfer) => 'abcdefghij'[Number(cijfer)]!)}`;

/** The group's own log, and that of a project or round that begins. */
const [HIER, ELDERS] = ['p_hier', 'p_elders'];

/** What a verb was tried with: whoever may, about whatever there is. */
const MENSEN = [WIE.leider, WIE.lid, WIE.notulist, WIE.plaatsvervanger, WIE.aanvrager, WIE.buiten];

/** One form or button that was accepted, with what was typed in it. */
interface Gedaan {
  verb: string;
  decision: Accepted;
  /** The canary in each field that was typed. */
  getypt: Readonly<Record<string, string>>;
}

/** What was done so far: verbs, each with the answers that were typed and not found in the texts of an event yet. */
type Klaar = Map<string, Set<string>>;

/** The same question of another row or goal is the same question. */
const naam = (verb: string, veld: string) => `${verb}: ${veld.replace(/_.*$/, '')}`;

/** People as Teams vouches for them, with names that one recognises. */
const IEDEREEN = [...Object.values(WIE), 'nieuw'].map((oid) => ({
  naam: kanarie(),
  account: '',
  tenant: 'gemeente',
  oid,
  teamsId: oid,
  extern: false,
}));

function ctxVan(wereld: Wereld, project: Project, wie: string, args: Args): Ctx {
  const van = wereld.ctx(wie, args, true);
  const iemand = IEDEREEN.find(({ oid }) => oid === wie)!;
  return {
    ...van,
    project,
    iemand,
    actor: whoIs(project, iemand) ?? NIEMAND,
    gesprek: { ...van.gesprek, leden: IEDEREEN, isBesloten: true },
    uploads: [
      { sleutel: `f_${nth}`, soort: 'jpg', bytes: 1_000, naam: `${kanarie()}.jpg`, uitChat: true },
    ],
  };
}

/** Some from both ends. */
const uiteinden = <T>(list: readonly T[]) => [...new Set([...list.slice(0, 2), ...list.slice(-2)])];

/** Anything that a button could be about: some entries of each kind, each overleg, each line of an agenda. */
function* vragen(project: Project, { stappen, overleggen, acties }: Traject): Generator<Args> {
  const eerste = (kind: string) => [...(project.entries.get(kind)?.keys() ?? [])][0] ?? '';
  const over = {
    ...{ over: eerste('probleem'), regel: eerste('regel'), doel: eerste('doel') },
    onderwerp: eerste('cluster'),
  };
  yield over;
  yield {};
  for (const [soort, entries] of project.entries)
    for (const id of uiteinden([...entries.keys()])) yield { ...over, soort, id };
  for (const maatregel of project.entries.get('maatregel')?.keys() ?? [])
    yield { ...over, maatregel };
  for (const { id: stap } of stappen) yield { ...over, stap };
  for (const [at, { agenda }] of overleggen.entries()) {
    yield { ...over, nummer: String(at + 1) };
    for (const { id: regel } of agenda) yield { nummer: String(at + 1), regel };
  }
  for (const { verb, when } of acties.values())
    if (typeof when === 'object' && 'invoer' in when) yield { ...over, verb };
}

/** Answers to all questions, with a canary wherever one types. */
function antwoorden(velden: Fields, now: string) {
  const getypt: Record<string, string> = {};
  const raw = vulIn(velden, now);
  for (const [id, { soort }] of Object.entries(velden)) {
    if (soort !== 'kort' && soort !== 'lang') continue;
    const woord = kanarie();
    getypt[id] = woord;
    // Some fields want an address, or several lines.
    if (raw[id]?.startsWith('https://')) raw[id] = `https://voorbeeld.nl/${woord}`;
    else
      raw[id] = (raw[id] ?? '')
        .split('\n')
        .map((_, regel) => `${woord} ${regel}`)
        .join('\n');
  }
  return { raw, getypt };
}

/** The first time that this verb is accepted here, whoever does it about whatever; undefined when it never is. */
function doet(
  wereld: Wereld,
  project: Project,
  traject: Traject,
  action: AnyAction,
  klaar: Klaar,
): Gedaan | undefined {
  const hier = action.verb === traject.start ? emptyProject(ELDERS) : project;
  for (const args of vragen(hier, traject))
    for (const wie of MENSEN) {
      const ctx = ctxVan(wereld, hier, wie, args);
      const form = openForm(action, ctx);
      if (!('velden' in form && 'kind' in form)) continue;
      const { raw, getypt } = antwoorden(form.velden, ctx.now);
      if (Object.keys(getypt).length > 0) openVan(action.verb, getypt, klaar);
      const decision = judge(action, ctx, { raw, rev: form.rev });
      const isNietsNieuws = decision.accepted && decision.events.length === 0;
      if (decision.accepted && !(isNietsNieuws && Object.keys(getypt).length > 0))
        return { verb: action.verb, decision, getypt };
    }
  return undefined;
}

/** All of a decision but the texts of its events. */
const zonderTeksten = ({ events, messages, about }: Accepted) =>
  JSON.stringify([events.map(({ texts: _texts, ...rest }) => rest), messages, about]);

const tekstenIn = ({ events }: Accepted) => JSON.stringify(events.map(({ texts }) => texts));

/** All of a row but the properties that hold texts. */
const zonderTekst = (row: Row) =>
  JSON.stringify(Object.entries(row).filter(([name]) => !/^texts\d+$/.test(name)));

const rijen = (table: Table, id: string) => table.range(id, '!', LAST);

/** Stores what was decided, as `act` does: events, marker and outbox in one transaction. */
async function bewaar(log: Log, id: string, { decision, verb }: Gedaan, at: string): Promise<void> {
  const snapshot = (await log.read(id)) ?? { project: emptyProject(id), version: '' };
  const { events, messages: outbox, about } = decision;
  if (events.length === 0) return;
  const marker = { key: `k${++nth}`, about, nonce: `n${nth}` };
  const stored = await log.append(snapshot, { events, outbox, by: WIE.leider, at, marker });
  expect(stored.kind, verb).toBe('stored');
}

/** The first thing that whoever leads can erase; undefined when nothing is left. */
function teWissen(ctx: Ctx): Args | undefined {
  const screen = ctx.traject.weergaven.get('wissen')?.show(ctx);
  if (screen?.kind !== 'lijst') throw new Error('no list of what can be erased');
  const knoppen = screen.groepen.flatMap(({ items }) => items.flatMap((one) => one.knoppen));
  return knoppen.find(({ verb }) => verb === 'tekst.wissen')?.args;
}

/** Whoever leads erases all that was ever typed, entry by entry. */
async function wisAlles(log: Log, id: string, wereld: Wereld, traject: Traject): Promise<void> {
  const action = traject.acties.get('tekst.wissen')!;
  for (;;) {
    const { project } = (await log.read(id))!;
    const actor = leden(project).find(leads)!;
    const hier = { ...wereld.ctx(WIE.leider, {}, true), project, actor };
    const args = teWissen(hier);
    if (!args) return;
    const ctx = { ...hier, args };
    const form = openForm(action, ctx);
    const decision = judge(action, ctx, { raw: {}, rev: 'rev' in form ? form.rev : 0 });
    expect(decision, JSON.stringify(args)).toMatchObject({ accepted: true });
    if (decision.accepted)
      await bewaar(log, id, { verb: action.verb, decision, getypt: {} }, ctx.now);
  }
}

/** What the clock would say and send in the months after. */
function klok({ project, now }: Wereld, traject: Traject): Accepted[] {
  const DAG_MS = 86_400_000;
  return Array.from({ length: 60 }, (_, dag) =>
    klokVan(trajecten(traject)).tik(project, plusMs(now, dag * 2 * DAG_MS)),
  ).filter((found) => found !== undefined);
}

/** What of a form was not found yet: all that it asks, at first. */
function openVan(verb: string, getypt: Gedaan['getypt'], klaar: Klaar): Set<string> {
  const open = klaar.get(verb) ?? new Set(Object.keys(getypt).map((veld) => naam(verb, veld)));
  klaar.set(verb, open);
  return open;
}

/** Looks at what was decided: what was typed stands in texts, and nowhere else. */
function bekijk({ verb, decision, getypt }: Gedaan, klaar: Klaar): void {
  expect(zonderTeksten(decision), verb).not.toMatch(KANARIE);
  const teksten = tekstenIn(decision);
  const open = openVan(verb, getypt, klaar);
  for (const [veld, woord] of Object.entries(getypt))
    if (teksten.includes(woord)) open.delete(naam(verb, veld));
}

/** Does whatever was not done yet in one group, from where it is and then one after another; stores it, and erases all. */
async function inGroep(wereld: Wereld, { traject }: Bereisd, klaar: Klaar): Promise<void> {
  const table = tableInMemory();
  const log = openLog(table);
  await fill(log, wereld.log, HIER);
  for (const decision of klok(wereld, traject))
    expect(zonderTeksten(decision)).not.toMatch(KANARIE);
  for (const vanaf of ['hier', 'wat er net gebeurde'] as const)
    for (const action of traject.acties.values()) {
      if (klaar.get(action.verb)?.size === 0) continue;
      const project = vanaf === 'hier' ? wereld.project : (await log.read(HIER))!.project;
      const gedaan = doet(wereld, project, traject, action, klaar);
      if (!gedaan) continue;
      bekijk(gedaan, klaar);
      const isElders = action.verb === traject.start || action.verb === RONDE;
      await bewaar(log, isElders ? ELDERS : HIER, gedaan, wereld.now);
    }
  for (const id of [HIER, ELDERS]) {
    for (const row of await rijen(table, id)) expect(zonderTekst(row)).not.toMatch(KANARIE);
    if (!(await log.read(id))) continue;
    await wisAlles(log, id, wereld, traject);
    for (const row of await rijen(table, id)) expect(JSON.stringify(row)).not.toMatch(KANARIE);
  }
}

describe.each(TRAJECTEN.map((bereisd) => [bereisd.traject.id, bereisd] as const))(
  'what people type in the %s',
  (_id, bereisd) => {
    it('stands in texts only, whatever form it was typed in, and erasing takes it from every row', async () => {
      const klaar = new Map<string, Set<string>>();
      for (const wereld of bereisd.groepen(kanarie)) await inGroep(wereld, bereisd, klaar);

      const nooit = [...bereisd.traject.acties.keys()].filter((verb) => !klaar.has(verb));
      expect(nooit, 'verbs that were never accepted').toEqual(Object.keys(bereisd.nergens));
      const kwijt = [...klaar.values()].flatMap((velden) => [...velden]);
      expect(kwijt, 'answers that were never found').toEqual([]);
    });
  },
);
