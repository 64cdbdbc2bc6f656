import { describe, expect, it } from 'vitest';
import { tekenWord } from '../../src/exports/word/word.ts';
import { afspraak, overleg, uitkomst } from '../../src/process/feiten/overleg.ts';
import { all } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { akkoordStuk, verzoekenVan } from '../../src/process/stukken/akkoordverzoek.ts';
import { aanbodVan, klusVan } from '../../src/process/stukken/aanbod.ts';
import { gehouden, notulenStuk } from '../../src/process/stukken/notulen.ts';
import { maatregel, probleem } from '../../src/planner/plan/plan.ts';
import { metMatrix, rij } from '../planner/stationsplein.ts';
import { WIE } from '../../support/stadia.ts';
import { geenFiguur, lezingVan, wordRegels, wordTabellen } from './hulp.ts';

describe('the minutes of an overleg', () => {
  it('say when and where it was, who came, what came out of each point, the decisions numbered and who does what [O5]', async () => {
    const lezing = lezingVan();
    const { project } = lezing;
    const [eerste] = gehouden(lezing);

    const regels = wordRegels(await tekenWord(notulenStuk(lezing, eerste!.id, true)!, geenFiguur));
    const tekst = regels.join('\n');

    expect(regels).toContain('Verslag van overleg 1');
    for (const kop of ['Gehouden', 'Plaats', 'Aanwezig', 'Niet aanwezig', 'Besluiten', 'Afspraken'])
      expect(regels).toContain(kop);
    expect(tekst).toMatch(/do 4 februari 2027, 10\.00 uur/);
    const said = all(project, uitkomst).filter(({ facts }) => facts.overleg === eerste!.id);
    expect(said.length).toBeGreaterThan(0);
    for (const { texts } of said) expect(tekst).toContain(texts.tekst);
    for (const { texts } of all(project, afspraak).filter(
      ({ facts }) => facts.overleg === eerste!.id,
    ))
      expect(tekst).toContain(texts.wat);
    expect(regels.some((regel) => /^1\. Opening en mededelingen$/.test(regel))).toBe(true);
  });

  it('do not tell what is confidential, unless somebody asks who may read it', () => {
    const world = metMatrix();
    world.overleg(2, ['sanne', 'ali']);
    world.said('sanne', [
      say(
        uitkomst,
        'overleg2.opening',
        {
          overleg: 'overleg2',
          regel: 'opening',
          soort: 'besluit',
          wie: '',
          wanneer: '',
          vertrouwelijk: true,
          voor: [],
        },
        { tekst: 'Niemand mag dit weten.' },
      ),
    ]);
    const lees = (wie: string, met: boolean) =>
      JSON.stringify(notulenStuk({ ...world.beeld, lezer: world.ctx(wie).actor }, 'overleg2', met));

    expect(lees('sanne', false)).not.toContain('Niemand mag dit weten.');
    expect(lees('ali', true)).not.toContain('Niemand mag dit weten.');
    expect(all(world.project, overleg)).toHaveLength(1);
  });

  it('are there once an overleg has begun', () => {
    const lezing = lezingVan(WIE.leider, { stap: 2, fase: 'open' });

    expect(gehouden(lezing)).toEqual([]);
    expect(notulenStuk(lezing, 'overleg1', true)).toBeUndefined();
  });
});

/** A row with money and people, about which nobody has decided. */
function teBesluiten() {
  const world = metMatrix();
  expect(world.doet('sanne', 'regel.toevoegen', rij({ extra: '250' })).accepted).toBe(true);
  return world;
}

