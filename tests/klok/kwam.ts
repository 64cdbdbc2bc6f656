import { textOf, type AnyCard, type Antwoorden } from '../../support/voorbeeld/kaart.ts';
import { live, opentEnVult, PROBLEEM, vult } from '../groep/hulp.ts';
import { begintOverleg, punt, sluitOverleg, type Stuk } from '../groep/stuk.ts';
import { inStap2 } from './hulp.ts';

/** A problem as its owner types it; the first ones are tackled first, as they are rated alike and stand in this order. */
type Gegeven = readonly [van: string, wat: string, anders?: Antwoorden];

/** What one reads when something was decided about what one brought in this overleg. */
const beslist = (overleg: number) => `In overleg ${overleg} is besloten over wat jij inbracht.`;

/** Sanne leads; the others gave these problems, and step 2 is over. The overleg begins on Monday 18 January at 10.00. */
export async function naStap2(
  problemen: readonly Gegeven[],
  namen = ['Bram', 'Lotte'],
): Promise<Stuk> {
  const stuk = await inStap2(namen);
  for (const [van, wat, anders = {}] of problemen) {
    const kaart = await live(stuk.world, stuk.groep, 2);
    const antwoorden = { ...PROBLEEM, 'Wat is het probleem?': wat, ...anders };
    await opentEnVult(stuk.lid(van), kaart, 'Probleem doorgeven', antwoorden);
  }
  await stuk.world.wordt('2027-01-15', '09:00');
  return stuk;
}

export async function begint({ world, ...rest }: Stuk, datum = '2027-01-18'): Promise<void> {
  world.het_is(datum, '10:00');
  await begintOverleg({ world, ...rest });
}

/** The overleg goes on again. */
export async function heropent(stuk: Stuk, datum: string): Promise<void> {
  stuk.world.het_is(datum, '10:00');
  const agenda = await stuk.zegt('Sanne', 'agenda');
  await opentEnVult(stuk.lid('Sanne'), agenda, 'Overleg weer openen', {}, 'Start het overleg');
}

export async function sluit(stuk: Stuk, datum = '2027-01-18'): Promise<void> {
  stuk.world.het_is(datum, '12:00');
  await sluitOverleg(stuk);
}

/** Sanne fixes the list as it is proposed, with so many of it first. */
export async function steltVast(stuk: Stuk, eerst = 1): Promise<AnyCard> {
  const { lid, world } = stuk;
  world.minuut();
  const form = await lid('Sanne').drukt(
    'Lijst vaststellen',
    {},
    await punt(stuk, 'Sanne', 'Stemmen:'),
  );
  const card = await vult(
    lid('Sanne'),
    form,
    { 'Hoeveel pakken we het eerst aan?': String(eerst) },
    'Vaststellen',
  );
  await world.rust();
  return card;
}

/** All messages in somebody's own chat that tell what became of what they brought in this overleg. */
export const gehoord = ({ world }: Stuk, naam: string, overleg = 1): string[] =>
  world
    .alleen(naam)
    .cards()
    .map(textOf)
    .filter((text) => text.includes(beslist(overleg)));
