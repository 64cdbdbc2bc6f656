import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deelnemer,
  isVanOrganisatie,
  leden,
  mens,
  organisaties,
  vanHoeveel,
  whoIs,
  wieDoenMee,
} from '../../src/process/feiten/deelnemers.ts';
import { namenVan, type Bekend } from '../../src/process/feiten/namen.ts';
import { emptyProject, fold, type Project } from '../../src/process/feiten/project.ts';
import { isLeesbaar, sleutel } from '../../src/process/taal/schrift.ts';
import { say } from '../../support/gezegd.ts';

const RUNS = { seed: 2027, numRuns: 500 };

const bekend = (naam: string, kenmerken: string[] = ['', '', ''], extern = false): Bekend => ({
  naam,
  extern,
  kenmerken,
});

const namen = (...mensen: Bekend[]) => namenVan(mensen).map(({ naam }) => naam);

describe('how people are shown beside one another', () => {
  it('by their name alone, as long as nobody else has it', () => {
    expect(namen(bekend('Bram Jansen', ['wijkagent', 'Politie', 'bram']), bekend('Lotte'))).toEqual(
      ['Bram Jansen', 'Lotte'],
    );
  });

  it.each([
    ['function', ['wijkagent', 'Politie', 'j'], ['jongerenwerker', 'Politie', 'jan'], 'wijkagent'],
    ['organisatie', ['adviseur', 'Politie', 'j'], ['Adviseur', 'GGZ', 'jan'], 'Politie'],
    ['address', ['', 'Politie', 'jdv'], ['', 'politie', 'jan.devries'], 'jdv'],
    ['place in the list', ['', '', ''], ['', '', ''], '1'],
  ])('by their %s as well, where names are equal', (_wat, een, ander, erbij) => {
    const [eerste, tweede] = namen(bekend('Jan de Vries', een), bekend('jan  de vries', ander));
    expect(eerste).toBe(`Jan de Vries (${erbij})`);
    expect(tweede).toMatch(/^jan de vries \(.+\)$/);
  });

  it('as people whose name nobody told, each on their own', () => {
    expect(namen(bekend(''), bekend('\u200b', [], true), bekend('\u2800 \u3164'))).toEqual([
      'Naam onbekend (1)',
      'Naam onbekend (gast)',
      'Naam onbekend (2)',
    ]);
  });

  it('by something to read that nobody else in the list has, whatever they are called', () => {
    const woord = fc.constantFrom(
      ...[
        '',
        '\u200b',
        'Jan',
        'JAN',
        'jan\u00a0',
        'Jan (1)',
        'Jan (2)',
        'Jan (wijkagent)',
        'Lotte',
      ],
      ...['wijkagent', 'Naam onbekend', '(gast)', 'J\u202ean'],
    );
    const een = fc.record({
      naam: woord,
      extern: fc.boolean(),
      kenmerken: fc.tuple(woord, woord, woord),
    });
    fc.assert(
      fc.property(fc.array(een, { maxLength: 12 }), (mensen) => {
        const shown = namenVan(mensen).map(({ naam }) => naam);
        expect(shown.every(isLeesbaar)).toBe(true);
        expect(new Set(shown.map(sleutel)).size).toBe(mensen.length);
      }),
      RUNS,
    );
  });
});

interface Lid {
  naam?: string;
  organisatie?: string;
  identiteit?: { tenant: string; oid: string; teamsId: string };
}

function groep(...mensen: Lid[]): Project {
  const events = mensen.map(({ naam = 'Jan', organisatie = '', identiteit }, nth) => ({
    ...say(
      deelnemer,
      `d${nth}`,
      {
        rol: nth === 0 ? 'projectleider' : 'deelnemer',
        status: 'lid',
        identities: identiteit ? [identiteit] : [],
        partner: '',
        opvolger: '',
        extern: false,
      },
      { naam, organisatie, functie: '' },
    ),
    n: nth + 1,
    v: 1,
    at: '2027-01-04T09:00:00.000Z',
    by: 'd0',
  }));
  return fold(emptyProject('p'), events);
}

describe('an organisatie that several people wrote down', () => {
  const breed = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfe_e0));
  const anders = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.replaceAll(' ', '\u00a0'),
    (text) => text.replaceAll(' ', '  '),
    (text) => `${text}\u200b`,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.normalize('NFD'),
    (text) => ` ${text}\u2060`,
    breed,
  );

  it('is one, and is called as the first of them wrote it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Coöperatie Fryslân', 'Politie', 'GGZ Midden-Holland', 'Stichting ’t Huis'),
        fc.array(anders, { minLength: 1, maxLength: 6 }),
        (naam, wijzen) => {
          const project = groep(
            ...[naam, ...wijzen.map((wijze) => wijze(naam))].map((organisatie, nth) => ({
              naam: `Lid ${nth}`,
              organisatie,
            })),
          );
          expect(organisaties(project)).toEqual([naam]);
          expect(leden(project).map(({ organisatie }) => organisatie)).toEqual(
            leden(project).map(() => naam),
          );
          expect(isVanOrganisatie(project, 'd0', `d${wijzen.length}`)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('is not that of people who named none, and they are not one organisatie together', () => {
    const project = groep({ organisatie: 'Politie' }, {}, { naam: '' }, { naam: '\u200b' });
    expect(wieDoenMee(project)).toBe('4 deelnemers van 1 organisatie');
    expect(wieDoenMee(groep({}, {}))).toBe('2 deelnemers');
    expect(isVanOrganisatie(project, 'd2', 'd3')).toBe(false);
    expect(vanHoeveel(project, ['d0', 'd0', 'd1'])).toBe(
      '1 organisatie en 1 deelnemer zonder organisatie',
    );
    expect(vanHoeveel(project, ['d1', 'd2'])).toBe('2 deelnemers');
  });

  it('stands once behind a name, also where it tells people apart', () => {
    const project = groep(
      { naam: 'Jan', organisatie: 'Politie' },
      { naam: 'Jan', organisatie: 'GGZ' },
      { naam: 'Lotte', organisatie: 'GGZ' },
      { naam: 'Bram Jansen' },
    );
    expect(leden(project).map(({ voluit }) => voluit)).toEqual([
      'Jan (Politie)',
      'Jan (GGZ)',
      'Lotte (GGZ)',
      'Bram Jansen',
    ]);
  });
});

describe('two people with one object id, each in their own tenant', () => {
  const hier = { tenant: 'gemeente', oid: 'zelfde', teamsId: '29:hier' };
  const elders = { tenant: 'politie', oid: 'zelfde', teamsId: '29:elders' };
  const project = groep({ naam: 'Jan', identiteit: hier }, { naam: 'Piet', identiteit: elders });

  it('are told apart by their tenant and, where an act does not tell that, by the id that Teams has for them', () => {
    expect(whoIs(project, hier)?.naam).toBe('Jan');
    expect(whoIs(project, elders)?.naam).toBe('Piet');
    expect(whoIs(project, { ...elders, tenant: 'gemeente' })?.naam).toBe('Piet');
    expect(whoIs(project, { ...elders, teamsId: '' })?.naam).toBe('Piet');
    expect(whoIs(groep({ identiteit: hier }), { ...elders, tenant: 'gemeente' })).toBeUndefined();
  });

  it('and nobody has the name of an id that is not there', () => {
    expect(mens(project, 'd9')).toBeUndefined();
  });
});
