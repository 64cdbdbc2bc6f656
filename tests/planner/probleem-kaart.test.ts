import { agenda as agendaVan1 } from '../../src/planner/probleem/agenda.ts';
import { describe, expect, it } from 'vitest';
import { leden } from '../../src/process/feiten/deelnemers.ts';
import { profiel, PROJECT } from '../../src/process/feiten/gegevens.ts';
import { overleg, overlegId } from '../../src/process/feiten/overleg.ts';
import { say } from '../../support/gezegd.ts';
import { planner } from '../../src/planner/index.ts';
import { probleem as stap2 } from '../../src/planner/probleem/index.ts';
import { tekst } from '../../support/groep.ts';
import { MAX_KNOPPEN } from '../../src/process/vormen/grenzen.ts';
import { opDeKaart } from './op-de-kaart.ts';
import { gedaan, geeft, inStap2, verbs, type Groep } from './probleem-groep.ts';

const kaart = (world: Groep) => stap2.kaart(world.beeld);
const verbsOp = (world: Groep) => kaart(world).knoppen.map(({ verb }) => verb);

/** The same group at each moment of the step. */
const MOMENTEN: readonly [string, (world: Groep, ids: readonly string[]) => void, string][] = [
  ['open', () => undefined, 'Welke problemen zie jij?'],
  ['closed', (world) => world.sluit('probleem'), 'Stap 2 is gesloten.'],
  [
    'in overleg 1',
    (world) => world.overleg(1, ['anna', 'bram']),
    'Welke problemen pakken we eerst aan?',
  ],
  [
    'voting',
    (world, ids) =>
      void gedaan(
        world.doet('anna', 'stemming.openen', {
          onderwerpen: ids.join(','),
          vorm: 'kiezen',
          zicht: 'open',
        }),
      ),
    'Stem mee: wat is het belangrijkst?',
  ],
  [
    'fixed',
    (world) => {
      world.doet('anna', 'stemming.sluiten');
      gedaan(world.doet('anna', 'lijst.vaststellen', { eerst: '2', tot: '2027-02-05' }));
    },
    'Ben je het eens met deze lijst?',
  ],
];

/** The group after so many of the moments. */
function na(n: number): Groep {
  const world = inStap2('anna', 'bram', 'cees');
  const ids = ['A', 'B', 'C'].map((naam) => geeft(world, 'bram', naam, { prioriteit: 'hoog' }));
  for (const [, change] of MOMENTEN.slice(0, n)) change(world, ids);
  return world;
}

