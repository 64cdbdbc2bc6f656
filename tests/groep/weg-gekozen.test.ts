import { describe, expect, it } from 'vitest';
import { isRefused } from '../../src/process/contract/decision.ts';
import { afspraak, overleg, uitkomst } from '../../src/process/feiten/overleg.ts';
import { deelnemer, leden } from '../../src/process/feiten/deelnemers.ts';
import { all, one, say } from '../../src/process/feiten/project.ts';
import { groep, tekst } from '../../support/groep.ts';

const MENSEN = ['sanne', 'bram', 'lotte', 'noor'] as const;
const ANDEREN = MENSEN.slice(1);
type World = ReturnType<typeof groep>;

/** An overleg in which each of these is chosen at a point of their own. */
function metGekozen(wie: readonly string[], soort: string): World {
  const world = groep(...MENSEN);
  world.stap('probleem', '');
  world.overleg(1, MENSEN);
  wie.forEach((naam, nth) => {
    world.doet('sanne', 'overleg.uitkomst', antwoord(soort, naam), punt(nth));
  });
  return world;
}

const punt = (nth: number) => ({ nummer: '1', regel: regels()[nth] ?? '' });
const antwoord = (soort: string, wie: string, uitkomstTekst = 'Belt de school.') => ({
  ...{ tekst: uitkomstTekst, soort, wie, wanneer: '' },
});

/** Lines that the agenda of overleg 1 has. */
function regels(): string[] {
  const world = groep('sanne');
  return world
    .ctx('sanne')
    .traject.overleggen[0]!.agenda.filter(({ isOnderdeel }) => !isOnderdeel)
    .map(({ id }) => id);
}

/** They are not in the conversation any more, or were taken out of the group. */
function vertrekt(world: World, naam: string, status: 'vertrokken' | 'weg') {
  if (status === 'weg')
    world.doet('sanne', 'deelnemer.verwijderen', { opvolger: '' }, { id: naam });
  else {
    const lid = one(world.project, deelnemer, naam);
    world.said('klok', lid ? [say(deelnemer, lid, { status })] : []);
  }
}

const wieVeld = (world: World, nth: number) => {
  const form = world.opent('sanne', 'overleg.uitkomst', punt(nth));
  if (isRefused(form)) throw new Error(tekst(form));
  const { wie } = form.velden;
  if (!wie) throw new Error('nobody can be chosen');
  return wie;
};

describe.each(['weg', 'vertrokken'] as const)('who was chosen and is %s', (status) => {
  it.each([0, 1, 2, 3])(
    'stands in the form and stays when something else is changed: %i of them',
    (aantal) => {
      for (const soort of ['afspraak', 'besluit', 'ter informatie']) {
        const world = metGekozen(ANDEREN, soort);
        for (const naam of ANDEREN.slice(0, aantal)) vertrekt(world, naam, status);
        ANDEREN.forEach((naam, nth) => {
          const { waarde, keuzes, uitleg } = wieVeld(world, nth);
          const isWeg = nth < aantal;
          expect(waarde).toBe(naam);
          expect(keuzes.filter(({ id }) => id === naam).map((een) => een.tekst)).toEqual([
            `${naam} (organisatie van ${naam})${isWeg ? ' (weg uit de groep)' : ''}`,
          ]);
          // Of those who left only the one who stands here can be chosen here.
          expect(keuzes).toHaveLength(leden(world.project).length + (isWeg ? 1 : 0));
          expect(uitleg.includes('blijft staan tot je iemand anders kiest')).toBe(isWeg);
          const saved = world.doet(
            'sanne',
            'overleg.uitkomst',
            antwoord(soort, waarde, 'Anders.'),
            punt(nth),
          );
          expect(saved.accepted, tekst(saved)).toBe(true);
        });
        expect(
          all(world.project, uitkomst).map(({ facts, texts }) => [facts.wie, texts.tekst]),
        ).toEqual(ANDEREN.map((naam) => [naam, 'Anders.']));
        expect(all(world.project, afspraak).map(({ facts }) => facts.wie)).toEqual(
          soort === 'afspraak' ? ANDEREN : [],
        );
      }
    },
  );

  it('can give way to another, and then cannot be chosen any more', () => {
    const world = metGekozen(['bram'], 'afspraak');
    vertrekt(world, 'bram', status);
    const nieuw = world.doet('sanne', 'overleg.uitkomst', antwoord('afspraak', 'lotte'), punt(0));
    expect(nieuw.accepted, tekst(nieuw)).toBe(true);
    const weer = world.doet('sanne', 'overleg.uitkomst', antwoord('afspraak', 'bram'), punt(0));
    expect(weer).toMatchObject({ accepted: false, velden: { wie: 'Kies iets uit de lijst.' } });
    expect(one(world.project, uitkomst, `overleg1.${punt(0).regel}`)?.facts.wie).toBe('lotte');
  });

  it('is still present, invited and the one who wrote when the overleg is changed', () => {
    for (let aantal = 0; aantal <= ANDEREN.length; aantal += 1) {
      const world = groep(...MENSEN, 'later');
      world.stap('probleem', '');
      const plan = { datum: '2027-02-02', tijd: '10:00', eind: '', plaats: 'stadhuis' };
      const met = (verb: string, velden: Record<string, string>) => {
        const done = world.doet('sanne', verb, velden, { nummer: '1' });
        expect(done.accepted, tekst(done)).toBe(true);
      };
      met('overleg.plannen', { ...plan, notulist: 'bram', genodigd: MENSEN.join(',') });
      const weg = ANDEREN.slice(0, aantal);
      for (const naam of weg) vertrekt(world, naam, status);
      const blijft = MENSEN.filter((naam) => !weg.includes(naam as never)).join(',');
      met('overleg.plannen', { ...plan, plaats: 'online', notulist: 'bram', genodigd: blijft });
      const nu = () => one(world.project, overleg, 'overleg1')?.facts;
      expect([nu()?.notulist, [...(nu()?.genodigd ?? [])].sort()]).toEqual([
        'bram',
        [...MENSEN].sort(),
      ]);
      world.het_is('2027-02-02');
      met('overleg.starten', { aanwezig: blijft, anderen: '', notulist: 'bram' });
      expect(nu()?.notulist).toBe('bram');
    }
  });
});
