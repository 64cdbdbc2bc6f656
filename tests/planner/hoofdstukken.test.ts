import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { mens } from '../../src/process/feiten/deelnemers.ts';
import type { Lezing } from '../../src/process/contract/contract.ts';
import {
  somVan,
  type Deel,
  type Hoofdstuk,
  type Tabel,
} from '../../src/process/vormen/hoofdstuk.ts';
import { isMogelijk, NIEMAND } from '../../src/process/contract/judge.ts';
import { withdraw } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import { hoofdstukkenVan } from '../../src/process/weergaven/hoofdstukken.ts';
import { verloopHoofdstuk } from '../../src/process/weergaven/hoofdstuk-verloop.ts';
import {
  capaciteit,
  doei,
  probleem,
  samenwerking,
  stem,
  stemming,
} from '../../src/planner/plan/plan.ts';
import { afspraak, uitkomst } from '../../src/process/feiten/overleg.ts';
import { HALF, LEEG, stadium, VOL, WIE, type Fase, type Wereld } from '../../support/stadia.ts';
import { groep, tekst } from '../../support/groep.ts';
import { metMatrix, rij, stationsplein } from './stationsplein.ts';

const lezing = ({ beeld }: Wereld, wie: string): Lezing => ({
  ...beeld,
  lezer: mens(beeld.project, wie) ?? NIEMAND,
});

const leest = (wereld: Wereld, wie: string) => hoofdstukkenVan(lezing(wereld, wie));

const isTabel = (deel: Deel): deel is Tabel => deel.soort === 'tabel';