describe('the live card', () => {
  it.each(MOMENTEN.map(([naam, , vraag], at) => [naam, vraag, at + 1] as const))(
    'says in the state "%s" what to do now',
    (_, vraag, n) => {
      const world = na(n);
      const data = kaart(world);

      expect(data.vraag).toBe(vraag);
      // One place is kept for "Lukt dit niet?".
      expect(data.knoppen.length).toBeLessThan(MAX_KNOPPEN);
      expect(data.knoppen.at(-1)).toMatchObject({
        titel: 'Voor de projectleider',
        verb: 'leiding',
      });
      expect(opDeKaart(data)).not.toContain('${');
      const { naam, termijn, voortgang, uitleg, regels, straks } = data;
      const words = [
        ...[naam, data.vraag, uitleg, termijn?.zin, termijn?.over, voortgang?.zin],
        ...[...regels, straks],
      ]
        .join(' ')
        .split(/\s+/);
      expect(words.length).toBeLessThanOrEqual(60);
      for (const zin of words.join(' ').split(/(?<=[.?:])\s/))
        expect(zin.split(' ').length).toBeLessThanOrEqual(15);
    },
  );

  it('offers giving a problem, having none, and the full list while step 2 is open [C2, C12]', () => {
    const world = na(1);

    expect(verbsOp(world)).toEqual([
      'probleem.doorgeven',
      'probleem.niets',
      'problemen',
      'leiding',
    ]);
    expect(kaart(world)).toMatchObject({
      termijn: { zin: 'Tot do 28 januari, 17.00 uur' },
      voortgang: { zin: '1 van de 3 heeft gereageerd.', n: 1, van: 3 },
      straks: 'Daarna kiezen we in overleg 1 wat we eerst aanpakken.',
    });
  });

  it('keeps the button for a problem when overleg 1 begins before the deadline', () => {
    const world = na(1);
    world.overleg(1, ['anna']);

    expect(verbsOp(world)).toContain('probleem.doorgeven');
    expect(verbsOp(na(3))).not.toContain('probleem.doorgeven');
  });

  it('closes by itself with the deadline, and counts what came in', () => {
    const world = na(1);
    world.het_is('2027-01-28', '17:02');
    world.said('anna', [
      say(overleg, overlegId(1), {
        nummer: 1,
        datum: '2027-02-02',
        tijd: '10:00',
        begonnen: '',
        gesloten: '',
        aanwezig: [],
        notulist: '',
      }),
    ]);

    expect(kaart(world)).toMatchObject({
      regels: ['Er zijn 3 problemen, allemaal met prioriteit hoog.'],
      straks:
        'Overleg 1 is op di 2 februari, 10.00 uur. In overleg 1 kiezen we wat we eerst aanpakken.',
      termijn: undefined,
    });
  });

  it('shows the list that is tackled first with its degree of support [C16, C19]', () => {
    const world = na(5);
    world.doet('bram', 'akkoord.geven');

    expect(kaart(world).lijst.map(({ tekst: naam }) => naam)).toEqual(['1. A', '2. B']);
    expect(kaart(world).voortgang).toEqual({
      zin: '1 van de 2 aanwezigen is akkoord. Geen antwoord: 1. Niet aanwezig: 0 akkoord, 0 niet akkoord, 1 geen antwoord.',
      n: 1,
      van: 2,
    });
    expect(verbsOp(world)).toEqual([
      'akkoord.geven',
      'akkoord.niet',
      'lijst',
      'overleg',
      'leiding',
    ]);
  });

  it('asks nothing any more once the project is closed', () => {
    const world = na(5);
    world.said('anna', [say(profiel, PROJECT, { afgerond: world.now })]);

    expect(verbsOp(world)).toEqual(['lijst', 'akkoord']);
  });

  it('shows what people typed literally', () => {
    const world = inStap2('anna');
    geeft(world, 'anna', '${1+1} **vet** <at>iedereen</at>');
    world.doet('anna', 'lijst.vaststellen', { eerst: '1' });

    expect(opDeKaart(kaart(world))).toContain(
      '{"type":"TextRun","text":"1. ${1+1} **vet** <at>iedereen</at>"}',
    );
  });

  it('names only verbs that exist, in its card, agenda, messages and tasks', () => {
    const elsewhere = [
      'leiding',
      'overleg',
      'overleg.deadline',
      'overleg.plannen',
      'overleg.afspraak',
      'status',
    ];
    const known = [...planner.acties.keys(), ...planner.weergaven.keys(), ...elsewhere];
    for (let n = 1; n <= MOMENTEN.length; n += 1) {
      const world = na(n);
      const shown = [
        kaart(world),
        stap2.samenvatting(world.beeld),
        agendaVan1.map((regel) => regel.knoppen(world.beeld)),
      ];
      const told = Object.values(stap2.berichten).map((draw) => draw(world.beeld, {}));
      const people = leden(world.project).flatMap((lid) => stap2.taken(world.beeld, lid));
      const seen = stap2.weergaven.flatMap(({ verb }) =>
        ['anna', 'cees'].map((wie) => world.ziet(wie, verb)),
      );
      for (const verb of verbs([shown, told, people, seen])) expect(known).toContain(verb);
    }
  });
});

