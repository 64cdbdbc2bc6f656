import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { isVoorbeeld, verschoven, VOORBEELD } from '../../src/process/feiten/voorbeeld.ts';
import { dateOf, daysBetween, utcOf } from '../../src/process/taal/time.ts';
import { BESTAND } from '../../src/process/stukken/downloads.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { knoppenOp, textOf, type AnyCard, type Knop } from '../../support/voorbeeld/kaart.ts';
import type { Lid } from '../../support/world.ts';
import { lezer, tekstVan } from '../tab/lezer.ts';
import { eenWereld, start, titels } from './hulp.ts';

const world = eenWereld();

const ZIN = 'Dit is een voorbeeld. Je kunt hier niets stuk maken.';
const BEKIJKEN = 'Voorbeeld bekijken';

const voorbeeld = async (lid: Lid) => lid.drukt(BEKIJKEN, {}, await lid.typt('start'));

const opgeslagen = () => world().tables.projecten.range(VOORBEELD, '', '~');

/** What a button leads to; the same wherever it stands. */
function leidtNaar({ data }: Knop): string {
  const { verb, args } = (data['_'] ?? {}) as { verb?: string; args?: object };
  return JSON.stringify([verb, args]);
}

/** True for a button that acts or saves, and does not only open something or give a file. */
function isDaad({ data }: Knop): boolean {
  const { op, verb } = (data['_'] ?? {}) as { op?: string; verb?: string };
  return op !== 'open' && verb !== BESTAND;
}

/** Every screen that one comes to from this one by pressing all there is, each once. */
async function overal(lid: Lid, begin: AnyCard): Promise<AnyCard[]> {
  const gezien = new Set<string>();
  const schermen = [begin];
  for (const card of schermen)
    for (const knop of knoppenOp(card)) {
      if (knop.title === 'Zelf beginnen' || gezien.has(leidtNaar(knop))) continue;
      gezien.add(leidtNaar(knop));
      world().minuut();
      // Of several buttons with one title it has to be this one.
      const alleen = { ...card, body: [], actions: [knop] };
      schermen.push(await lid.drukt(knop.title, {}, alleen));
    }
  return schermen;
}

