import { knoppenOp, textOf, type AnyCard, type Antwoorden } from '../../support/voorbeeld/kaart.ts';
import {
  openWorld,
  type Groep,
  type Lid,
  type World,
  type WorldOptions,
} from '../../support/world.ts';
import { live, opentEnVult, projectVan, start, volgende, zegt } from './hulp.ts';

/** A project group in its world. */
export interface Stuk {
  world: World;
  groep: Groep;
  lid: (naam: string) => Lid;
  /** What this person gets when they type it. */
  zegt: (naam: string, text: string) => Promise<AnyCard>;
}

export interface Anders extends WorldOptions {
  /** The first of them leads. */
  namen?: readonly string[];
  /** One that others use as well. */
  world?: World;
  profiel?: Antwoorden;
}

/** A group of three that has just begun. */
export async function begonnen({
  namen: [leider = 'Sanne', ...anderen] = ['Sanne', 'Bram', 'Lotte'],
  world: shared,
  profiel = {},
  ...options
}: Anders = {}): Promise<Stuk> {
  const world = shared ?? (await openWorld(options));
  const groep = world.groepschat(leider, ...anderen);
  await start(groep.lid(leider), profiel);
  await world.rust();
  return stukVan(world, groep);
}

/** Somebody alone, in their own chat, before anything began. */
export const alleen = (world: World, naam = 'Sanne'): Stuk => stukVan(world, world.alleen(naam));

const stukVan = (world: World, groep: Groep): Stuk => ({
  world,
  groep,
  lid: (naam) => groep.lid(naam),
  zegt: (naam, text) => zegt(world, groep, groep.lid(naam), text),
});

/** The same in step 2, open until Thursday 14 January 2027, 17.00, with its card. */
export async function inStap2(anders: Anders = {}): Promise<Stuk & { kaart: AnyCard }> {
  const stuk = await begonnen(anders);
  const leider = stuk.lid(anders.namen?.[0] ?? 'Sanne');
  await volgende(leider, { 'Tot wanneer': '2027-01-14' });
  return { ...stuk, kaart: await live(stuk.world, stuk.groep, 2) };
}

/** A group that has just begun, with the project that its buttons speak of. */
export async function metProject(world: World, ...namen: readonly string[]) {
  const { groep } = await begonnen({ world, namen });
  return { groep, project: projectVan(await live(world, groep, 1)) };
}

/** Sanne chooses who stands in for her. */
export async function kiestPlaatsvervanger({ lid, zegt: typt }: Stuk, wie: string): Promise<void> {
  const card = await typt('Sanne', 'instellingen');
  await opentEnVult(lid('Sanne'), card, 'Plaatsvervanger kiezen', { 'Wie vervangt de': wie });
}

/** Sanne begins the overleg that her agenda is about. */
export async function begintOverleg(
  { lid, zegt: typt }: Stuk,
  antwoorden: Antwoorden = {},
): Promise<AnyCard> {
  const knop = 'Start het overleg';
  return opentEnVult(lid('Sanne'), await typt('Sanne', 'agenda'), knop, antwoorden, knop);
}

/** Each point of the agenda as this person sees it, one after the other. */
export async function puntKaarten({ lid, zegt: typt }: Stuk, naam: string): Promise<AnyCard[]> {
  const found = [await lid(naam).drukt('Openen', {}, await typt(naam, 'agenda'))];
  for (let card = found[0]!; heeftKnop(card, 'Volgende punt'); found.push(card))
    card = await lid(naam).drukt('Volgende punt', {}, card);
  return found;
}

/** All of it as one text. */
export const punten = async (stuk: Stuk, naam: string): Promise<string> =>
  (await puntKaarten(stuk, naam)).map(textOf).join('\n');

/** The point with this title, as this person sees it. */
export async function punt(stuk: Stuk, naam: string, titel: string): Promise<AnyCard> {
  const found = (await puntKaarten(stuk, naam)).find((card) => textOf(card).includes(titel));
  if (!found) throw new Error(`no point "${titel}" on the agenda`);
  return found;
}

const heeftKnop = (card: AnyCard, titel: string) =>
  knoppenOp(card).some(({ title }) => title === titel);

/** Sanne closes it; the form that asked whether it may be closed. */
export async function sluitOverleg({ world, lid, zegt: typt }: Stuk): Promise<AnyCard> {
  const sanne = lid('Sanne');
  const form = await sanne.drukt('Overleg afsluiten', {}, await typt('Sanne', 'agenda'));
  await sanne.drukt('Afsluiten', {}, form);
  await world.rust();
  return form;
}

/** Sanne opens the next step. */
export const gaatVerder = ({ lid, zegt: typt }: Stuk): Promise<AnyCard> =>
  volgende(lid('Sanne'), {}, (text) => typt('Sanne', text));