describe('agenda of overleg 1', () => {
  it('holds the lines of the source, verbatim and in order [D2, D3, D4, D5]', () => {
    expect(agendaVan1.slice(0, 4).map((regel) => regel.tekst)).toEqual([
      'Opening en mededelingen',
      'Clusteren van de problemen, (zodat alle deelnemers over hetzelfde spreken)',
      'Onderscheiden van oorzaken en gevolgen binnen de problemen (indien mogelijk); het gaat hier om het beantwoorden van de vraag: Welke problemen veroorzaken daaropvolgende problemen?',
      'Probleemverkenning: Data, Onderzoek, Ervaringen en Inzichten (DOEI) van projectgroepleden worden besproken en gebundeld',
    ]);
  });

  it('has data, onderzoek, ervaringen and the weighing as parts of the exploration [D6, D7, D8, D9]', () => {
    const parts = agendaVan1.filter((regel) => regel.isOnderdeel);

    expect(parts.map((regel) => regel.tekst)).toEqual([
      'Data: gegevens betreffende de problemen',
      'Onderzoeken die inzicht geven in de betreffende problemen',
      'Ervaringen en Inzichten van deelnemers en mogelijk andere betrokkenen',
      'Dit alles wordt meegenomen bij de afweging van het belang van het betreffende probleem',
    ]);
  });

  it('ends with prioritising, akkoord, and the next step [D10, D11, D12]', () => {
    expect(agendaVan1.slice(8, 11).map((regel) => regel.tekst)).toEqual([
      'Vervolgens kan tot prioritering worden overgegaan (de deelnemers bepalen gezamenlijk welke problemen het belangrijkste zijn)',
      'Samenvatting en akkoord door de projectgroep',
      'Toelichting op de volgende stap (inventariseren maatregelen) en afspreken wanneer deze gegevens door de deelnemers uiterlijk ingevoerd zullen worden',
    ]);
  });

  it('plans the next overleg and leaves room for questions [D13, D14]', () => {
    expect(agendaVan1.slice(11).map((regel) => regel.tekst)).toEqual([
      'Maken van de volgende afspraak',
      'Rondvraag',
    ]);
    expect(
      verbs(agendaVan1.slice(11).map((regel) => regel.knoppen(inStap2('anna').beeld))),
    ).toEqual(['overleg.plannen', 'overleg.afspraak']);
  });

  it('shows under each line what the group collected for it', () => {
    const world = inStap2('anna', 'bram');
    const [a, b] = ['A', 'B', 'C'].map((naam) =>
      geeft(world, 'bram', naam, { cijfers: naam === 'A' ? '12 keer' : '' }),
    ) as [string, string, string];
    world.doet('bram', 'doei.toevoegen', {
      over: a,
      soort: 'onderzoek',
      tekst: 'Enquête',
      bron: 'GGD',
    });
    world.doet('anna', 'gevolg.leggen', { oorzaak: a, gevolg: b });

    const under = Object.fromEntries(
      agendaVan1.map((regel) => [regel.id, regel.gegevens(world.beeld)]),
    );

    expect(under['clusteren']).toEqual(['3 problemen, van 1 organisatie']);
    expect(under['oorzaken']).toEqual(['Oorzaak: A. Gevolg: B']);
    expect(under['data']).toEqual(['A: 12 keer']);
    expect(under['onderzoek']).toEqual(['A: Enquête. Bron: GGD']);
    expect(under['prioritering']).toEqual(['1. A', '2. B', '3. C']);
  });

  it('offers at each line what one does there now, each thing at one line [D3, D10, D11]', () => {
    const at = (n: number, id: string) =>
      verbs(agendaVan1.find((regel) => regel.id === id)!.knoppen(na(n).beeld));

    expect(at(3, 'clusteren')).toEqual(['cluster.maken', 'clusters']);
    expect([at(3, 'prioritering'), at(4, 'prioritering')]).toEqual([
      ['stemming.openen', 'lijst.vaststellen'],
      ['stemming.sluiten', 'stem.handen', 'stemming'],
    ]);
    expect([at(3, 'akkoord'), at(5, 'akkoord')]).toEqual([
      [],
      ['akkoord.allen', 'akkoord.behalve', 'akkoord'],
    ]);
  });
});

