import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf, type AnyCard, type Antwoorden } from '../../support/voorbeeld/kaart.ts';
import type { Groep, World } from '../../support/world.ts';
import { wordRegels } from '../exports/hulp.ts';
import { lezer } from '../tab/lezer.ts';
import {
  DOEL,
  kanariepiet,
  live,
  opentEnVult,
  PROBLEEM,
  projectVan,
  titels,
  vult,
  zegt,
} from './hulp.ts';
import { begintOverleg, begonnen, gaatVerder, sluitOverleg, type Stuk } from './stuk.ts';

const NAMEN = ['Sanne', 'Bram', 'Lotte', 'Noor'] as const;
/** What is said in confidence, each in a step of its own. */
const GEHEIM = {
  maatregel: kanariepiet(),
  doel: kanariepiet(),
  regel: kanariepiet(),
  voortgang: kanariepiet(),
};
const ALLE = Object.values(GEHEIM);
const VERTROUWELIJK = { 'Dit is vertrouwelijk': 'true' };
const LEZERS = { 'Wie mag dit lezen?': 'Alleen', 'Wie mag het nog meer lezen?': ['Lotte'] };

describe.each(['dialoog', 'kaart'] as const)(
  'what steps 3 to 6 say in confidence, with forms as %s',
  (forms) => {
    let stuk: Stuk;
    let world: World;
    let groep: Groep;
    let project: string;
    const lid = (naam: string) => stuk.lid(naam);
    const typt = (naam: string, text: string) => stuk.zegt(naam, text);
    /** Enters something in the conversation, and lets Lotte read it. */
    const zegtInVertrouwen = async (
      naam: string,
      card: AnyCard,
      knop: string,
      antwoorden: Antwoorden,
    ) => {
      const saved = await opentEnVult(lid(naam), card, knop, { ...antwoorden, ...VERTROUWELIJK });
      expect(textOf(saved)).toContain('Dit is vertrouwelijk. Kies wie het nog meer mag lezen.');
      // Whoever reads along in the conversation gets no form about it there; in one's own chat it opens.
      const own = world.alleen(naam).lid(naam);
      const chosen = await opentEnVult(own, saved, 'Wie mag dit lezen?', LEZERS);
      expect(textOf(chosen)).toContain('Opgeslagen. Dit is nu vertrouwelijk.');
    };
    const verder = () => gaatVerder(stuk);
    const kaart = (stap: number) => live(world, groep, stap);
    const gezien = (text: string) => ALLE.filter((geheim) => text.includes(geheim));

    beforeAll(async () => {
      stuk = await begonnen({ namen: NAMEN, forms });
      ({ world, groep } = stuk);
      await verder();
      await opentEnVult(lid('Sanne'), await kaart(2), 'Probleem doorgeven', PROBLEEM);
      await verder();
      project = projectVan(await kaart(3));
      await zegtInVertrouwen('Bram', await kaart(3), 'Maatregel doorgeven', {
        'Voor welk probleem?': '1',
        'Wat doen jullie?': `${GEHEIM.maatregel} volgen.`,
        'Op wie of wat': ['Gebied'],
        'Wat doet deze maatregel?': 'We voorkomen',
      });
      const form = await lid('Noor').drukt('Maatregel doorgeven', {}, await kaart(3));
      await opentEnVult(lid('Noor'), form, 'Wij vertellen dit in het overleg', {
        'Waarover vertellen jullie': ['1'],
      });
      await verder();
      await zegtInVertrouwen('Sanne', await typt('Sanne', 'agenda'), 'Doel toevoegen', {
        ...DOEL,
        'Wat willen we bereiken?': `${GEHEIM.doel} minder.`,
        'Voor welk probleem?': ['1'],
      });
      await verder();
      const matrix = await lid('Sanne').drukt('Wie doet wat', {}, await kaart(5));
      const kiezen = await lid('Sanne').drukt('Regel toevoegen', {}, matrix);
      await zegtInVertrouwen('Sanne', kiezen, 'Nieuwe maatregel', {
        'Voor welk probleem?': '1',
        'Wat gaan we doen?': `${GEHEIM.regel} bezoeken.`,
        'Wie is de trekker?': 'Bram',
      });
      await verder();
      const chat = world.alleen('Bram');
      const taken = await zegt(world, chat, chat.lid('Bram'), 'mijn taken');
      const saved = await opentEnVult(chat.lid('Bram'), taken, 'Voortgang doorgeven', {
        [GEHEIM.regel]: 'Loopt',
        Opmerking: `${GEHEIM.voortgang} werkt mee.`,
      });
      expect(textOf(saved)).toContain('pgeslagen');
      await world.rust();
    });
    afterAll(() => world.close());

    it('stands in no card, agenda, summary or answer in the conversation, whoever asks', async () => {
      for (const naam of NAMEN) {
        for (const word of ['agenda', 'mijn taken', 'status', 'plan']) await typt(naam, word);
        await lid(naam).drukt('Bekijk de voortgang', {}, await kaart(6));
        await lid(naam).drukt(naarMaatregelen(await kaart(3)), {}, await kaart(3));
      }
      await lid('Sanne').drukt('Agenda aan de groep tonen', {}, await typt('Sanne', 'agenda'));
      await begintOverleg(stuk);
      await sluitOverleg(stuk);

      const inConversation = JSON.stringify(
        world.teams.sent.filter(({ conversation }) => conversation === groep.conversation),
      );
      expect(gezien(inConversation)).toEqual([]);
    });

    it('is read in a dialog by whoever may; a card in the conversation says only that it is there', async () => {
      const ziet = async (naam: string) => {
        const lijst = await lid(naam).drukt(naarMaatregelen(await kaart(3)), {}, await kaart(3));
        expect(textOf(lijst)).toMatch(/vertrouwelijk|Kanarie/);
        return textOf(lijst).includes(GEHEIM.maatregel);
      };
      const isDialoog = forms === 'dialoog';
      const mogen = [isDialoog, isDialoog, isDialoog, false];

      for (const [at, naam] of NAMEN.entries()) expect(await ziet(naam)).toBe(mogen[at]);
    });

    it('stands in the plan as Word for whoever said it, who leads, who carries it out and who was chosen, and only when asked for', async () => {
      const word = async (naam: string, vertrouwelijk: boolean) => {
        const vraag = { soort: 'plan', ...(vertrouwelijk && { vertrouwelijk: 'ja' }) };
        const { body } = await lezer(world, naam).post('/tab/download', { project, vraag });
        const { adres = '' } = body as { adres?: string };
        const response = await fetch(`${world.address}${adres}`);
        return gezien(wordRegels(new Uint8Array(await response.arrayBuffer())).join('\n'));
      };
      const { maatregel, doel, regel, voortgang } = GEHEIM;

      for (const naam of NAMEN) expect(await word(naam, false)).toEqual([]);
      expect(await word('Noor', true)).toEqual([]);
      expect(await word('Sanne', true)).toEqual([maatregel, doel, regel, voortgang]);
      expect(await word('Lotte', true)).toEqual(expect.arrayContaining([maatregel, doel, regel]));
      expect(await word('Bram', true)).toEqual([maatregel, regel, voortgang]);
    });

    it('is read in their own chat by whoever may, and by nobody else', async () => {
      const leest = async (naam: string) => {
        const chat = world.alleen(naam);
        const lijst = await chat
          .lid(naam)
          .drukt(naarMaatregelen(await kaart(3)), {}, await kaart(3));
        return textOf(lijst).includes(GEHEIM.maatregel);
      };

      expect(await Promise.all(NAMEN.map(leest))).toEqual([true, true, true, false]);
    });

    it('a refused form comes back with what was typed to its writer alone', async () => {
      const geheim = kanariepiet();
      const open = await lid('Sanne').drukt('Regel toevoegen', {}, await matrix());
      const form = await lid('Sanne').drukt('Nieuwe maatregel', {}, open);
      const back = await vult(lid('Sanne'), form, {
        'Voor welk probleem?': '1',
        'Wat gaan we doen?': geheim,
        'Wanneer begint het?': '0026-01-01',
        ...VERTROUWELIJK,
      });

      await world.rust();
      expect(textOf(back)).toContain('Kies een trekker.');
      const posted = world.teams.sent.filter(
        ({ conversation }) => conversation === groep.conversation,
      );
      if (forms === 'dialoog') expect(JSON.stringify(back)).toContain(geheim);
      expect(JSON.stringify(posted)).not.toContain(geheim);
    });

    const matrix = async () => lid('Sanne').drukt('Wie doet wat (1)', {}, await kaart(5));
    const naarMaatregelen = (card: AnyCard) =>
      titels(card).find((titel) => titel.startsWith('Bekijk alles')) ?? 'Bekijk alles';
  },
);