describe('the example', () => {
  it('can be looked through from the own chat: every screen says that it is one and has a way on, and nothing is stored or sent', async () => {
    const chat = world().alleen('Nieuw');
    const lid = chat.lid('Nieuw');
    const status = await voorbeeld(lid);
    expect(textOf(status)).toContain('Voorbeeld: Overlast Stationsplein');
    expect(textOf(status)).toContain('Nu: stap 6, ');

    const naarTab = JSON.stringify(status).includes(encodeURIComponent(`${VOORBEELD}/stand`));
    expect(naarTab).toBe(true);

    const schermen = await overal(lid, status);
    const teksten = schermen.map(textOf);
    expect(teksten.filter((tekst) => !tekst.includes(ZIN))).toEqual([]);
    expect(schermen.filter((card) => titels(card).length === 0)).toEqual([]);
    expect(
      schermen
        .flatMap(knoppenOp)
        .filter(isDaad)
        .map(({ title }) => title),
    ).toEqual([]);
    for (const woord of ['Fietsdiefstal', 'aangiften per maand', 'camera’s', 'Woonstede'])
      expect(teksten.filter((tekst) => tekst.includes(woord)).length).toBeGreaterThan(0);

    await world().rust();
    expect(await opgeslagen()).toEqual([]);
    const elders = world().teams.sent.filter(
      ({ conversation }) => conversation !== chat.conversation,
    );
    expect(elders).toEqual([]);
  });

  it('is nobody’s project: it stands in no list, and typed words are not about it', async () => {
    const lid = world().alleen('Lijst').lid('Lijst');
    await voorbeeld(lid);
    expect(textOf(await lid.typt('status'))).toContain('nog geen project');
    expect(textOf(await lid.typt('mijn taken'))).not.toContain('Voorbeeld');
    const mijn = await lezer(world(), 'Lijst').blad({ blad: 'mijn' });
    expect(tekstVan(mijn.html)).toContain('Je doet nog aan geen project mee.');
    expect(tekstVan(mijn.html)).toContain(BEKIJKEN);
    expect(await openLog(world().tables.projecten).projects()).not.toContain(VOORBEELD);
  });

  it('brings who begins from it to a project of their own', async () => {
    const lid = world().alleen('Begint').lid('Begint');
    const form = await lid.drukt('Zelf beginnen', {}, await voorbeeld(lid));
    expect(textOf(form)).toContain('Hoe heet het project?');
    await start(lid);
    await world().rust();
    expect(textOf(await lid.typt('status'))).not.toContain(ZIN);
  });

  it('goes from a group to the own chat of who asked for it', async () => {
    const groep = world().groepschat('Sanne', 'Bram');
    const sanne = groep.lid('Sanne');
    const antwoord = await voorbeeld(sanne);
    expect(textOf(antwoord)).toContain('Het voorbeeld staat in je chat met mij.');
    const eigen = world().alleen('Sanne').card(ZIN);
    expect(textOf(eigen)).toContain('Voorbeeld: Overlast Stationsplein');
    expect(groep.cards().map(textOf).join('\n')).not.toContain('Fietsdiefstal');
  });

  it('refuses all that can be done in a group, in one sentence with a way on', async () => {
    const wie = world().alleen('Druk').lid('Druk');
    const status = await voorbeeld(wie);
    const [knop] = knoppenOp(status);
    const claim = knop?.data['_'] as object;
    const anders: string[] = [];
    for (const verb of planner.acties.keys()) {
      world().minuut();
      const _ = { ...claim, verb, op: 'bewaar', args: {} };
      const gemaakt = { ...knop, title: verb, data: { ...knop?.data, _ } };
      const antwoord = await wie.drukt(verb, {}, { ...status, body: [], actions: [gemaakt] });
      const isGeweigerd = textOf(antwoord).includes(
        'Dit is een voorbeeld. Je kunt hier alleen kijken.',
      );
      if (!isGeweigerd || !titels(antwoord).includes('Status')) anders.push(verb);
    }
    expect(anders).toEqual([]);
    expect(await opgeslagen()).toEqual([]);
  });

  it('can be looked through in the tab, where every page says what it is and nothing can be changed', async () => {
    const tab = lezer(world(), 'Tabkijker');
    const eerste = await tab.blad({ project: VOORBEELD });
    const bladen = [
      ...(eerste.nav ?? '').matchAll(/data-blad="([^"]+)"\s+data-project="p_voorbeeld"/g),
    ];
    expect(bladen.length).toBeGreaterThan(10);
    for (const [, blad] of bladen) {
      world().minuut();
      const { html } = await tab.blad({ project: VOORBEELD, blad });
      expect(tekstVan(html)).toContain(ZIN);
      expect(html).not.toContain('data-op="doe"');
      expect(html).not.toContain('data-op="bewaar"');
    }
    const gedaan = await tab.doe({
      project: VOORBEELD,
      verb: 'probleem.doorgeven',
      args: {},
      rev: 0,
      nonce: 'abcdefgh',
      velden: {},
    });
    expect(gedaan.opgeslagen).toBeUndefined();
    expect(tekstVan(gedaan.html)).toContain('Je kunt hier alleen kijken.');
    expect(await opgeslagen()).toEqual([]);
  });

  it.each(['2026-12-01', '2027-01-11', '2027-03-29', '2027-07-07', '2028-02-29', '2031-01-01'])(
    'ended in the week before %s, on the same days of the week',
    (vandaag) => {
      const [begin, eind] = [planner.voorbeeld.at(0)!, planner.voorbeeld.at(-1)!];
      const now = utcOf({ datum: vandaag, tijd: '00:30' });
      const gezien = verschoven(planner.voorbeeld, now);
      const over = daysBetween(dateOf(gezien.at(-1)!.at), vandaag);
      expect(over).toBeGreaterThanOrEqual(1);
      expect(over).toBeLessThanOrEqual(7);
      expect(gezien.filter(({ at }) => at > now)).toEqual([]);
      const dag = (at: string) => new Date(dateOf(at)).getUTCDay();
      expect(dag(gezien.at(0)!.at)).toBe(dag(begin.at));
      expect(daysBetween(dateOf(gezien.at(0)!.at), dateOf(gezien.at(-1)!.at))).toBe(
        daysBetween(dateOf(begin.at), dateOf(eind.at)),
      );
    },
  );

  it('is only what has its id', () => {
    expect(isVoorbeeld({ id: VOORBEELD })).toBe(true);
    expect(isVoorbeeld({ id: 'p_1' })).toBe(false);
  });
});
