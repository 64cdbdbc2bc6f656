import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plusDays } from '../../src/process/taal/time.ts';
import { wordt } from '../klok/lezen.ts';
import { heropent, inOverleg, leest, sluit, verteld } from './inbreng-groep.ts';
import { geeft, type Groep } from './probleem-groep.ts';

const WIE = ['anna', 'bram', 'cees', 'dirk'];

/** Something that happens, and after how many days. */
const daad = fc.record({
  wat: fc.constantFrom(
    'sluit',
    'sluit',
    'heropent',
    'lijst',
    'lijst',
    'weer open',
    'reden',
    'niet',
  ),
  dagen: fc.nat(4),
  n: fc.nat(20),
});

type Daad = typeof daad extends fc.Arbitrary<infer T> ? T : never;

/** Whatever is refused changes nothing, and that is as good. */
function doet(world: Groep, { wat, n }: Daad, op: string, isOpen: boolean): boolean {
  const ids = [...world.project.entries.get('probleem')!.keys()];
  const id = ids[n % ids.length] ?? '';
  switch (wat) {
    case 'sluit':
      if (isOpen) sluit(world, op);
      return false;
    case 'heropent':
      if (!isOpen) heropent(world, op);
      return true;
    case 'lijst':
      world.doet('anna', 'lijst.vaststellen', {
        [`plaats_${id}`]: '1',
        eerst: String(1 + (n % 4)),
      });
      return isOpen;
    case 'weer open':
      world.doet('anna', 'lijst.heropenen');
      return isOpen;
    case 'reden':
      world.doet('anna', 'lijst.reden', { welke: id, keuze: 'niet', reden: `Reden ${n}` });
      return isOpen;
    case 'niet':
      world.doet(WIE[n % WIE.length] ?? '', 'akkoord.niet', { reden: 'Anders.' });
      return isOpen;
  }
}

/** Each line of a message, without its place: what it is about. */
const over = (regel: string) => regel.split(':')[0];

it('in whatever order things are decided, closed and opened again, nobody hears twice about one closing, nor the same thing twice', () => {
  fc.assert(
    fc.property(fc.array(daad, { minLength: 1, maxLength: 14 }), (daden) => {
      const world = inOverleg('bram', 'cees', 'dirk');
      for (const [at, naam] of ['A', 'B', 'C', 'D', 'E'].entries())
        geeft(world, WIE[1 + (at % 2)] ?? '', naam);
      let [dag, isOpen, keer] = ['2027-02-02', true, 0];
      const gehad = new Map<string, string>();
      const perKeer = new Set<string>();
      const leesAlles = (op: string, tijd: string) => {
        const read = wordt(world, op, tijd);
        for (const wie of WIE)
          for (const regels of verteld(read, wie)) {
            expect(regels, 'an empty message').not.toEqual([]);
            expect(perKeer.has(`${keer} ${wie}`), `${wie} heard twice`).toBe(false);
            perKeer.add(`${keer} ${wie}`);
            for (const regel of regels) {
              expect(gehad.get(`${wie} ${over(regel)}`), 'the same again').not.toBe(regel);
              gehad.set(`${wie} ${over(regel)}`, regel);
            }
          }
        expect(
          verteld(read, 'dirk')
            .flat()
            .filter((regel) => !regel.includes('akkoord')),
        ).toEqual([]);
      };
      for (const een of daden) {
        dag = plusDays(dag, { days: een.dagen });
        leesAlles(dag, '09:00');
        world.het_is(dag, '13:00');
        const was = isOpen;
        isOpen = doet(world, een, dag, isOpen);
        if (was && !isOpen) keer += 1;
      }
      for (let later = 1; later < 8; later++) leesAlles(plusDays(dag, { days: later }), '09:00');
      // Once it is closed and decided, whoever has something to read heard of it, now or before.
      if (!isOpen)
        for (const wie of WIE)
          if (leest(world, wie).length > 0)
            expect(
              [...gehad.keys()].some((key) => key.startsWith(wie)),
              wie,
            ).toBe(true);
    }),
    { numRuns: 25 },
  );
});
