import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { opentEnVult } from '../../support/voorbeeld/spelers.ts';
import { eenWereld, live, NAAM, volgende } from '../groep/hulp.ts';
import { metProject } from '../groep/stuk.ts';
import { bestemming, lezer, tekstVan, type Lezer } from './lezer.ts';
import { begint, doet, inStap2 } from './overleg-hulp.ts';
import { LEIDER, stationsplein } from './project.ts';

const world = eenWereld();

const gestart = () => metProject(world(), 'Sanne', 'Fatima', 'Bram');

describe('the page of a project', () => {
  it('shows where the project stands to who takes part, and nothing to anybody else [A13, L9]', async () => {
    const { groep, project } = await gestart();

    const eigen = await lezer(world(), 'Fatima').blad({ project });
    const ander = await lezer(world(), 'Karel').blad({ project });
    const raden = await lezer(world(), 'Karel').blad({ gesprek: groep.conversation });

    expect(tekstVan(eigen.html)).toContain(NAAM);
    expect(tekstVan(eigen.html)).toContain('Hier zijn we nu');
    expect(JSON.stringify(ander)).not.toContain(NAAM);
    expect(tekstVan(ander.html)).toContain('Dit project is niet gevonden');
    expect(JSON.stringify(raden)).not.toContain(NAAM);
  });

  it('finds the project of the conversation that the tab stands in', async () => {
    const { groep, project } = await gestart();

    const found = await lezer(world(), 'Bram').blad({ gesprek: groep.conversation });

    expect(found.project).toBe(project);
  });
});

describe('the plan at a glance', () => {
  it('stands on a page of its own, as a picture to print and in words [Q16]', async () => {
    const { project } = await gestart();

    const { html } = await lezer(world(), 'Bram').blad({ project, blad: 'beeld' });

    const svg = /src="data:image\/svg\+xml;base64,([^"]+)"\s+alt="([^"]+)"/.exec(html);
    expect(Buffer.from(svg?.[1] ?? '', 'base64').toString()).toMatch(/^<svg [^]*<\/svg>$/);
    expect(svg?.[2]).toContain(NAAM);
    expect(tekstVan(html)).toContain(NAAM);
  });
});

describe('the overleg on the big screen', () => {
  const KANARIE = 'Huisnummer 14 heeft een lopende zaak.';
  const args = { scherm: '1' };

  /** What a room sees: nothing to do but go back, and it stays the big screen when it is drawn anew. */
  function isScherm(html: string) {
    expect(html).toContain('data-scherm="1"');
    expect(html).not.toMatch(/data-op=|<form|<textarea/);
    expect(html).toMatch(/data-scherm-wissel[^>]*>\s*Terug naar bewerken/);
  }

  it('shows before and after the overleg only what everybody may read, also to who leads [A13]', async () => {
    const stuk = await inStap2(world());
    const { project } = stuk;
    const sanne = lezer(world(), LEIDER);
    const kijkt = async (meer = {}) =>
      (await sanne.blad({ project, blad: 'overleg', ...meer })).html;
    expect(await kijkt()).toContain('<form');
    isScherm(await kijkt({ args }));

    await begint(stuk);
    await doet(
      sanne,
      project,
      'overleg.uitkomst',
      { tekst: KANARIE, soort: 'besluit', wie: '', wanneer: '', vertrouwelijk: 'true' },
      { nummer: '1', regel: 'opening' },
    );
    await doet(sanne, project, 'overleg.sluiten');

    expect(await kijkt()).toContain(KANARIE);
    const scherm = await kijkt({ args });
    isScherm(scherm);
    expect(scherm).not.toContain(KANARIE);
    expect(tekstVan(scherm)).toContain('Gehouden');
  });
});

describe('the record of a project', () => {
  it('tells who did what when, and none of what was written [L9]', async () => {
    const { groep, project } = await gestart();
    await volgende(groep.lid('Sanne'));
    await opentEnVult(groep.lid('Bram'), await live(world(), groep, 2), 'Probleem doorgeven', {
      'Wat is het probleem?': 'Geheime scooters op de stoep.',
      'Hoe hoog is het risico?': 'Hoog',
      'Wat raakt dit': 'Personen',
      'Hoe belangrijk is het': 'Hoog',
    });

    const { html } = await lezer(world(), 'Fatima').blad({ project, blad: 'verloop' });

    const tekst = tekstVan(html);
    expect(tekst).toContain('Bram');
    expect(tekst).toContain('Sanne startte het project');
    expect(tekst).not.toContain('Geheime scooters');
    expect(tekst.indexOf('Bram')).toBeLessThan(tekst.indexOf('Sanne startte het project'));
  });

  it('tells only who leads who answered what is asked of everybody [A13, L9]', async () => {
    const { project } = await stationsplein(world(), 4);
    const sanne = lezer(world(), LEIDER);
    const bram = lezer(world(), 'Bram Jansen');
    const van = async (wie: Lezer) => tekstVan((await wie.blad({ project, blad: 'verloop' })).html);
    const [leidt, doetMee] = [await van(sanne), await van(bram)];

    const ANTWOORDEN = ['reageerde op de prioriteitenlijst', 'wij doen hier niets aan'];
    for (const wat of ANTWOORDEN) {
      expect(leidt).toContain(wat);
      expect(doetMee).not.toContain(wat);
    }
    expect(leidt).not.toContain('stemde');
    for (const beide of ['gaf een probleem door', 'sloot de stemming', 'gaf een maatregel door'])
      for (const tekst of [leidt, doetMee]) expect(tekst).toContain(beide);
    const kinds = ['stem', 'akkoord', 'niets', 'nietsaan', 'collega', 'samenwerking', 'komst'];
    for (const kind of kinds) {
      const event = { n: 1, v: 1, at: '2027-01-04T09:00:00.000Z', by: 'd1', kind, id: 'x1' };
      expect(
        planner.verloop.get(kind)?.({
          ...{ event, isNieuw: true, nu: {}, leidt: false },
          overleg: (id) => id,
        }),
        kind,
      ).toBe('');
    }
  });
});

describe('a form in the tab', () => {
  it('stores what was typed, once', async () => {
    const { groep, project } = await gestart();
    await volgende(groep.lid('Sanne'));
    const fatima = lezer(world(), 'Fatima');

    const form = await fatima.blad({ project, verb: 'probleem.doorgeven' });
    const velden = {
      omschrijving: 'Op vrijdag rijden scooters over de stoep.',
      waar: 'Stationsplein',
      ...{ kans: 'hoog', gevolgen: 'personen', prioriteit: 'hoog' },
    };
    const sent = { ...bestemming(form.html), velden, extra: '' };
    const first = await fatima.doe(sent);
    const again = await fatima.doe(sent);

    expect(tekstVan(first.html)).toContain('Opgeslagen');
    expect(first.opgeslagen).toBe(true);
    expect(again.n).toBe(first.n);
  });
});