describe('the step around its forms', () => {
  it('asks who was not there for an answer, unless everybody was there', () => {
    const vraag = 'Was je er niet bij? Laat het weten tot vr 5 februari.';
    const regels = (world: Groep) => kaart(world).regels;
    const world = na(5);
    expect(regels(world)).toContain(vraag);

    world.overleg(1, ['anna', 'bram', 'cees']);

    expect(regels(world)).not.toContain(vraag);
    expect(tekst(stap2.berichten['lijst-vastgesteld']!(world.beeld, {}))).not.toContain(vraag);
  });

  it('says what stands and what is missing before step 3, without naming who is late', () => {
    const zinnen = (world: Groep) =>
      stap2.gereed(world.beeld).map(({ klaar, zin }) => `${klaar ? '+' : '-'} ${zin}`);

    expect(zinnen(inStap2('anna', 'bram'))).toEqual([
      '- Nog geen problemen',
      '- Nog niemand heeft gereageerd',
      '- Nog geen prioriteitenlijst',
    ]);
    expect(zinnen(na(4))).toContain('- De stemming is nog open');
    expect(zinnen(na(5))).toEqual([
      '+ 3 problemen',
      '- 1 van de 3 heeft gereageerd',
      '+ Prioriteitenlijst (2)',
      '- Nog niemand is akkoord',
    ]);
  });

  it('posts a summary that counts', () => {
    const { regels } = stap2.samenvatting(na(1).beeld);

    expect(regels).toEqual([
      'Je kunt niets meer invullen.',
      '1 van de 3 heeft gereageerd.',
      'Er zijn 3 problemen, allemaal met prioriteit hoog.',
    ]);
  });

  it('states the purpose of the step and how each part is done [C1, C14]', () => {
    expect(stap2.doel).toBe(
      'Het doel van stap 2 is de veiligheidsopgave zo goed mogelijk in kaart te brengen.',
    );
    expect(stap2.werk).toEqual([
      { wat: 'interactieve probleembepaling', wijze: 'online' },
      { wat: 'bepalen van de prioriteiten', wijze: 'overleg' },
    ]);
    expect(tekst(na(1).ziet('bram', 'lijst'))).toContain('Onze prioriteiten');
  });

  it('states the goal of overleg 1 and why insight must be shared [C15, C17]', () => {
    const seen = tekst(na(1).ziet('bram', 'lijst'));

    expect(seen).toContain('welke problemen het eerst moeten worden aangepakt');
    expect(seen).toContain('alleen als we allemaal hetzelfde zien');
  });

  it('writes its part of the plan: the list in order, with its support [C18]', () => {
    const [first] = stap2.plan(na(5).beeld);

    expect(first!.items.map((one) => one.tekst)).toEqual([
      'Er zijn 3 problemen, allemaal met prioriteit hoog.',
      '1. A',
      '2. B',
      '3. C',
    ]);
    expect(first!.items[0]!.regels[0]).toBe('Geen van de 2 aanwezigen is akkoord.');
  });

  it('gives each person the tasks of the moment, and none once done', () => {
    const taken = (world: Groep, wie: string) =>
      stap2.taken(world.beeld, world.ctx(wie).actor).map(({ zin }) => zin);
    const fixed = na(5);
    fixed.doet('cees', 'akkoord.geven');

    expect(taken(na(1), 'cees')).toEqual(['Geef door welke problemen jij ziet.']);
    expect(taken(na(1), 'bram')).toEqual([]);
    expect(taken(na(2), 'cees')).toEqual([]);
    expect(taken(fixed, 'bram')).toEqual([
      'Laat weten of je het eens bent met de prioriteitenlijst.',
    ]);
    expect(taken(fixed, 'cees')).toEqual([]);
  });

  it('draws each message from the state when it is sent', () => {
    const titel = (n: number, soort: string) => stap2.berichten[soort]!(na(n).beeld, {}).titel;

    expect(titel(4, 'stemming-open')).toBe('Stem mee.');
    expect(titel(5, 'stemming-open')).toBe('De stemming is gesloten.');
    expect(titel(5, 'lijst-vastgesteld')).toBe('Ben je het eens met deze lijst?');
    expect(titel(4, 'lijst-vastgesteld')).toBe('De prioriteitenlijst is heropend.');
  });

  it('works for one person alone, from problem to akkoord', () => {
    const world = inStap2('anna');
    const ids = ['A', 'B'].map((naam) => geeft(world, 'anna', naam));
    gedaan(
      world.doet('anna', 'stemming.openen', {
        onderwerpen: ids.join(','),
        vorm: 'kiezen',
        zicht: 'open',
      }),
    );
    gedaan(world.doet('anna', 'stem', { keuzes: ids[1]! }));
    gedaan(world.doet('anna', 'stemming.sluiten'));
    gedaan(world.doet('anna', 'lijst.vaststellen', { eerst: '1' }));
    gedaan(world.doet('anna', 'akkoord.geven'));

    expect(kaart(world).lijst).toEqual([{ tekst: '1. B', bij: '' }]);
    expect(kaart(world).voortgang).toEqual({
      zin: '1 van de 1 deelnemer is akkoord.',
      n: 1,
      van: 1,
    });
    expect(stap2.gereed(world.beeld).every(({ klaar }) => klaar)).toBe(true);
  });
});
