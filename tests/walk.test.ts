import { expect, it } from 'vitest';
import { textOf } from '../support/voorbeeld/kaart.ts';
import { PARTNERS } from '../support/voorbeeld/stationsplein.ts';
import {
  overleg1,
  stap1,
  stap2,
  stap3,
  stap4,
  stap5,
  stap6,
  type Toneel,
} from '../support/voorbeeld/verhaal.ts';
import { openWorld } from '../support/world.ts';

it.each(['dialoog', 'kaart'] as const)(
  'takes a municipality and its partners through all six steps, all of it online, to an evaluated plan, with forms as %s [A1, A2, A4, A24, A25, A26, A30, Z1, Z2, Z6, Z7]',
  async (forms) => {
    const world = await openWorld({ forms });
    const groep = world.groepschat('Sanne de Wit', ...PARTNERS.map(({ naam }) => naam));
    const leider = groep.lid('Sanne de Wit');
    const toneel: Toneel = {
      leider,
      partner: (naam) => groep.lid(naam),
      kaart: async (stap) => {
        await world.rust();
        return groep.card(`Stap ${stap} van 6`);
      },
      vandaag: '2027-01-04',
    };
    const reads = async (stap: number) => textOf(await toneel.kaart(stap));

    let minuut = 0;
    /** People take their time: nobody presses this much in one minute. */
    const speelt = async (deel: (wie: Toneel) => Promise<void>) => {
      world.het_is('2027-01-04', `10:${String((minuut += 2)).padStart(2, '0')}`);
      await deel(toneel);
    };

    await speelt(stap1);
    expect(await reads(1)).toContain('8 deelnemers van 8 organisaties');
    expect(textOf(await leider.typt('deelnemers'))).toContain(
      'Sanne de Wit\nprojectleider · Gemeente Voorbeeldstad',
    );
    await speelt(stap2);
    expect(await reads(2)).toContain('5 van de 8 hebben gereageerd.');
    await speelt(overleg1);
    expect(await reads(2)).toMatch(/Dit pakken we eerst aan:\n1\. Fietsdiefstal\n2\. .*\n3\. /);
    await speelt(stap3);
    expect(await reads(3)).toContain('1. Fietsdiefstal\n3 maatregelen');
    expect(await reads(3)).toContain('5 van de 8 hebben gereageerd.');
    await speelt(stap4);
    expect(await reads(4)).toContain(
      'Er worden minder fietsen gestolen op en rond het Stationsplein.\nNu 24, doel 12 aangiften per maand, uiterlijk 1 oktober 2027',
    );
    await speelt(stap5);
    expect(await reads(5)).toMatch(
      /Van 6 maatregelen is nog niet bekend wanneer\.\n[^]*\nEn nog 1 maatregel\./,
    );
    await speelt(stap6);

    const end = await reads(6);
    expect(end).toContain('Overlast Stationsplein is afgerond.');
    expect(end).toContain('Doelen: 1 bereikt.');
    expect(end).toContain('Bedankt voor jullie inzet.');
    const plan = textOf(await leider.typt('plan'));
    expect(plan).toContain('Projectprofiel');
    await world.close();
  },
);