describe('a request to agree', () => {
  it('tells each opdrachtgever and organisatie the problem, the goals, the measures, what it costs and what is asked', async () => {
    const world = teBesluiten();

    const namen = verzoekenVan(world.beeld).map(({ naam }) => naam);
    expect(namen).toContain('De burgemeester');
    expect(namen).toContain('organisatie van ali');
    const word = await tekenWord(akkoordStuk(world.beeld, 'o.burgemeester')!, geenFiguur);

    const regels = wordRegels(word);
    const tekst = regels.join('\n');
    expect(regels).toContain('Verzoek om akkoord: De burgemeester');
    expect(tekst).toContain('Overlast door scooters');
    expect(tekst).toContain(
      'Minder meldingen over scooters: van 40 naar 20 meldingen per maand, op 1 december 2027',
    );
    expect(wordTabellen(word).flat()).toContainEqual([
      'Elke vrijdag over het plein lopen',
      '1 maart 2027 tot 1 juni 2027',
      ...['€ 1.000,00', '€ 250,00', '€ 850,00'],
    ]);
    expect(tekst).toContain('Gaat u akkoord met deze maatregel? Daarvoor is € 250,00 extra nodig.');
  });

  it('goes by e-mail as well, with the same in it', () => {
    const world = teBesluiten();
    const lijst = JSON.stringify(world.ziet('sanne', 'als-email'));
    expect(lijst).toContain('Verzoek om akkoord aan De burgemeester');

    const mail = world.ziet('sanne', 'als-email', {
      wat: 'akkoord',
      nummer: '0',
      partij: 'o.burgemeester',
    });

    if (mail.kind !== 'email') throw new Error('no e-mail');
    expect(mail.onderwerp).toBe('Overlast Stationsplein: verzoek om akkoord');
    expect(mail.tekst).toContain(
      '- Elke vrijdag over het plein lopen (Wanneer: 1 maart 2027 tot 1 juni 2027; Kosten: € 1.000,00; Extra geld: € 250,00; Nog geen geld voor: € 850,00)',
    );
    expect(mail.tekst).toContain('Kies: akkoord / niet akkoord / akkoord onder voorwaarden.');
    expect(mail.knoppen[0]).toEqual({
      titel: 'Besluit vastleggen',
      verb: 'besluit.vastleggen',
      args: { partij: 'o.burgemeester' },
    });
  });

  it('asks nothing while the measures are a concept', () => {
    expect(verzoekenVan(lezingVan(WIE.leider, { stap: 4 }))).toEqual([]);
    expect(verzoekenVan(lezingVan(WIE.leider, { stap: 5 })).length).toBeGreaterThan(0);
  });
});

describe('the files that there are', () => {
  it('are for who takes part; requests to agree are for who leads', () => {
    const van = (wie: string) => aanbodVan(lezingVan(wie)).map(({ vraag }) => vraag['soort']);

    expect(new Set(van(WIE.leider))).toEqual(
      new Set([
        'plan',
        'tabellen',
        'agenda',
        'verslag',
        'akkoordverzoek',
        'poster',
        'poster-druk',
        'figuur',
      ]),
    );
    expect(van(WIE.lid)).toContain('plan');
    expect(van(WIE.lid)).not.toContain('akkoordverzoek');
    expect(van(WIE.weg)).toEqual([]);
    expect(van(WIE.aanvrager)).toEqual([]);
  });

  it('can all be made, and nothing else can', () => {
    const lezing = lezingVan();

    for (const { vraag } of aanbodVan(lezing)) expect(klusVan(lezing, vraag)).toBeDefined();
    for (const vraag of [
      {},
      { soort: 'x' },
      { soort: 'verslag', id: 'overleg9' },
      { soort: 'plan', id: 'x' },
    ])
      expect(klusVan(lezing, vraag)).toBeUndefined();
  });

  it('begin with everything the deelnemers entered: all problems as they were rated, all measures for overleg 2 [C12, F4]', () => {
    const lezing = lezingVan(WIE.leider, { stap: 4, fase: 'open' });
    const klus = klusVan(lezing, { soort: 'tabellen', vertrouwelijk: 'ja' });
    if (klus?.soort !== 'excel') throw new Error('no tables');
    const cells = new Set(
      klus.stuk.hoofdstukken
        .flatMap(({ delen }) => delen)
        .flatMap((deel) =>
          deel.soort === 'tabel' ? deel.rijen.flatMap(({ cellen }) => cellen) : [],
        ),
    );

    const problemen = all(lezing.project, probleem).map(({ texts }) => texts.omschrijving);
    const maatregelen = all(lezing.project, maatregel).map(({ texts }) => texts.omschrijving);
    expect(problemen.length).toBeGreaterThan(3);
    expect(maatregelen.length).toBeGreaterThan(2);
    expect([...problemen, ...maatregelen].filter((tekst) => !cells.has(tekst))).toEqual([]);
  });
});