function tabelMet(hoofdstukken: readonly Hoofdstuk[], id: string): Tabel {
  const found = hoofdstukken.flatMap(({ delen }) => delen.filter(isTabel)).find((t) => t.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
}

/** The cells of a column by its name. */
const kolomVan = ({ kolommen, rijen }: Tabel, naam: string) => {
  const at = kolommen.findIndex((kolom) => kolom.naam === naam);
  expect(at, naam).toBeGreaterThanOrEqual(0);
  return rijen.map(({ cellen }) => cellen[at]);
};

const STADIA: readonly (readonly [number, Fase])[] = [
  [1, 'open'],
  [2, 'open'],
  [2, 'overleg'],
  [4, 'overleg'],
  [5, 'open'],
  [6, 'na overleg'],
  [6, 'afgerond'],
];

describe('the chapters of a project', () => {
  it.each(STADIA)('are complete and clear in step %i (%s), however much there is', (stap, fase) => {
    for (const omvang of [LEEG, HALF, VOL]) {
      const wereld = stadium(omvang, stap, fase);
      for (const wie of [WIE.leider, WIE.lid, ''])
        for (const hoofdstuk of leest(wereld, wie)) {
          const ids = hoofdstuk.delen.flatMap((deel) => ('id' in deel ? [deel.id] : []));
          expect(new Set(ids).size, hoofdstuk.id).toBe(ids.length);
          for (const tabel of hoofdstuk.delen.filter(isTabel)) klopt(tabel);
        }
    }
  });

  it.each(STADIA)('offer in step %i (%s) only what this reader may press now', (stap, fase) => {
    const wereld = stadium(HALF, stap, fase);
    for (const wie of [WIE.leider, WIE.notulist, WIE.lid, WIE.weg, '']) {
      const verbs = knoppenIn(leest(wereld, wie));
      for (const verb of verbs) {
        expect(planner.acties.has(verb) || planner.weergaven.has(verb), verb).toBe(true);
        expect(isMogelijk(wereld.ctx(wie), verb), `${wie} ${verb}`).toBe(true);
      }
      expect(verbs.length > 0, wie).toBe(wie !== '' && wie !== WIE.weg);
    }
  });

  it('come in the order of a plan, and only of the steps that were opened', () => {
    const ids = (stap: number, fase: Fase) =>
      leest(stadium(HALF, stap, fase), WIE.lid).map(({ id }) => id);

    expect(ids(1, 'open')).toEqual(['groep', 'profiel', 'overleggen', 'afspraken']);
    expect(ids(6, 'na overleg')).toEqual([
      'groep',
      'profiel',
      'probleem',
      'prioriteiten',
      'maatregelen',
      'doelstellingen',
      'beoordeling',
      'uitvoering',
      'kosten',
      'capaciteit',
      'besluiten',
      'resultaat',
      'evaluatie',
      'overleggen',
      'afspraken',
    ]);
  });

  it('keep rows that are still concept for who writes them', () => {
    const wereld = stationsplein();
    wereld.overleg(2, ['sanne', 'ali']);
    wereld.doet('sanne', 'regel.toevoegen', rij());

    expect(tabelMet(leest(wereld, 'sanne'), 'uitvoeringsmatrix').rijen).toHaveLength(1);
    expect(leest(wereld, 'ali').map(({ id }) => id)).not.toContain('uitvoering');
    expect(leest(wereld, '').map(({ id }) => id)).not.toContain('kosten');
  });
});

function klopt(tabel: Tabel): void {
  const { kolommen, rijen } = tabel;
  expect(new Set(rijen.map(({ id }) => id)).size, tabel.id).toBe(rijen.length);
  for (const { cellen } of rijen) {
    expect(cellen.length, tabel.id).toBe(kolommen.length);
    cellen.forEach((cel, at) => {
      const vorm = kolommen[at]?.vorm;
      if (typeof cel === 'number') expect(['getal', 'bedrag'], tabel.id).toContain(vorm);
      if (typeof cel !== 'string' || cel === '') return;
      if (vorm === 'datum') expect(cel, tabel.id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (vorm === 'niveau') expect(['hoog', 'midden', 'laag'], tabel.id).toContain(cel);
      if (vorm === 'getal' || vorm === 'bedrag') expect.fail(`${tabel.id}: ${cel}`);
    });
  }
}

const knoppenIn = (hoofdstukken: readonly Hoofdstuk[]): string[] =>
  hoofdstukken
    .flatMap(({ delen, knoppen }) => [
      ...knoppen,
      ...delen.filter(isTabel).flatMap(({ rijen }) => rijen.flatMap((one) => one.knoppen)),
    ])
    .map(({ verb }) => verb);

describe('what a chapter says', () => {
  it('is the list of deelnemers with their organisatie, for everybody in the group [B10]', () => {
    const wereld = stadium(HALF, 2, 'open');
    const { rijen } = tabelMet(leest(wereld, WIE.lid), 'deelnemers');

    expect(rijen.map(({ id }) => id).sort()).toEqual(
      ['leider', 'plaatsvervanger', 'notulist', 'lid', 'collega', 'stil', 'zonder', 'd0'].sort(),
    );
    expect(rijen.every((one) => one.knoppen.length === 0)).toBe(true);
    const leider = tabelMet(leest(wereld, WIE.leider), 'deelnemers');
    expect(leider.rijen.flatMap(({ knoppen }) => knoppen).map(({ verb }) => verb)).toContain(
      'deelnemer.gegevens',
    );
  });

  it('is the full list of rated problems of all deelnemers, with the risk matrix of the same numbers [C12]', () => {
    const wereld = stadium(VOL, 2, 'gesloten');
    const hoofdstukken = leest(wereld, WIE.leider);
    const lijst = tabelMet(hoofdstukken, 'problemen');
    const matrix = hoofdstukken
      .flatMap(({ delen }) => delen)
      .find((deel) => 'id' in deel && deel.id === 'risicomatrix');

    expect(lijst.rijen).toHaveLength(300);
    expect(tekst(wereld.ziet(WIE.leider, 'problemen'))).toContain('300 problemen');
    if (matrix?.soort !== 'figuur' || matrix.prent.vorm !== 'rooster') throw new Error('no matrix');
    const { x, y, stippen } = matrix.prent;
    const kans = kolomVan(lijst, 'Risico');
    const prioriteit = kolomVan(lijst, 'Prioriteit');
    expect(stippen.map(({ nr }) => nr)).toEqual(kolomVan(lijst, 'Nr'));
    expect(stippen.map((stip) => x.niveaus[stip.x]?.toLowerCase())).toEqual(kans);
    expect(stippen.map((stip) => y.niveaus[stip.y]?.toLowerCase())).toEqual(prioriteit);
    expect(matrix.alt).toHaveLength(300);
  });

  it('adds up costs as the view does, and says where something is not known [H5]', () => {
    const wereld = metMatrix();
    wereld.doet('sanne', 'regel.toevoegen', rij());
    wereld.doet('sanne', 'regel.toevoegen', rij({ wat: 'Camera', kosten: '', extra: '250,50' }));
    const hoofdstukken = leest(wereld, 'ali');
    const kosten = tabelMet(hoofdstukken, 'kosten');
    const som = (naam: string) =>
      somVan(
        kosten,
        kosten.kolommen.findIndex((kolom) => kolom.naam === naam),
      );

    expect(som('Kosten')).toEqual({ bekend: 1000, onbekend: 1 });
    expect(som('Extra kosten')).toEqual({ bekend: 250.5, onbekend: 0 });
    expect(som('Nog geen geld voor')).toEqual({ bekend: 600, onbekend: 1 });
    const view = tekst(wereld.ziet('ali', 'kosten'));
    const samen = hoofdstukken.find(({ id }) => id === 'kosten')?.delen[0];
    if (samen?.soort !== 'kenmerken') throw new Error('no totals');
    for (const { naam, waarde } of samen.paren)
      expect(view).toContain(`${naam}: ${waarde.replace(/ \(.*/, '')}`);
    expect(view).toContain('Van 1 maatregel is nog niet alles bekend.');
    expect(tekst(samen)).toContain('€ 600,00 (bij 1 maatregel nog niet bekend)');
  });

  it('gives the uitvoeringsmatrix with who, when and for which goals; who leads changes it there [H4, L9]', () => {
    const wereld = metMatrix();
    wereld.doet('sanne', 'regel.toevoegen', rij());
    const van = (wie: string) => tabelMet(leest(wereld, wie), 'uitvoeringsmatrix');
    const [regel] = van('sanne').rijen;

    expect(regel?.cellen.slice(0, 9)).toEqual([
      1,
      '1. Overlast door scooters',
      'Elke vrijdag over het plein lopen',
      'Twee aan twee, van acht tot twaalf',
      'ali (organisatie van ali)',
      'bo',
      '2027-03-01',
      '2027-06-01',
      'Minder meldingen over scooters',
    ]);
    expect(regel?.knoppen.map(({ verb }) => verb)).toContain('regel.wijzigen');
    expect(van('bo').rijen[0]?.knoppen.map(({ verb }) => verb)).toEqual(['capaciteit.opgeven']);
    expect(van('').rijen[0]?.knoppen).toEqual([]);
  });

  it('never adds up hours and fte, per organisatie and measure [H6]', () => {
    const wereld = metMatrix();
    wereld.doet('sanne', 'regel.toevoegen', rij());
    const [regel] = tabelMet(leest(wereld, 'sanne'), 'uitvoeringsmatrix').rijen;
    const inzet = (id: string, van: string, aantal: number, eenheid: 'uren' | 'fte') =>
      say(capaciteit, id, { regel: regel?.id ?? '', van, aantal, eenheid, extra: false }, {});
    wereld.said('sanne', [
      inzet('k1', 'ali', 40, 'uren'),
      inzet('k2', 'ali', 0.5, 'fte'),
      inzet('k3', 'bo', 12.5, 'uren'),
    ]);
    const found = tabelMet(leest(wereld, 'bo'), 'capaciteit');

    expect(kolomVan(found, 'Uren')).toEqual([40, '', 12.5]);
    expect(kolomVan(found, 'Fte')).toEqual(['', 0.5, '']);
    const uren = found.kolommen.findIndex(({ naam }) => naam === 'Uren');
    expect(somVan(found, uren)).toEqual({ bekend: 52.5, onbekend: 0 });
    expect(somVan(found, uren + 1)).toEqual({ bekend: 0.5, onbekend: 0 });
    expect(tekst(wereld.ziet('bo', 'capaciteit'))).toContain('40 uren en 0,5 fte');
  });

  it('gives all measures that were delivered online, per problem and organisatie [F4]', () => {
    const wereld = stadium(HALF, 4, 'open');
    const { rijen } = tabelMet(leest(wereld, WIE.lid), 'maatregelen');
    const shown = tekst(wereld.ziet(WIE.lid, 'maatregelen'));

    expect(rijen.length).toBeGreaterThan(0);
    for (const { cellen } of rijen) expect(shown).toContain(String(cellen[2]));
  });

  it('numbers the decisions of all overleggen in order, the same for every reader [O5]', () => {
    const wereld = stadium(HALF, 6, 'na overleg');
    const zeg = (overleg: string, regel: string, vertrouwelijk: boolean, text: string) =>
      say(
        uitkomst,
        `${overleg}.${regel}`,
        { overleg, regel, soort: 'besluit', wie: '', wanneer: '', vertrouwelijk, voor: [] },
        { tekst: text },
      );
    wereld.said(WIE.leider, [
      zeg('overleg2', 'opening', false, 'Derde'),
      zeg('overleg1', 'opening', true, 'Eerste'),
      zeg('overleg1', 'clusteren', false, 'Tweede'),
    ]);
    const besluiten = (wie: string) =>
      tabelMet(leest(wereld, wie), 'overlegbesluiten').rijen.map(({ cellen }) => cellen);
    const van = (wie: string) =>
      besluiten(wie)
        .filter(([, wat]) => /^(Eerste|Tweede|Derde|\(vertrouwelijk\))$/.test(String(wat)))
        .map(([nr, wat]) => [nr, wat] as const);

    expect(besluiten(WIE.lid).map(([nr]) => nr)).toEqual(besluiten(WIE.lid).map((_, at) => at + 1));
    expect(van(WIE.leider).map(([, wat]) => wat)).toEqual(['Eerste', 'Tweede', 'Derde']);
    expect(van(WIE.lid).map(([, wat]) => wat)).toEqual(['(vertrouwelijk)', 'Tweede', 'Derde']);
    expect(van(WIE.lid).map(([nr]) => nr)).toEqual(van(WIE.leider).map(([nr]) => nr));
  });

  it('hides the result of a vote that is open until one has voted oneself', () => {
    const wereld = stationsplein();
    wereld.said('sanne', [
      say(
        stemming,
        'stemming',
        { onderwerpen: ['scooters', 'fietsen'], vorm: 'kiezen', max: 3, open: true, ronde: 1 },
        {},
      ),
      say(
        stem,
        'ali',
        { van: 'ali', punten: { scooters: 1 }, handen: false, ronde: 1, voor: [] },
        {},
      ),
    ]);
    const ziet = (wie: string) => tekst(leest(wereld, wie)).includes('"stemming"');
    const heeftTabel = (wie: string) =>
      leest(wereld, wie).some(({ delen }) => delen.some((d) => 'id' in d && d.id === 'stemming'));

    expect([heeftTabel('ali'), heeftTabel('bo'), heeftTabel('sanne'), heeftTabel('')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(ziet('bo')).toBe(true);
  });

  it('shows of the cooperation what was said, to all alike and without who said it', () => {
    const wereld = stadium(HALF, 6, 'na overleg');
    const opmerkingen = [...(wereld.project.entries.get('samenwerking')?.values() ?? [])]
      .map(({ texts }) => texts['opmerking'] ?? '')
      .filter((text) => text !== '');
    const gezien = (wie: string) =>
      leest(wereld, wie)
        .flatMap(({ delen }) => delen)
        .find((deel) => 'kop' in deel && deel.kop.startsWith('Opmerkingen over'));

    expect(opmerkingen.length).toBeGreaterThan(0);
    const punten = opmerkingen.map((text) => `“${text}”`).sort((x, y) => x.localeCompare(y, 'nl'));
    expect(gezien(WIE.lid)).toMatchObject({ punten });
    expect(gezien(WIE.leider)).toEqual(gezien(WIE.lid));
  });

  it('keeps what was said of the cooperation to itself while one could tell who said it', () => {
    const wereld = stadium(HALF, 6, 'na overleg');
    const [, , ...meer] = [...(wereld.project.entries.get('samenwerking')?.keys() ?? [])];
    wereld.said(
      WIE.leider,
      meer.map((id) => withdraw(samenwerking, id)),
    );
    expect(tekst(leest(wereld, WIE.lid))).not.toContain('Opmerkingen over de samenwerking');
  });
});

describe('what is confidential', () => {
  const GEHEIM = 'Kanarie in de kelder';

  function metGeheim(stap: number, fase: Fase): Wereld {
    const wereld = stadium(HALF, stap, fase);
    const besloten = { vertrouwelijk: true, voor: [WIE.collega], van: WIE.plaatsvervanger };
    const wie = { ...besloten, wie: WIE.plaatsvervanger, wanneer: '', overleg: 'overleg1' };
    wereld.said(WIE.plaatsvervanger, [
      say(probleem, 'p4', besloten, { omschrijving: GEHEIM, plaats: GEHEIM, cijfers: GEHEIM }),
      say(
        doei,
        'geheim',
        { over: 'p0', soort: 'data', mondeling: false, ...besloten },
        { tekst: GEHEIM, bron: GEHEIM },
      ),
      say(
        uitkomst,
        'overleg1.opening',
        { ...wie, regel: 'opening', soort: 'besluit' },
        { tekst: GEHEIM },
      ),
      say(afspraak, 'a.geheim', { ...wie, klaar: false, soort: 'algemeen' }, { wat: GEHEIM }),
    ]);
    return wereld;
  }

  it.each([
    [2, 'open'],
    [2, 'na overleg'],
    [4, 'overleg'],
    [6, 'na overleg'],
  ] as const)(
    'stands in step %i (%s) in no chapter of who may not read it, nor in the record',
    (stap, fase) => {
      const wereld = metGeheim(stap, fase);
      const alles = (wie: string) =>
        tekst([leest(wereld, wie), verloopHoofdstuk(lezing(wereld, wie), wereld.log)]);

      for (const wie of [WIE.notulist, WIE.lid, WIE.weg, WIE.aanvrager, ''])
        expect(alles(wie), wie).not.toContain(GEHEIM);
      for (const wie of [WIE.leider, WIE.collega]) expect(alles(wie), wie).toContain(GEHEIM);
    },
  );

  it('stands in nothing that is drawn for everybody, whoever asks', () => {
    const wereld = metGeheim(4, 'overleg');
    for (const wie of [WIE.leider, WIE.collega, '']) {
      const samen = { ...lezing(wereld, wie), project: voorIedereen(wereld.project) };
      expect(tekst(hoofdstukkenVan(samen)), wie).not.toContain(GEHEIM);
      // The chapters are there, with what is no secret.
      expect(tekst(hoofdstukkenVan(samen)), wie).toContain('Wat is het probleem?');
    }
  });
});

describe('the record of who did what when', () => {
  it('has its words for every kind of entry there is', () => {
    const kinds = globSync('src/{process,planner}/**/*.ts').flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/>\(\s*'([a-z0-9]+)',?\s*\)/g)].map(
        ([, name]) => name ?? '',
      ),
    );

    expect(kinds.length).toBeGreaterThan(30);
    expect(kinds.filter((name) => !planner.verloop.has(name))).toEqual([]);
  });

  it('says in plain words who did what, the last first, and nothing of what was typed', () => {
    const wereld = groep('sanne', 'ali');
    wereld.stap('probleem');
    const inhoud = {
      omschrijving: 'Zeer gevoelige tekst',
      kans: 'hoog',
      gevolgen: 'personen',
      prioriteit: 'hoog',
    };
    wereld.doet('ali', 'probleem.doorgeven', inhoud);
    wereld.het_is('2027-01-05');
    wereld.doet('ali', 'probleem.intrekken', {}, { id: wereld.log.at(-1)?.id ?? '' });
    const [verloop] = verloopHoofdstuk(lezing(wereld, 'ali'), wereld.log).delen.filter(isTabel);

    expect(verloop?.rijen.slice(0, 2).map(({ cellen }) => cellen)).toEqual([
      ['2027-01-05T09:00:00.000Z', 'ali', 'organisatie van ali', 'trok een probleem in'],
      ['2027-01-04T09:00:00.000Z', 'ali', 'organisatie van ali', 'gaf een probleem door'],
    ]);
    expect(tekst(verloop ?? {})).not.toContain('gevoelige');
    if (verloop) klopt(verloop);
  });

  it('says a thing once that was done many times in one go', () => {
    const { rijen } = verloopTabel(stadium(VOL, 2, 'open'));

    expect(rijen.map(({ cellen }) => cellen[3])).toContain('gaf een probleem door (300 keer)');
  });
});

function verloopTabel(wereld: Wereld): Tabel {
  const [found] = verloopHoofdstuk(lezing(wereld, WIE.lid), wereld.log).delen.filter(isTabel);
  if (!found) throw new Error('no record');
  return found;
}
