import { describe, expect, it } from 'vitest';
import { standing, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { allesIn, aantalMet, live, opentEnVult, titels, volgende, vult } from './hulp.ts';
import { begonnen, type Stuk } from './stuk.ts';

const VRAAG = 'Wanneer is overleg 2?';
const ANTWOORD = {
  [VRAAG]: 'Op de dag hieronder',
  'Welke dag?': '2027-02-02',
  'Hoe laat begint': '10:30',
  'Waar?': 'stadhuis',
};

/** A group in this step, without any overleg. */
async function inStap(nummer: number): Promise<Stuk> {
  const stuk = await begonnen();
  for (let stap = 2; stap <= nummer; stap += 1) await verder(stuk);
  return stuk;
}

const vraagt = (stuk: Stuk) => stuk.zegt('Sanne', 'volgende stap');

async function verder(stuk: Stuk, antwoorden = {}): Promise<AnyCard> {
  const card = await volgende(stuk.lid('Sanne'), antwoorden, (text) => stuk.zegt('Sanne', text));
  await stuk.world.rust();
  return card;
}

async function plant(stuk: Stuk, dag: string): Promise<void> {
  const agenda = await stuk.zegt('Sanne', 'agenda');
  await opentEnVult(stuk.lid('Sanne'), agenda, 'Plannen', { 'Welke dag?': dag, 'Waar?': 'gilde' });
  await stuk.world.rust();
}

/** Everything that was ever posted to the group, cards that are renewed in place once. */
const geplaatst = ({ world, groep }: Stuk) =>
  world.teams.sent.filter(
    ({ method, conversation }) => method === 'POST' && conversation === groep.conversation,
  ).length;

describe('opening a step without input asks when its overleg is', () => {
  it('step 4: with a day that is proposed, and when the goals are ready [A28]', async () => {
    const stuk = await inStap(3);
    const form = await vraagt(stuk);

    expect(textOf(form)).toContain(VRAAG);
    expect(textOf(form)).toContain('Wanneer moeten de doelen klaar zijn?');
    expect(standing(form)).toMatchObject({ overleg: 'later', dag: '2027-02-01', uur: '10:00' });
    await stuk.world.close();
  });

  it('plans it at once, and the group gets one message, on which one says to come [A28]', async () => {
    const [stuk, zonder] = [await inStap(3), await inStap(3)];
    const before = geplaatst(stuk);
    await verder(zonder);

    const receipt = await verder(stuk, ANTWOORD);

    expect(textOf(receipt)).toContain('Overleg 2 is op di 2 februari, 10.30 uur, stadhuis.');
    expect(geplaatst(stuk)).toBeGreaterThan(before);
    expect(geplaatst(stuk)).toBe(geplaatst(zonder));
    expect(aantalMet(stuk.groep, 'Overleg 2 is gepland.')).toBe(0);
    const kaart = await live(stuk.world, stuk.groep, 4);
    expect(textOf(kaart)).toContain('Overleg 2 is op di 2 februari, 10.30 uur, stadhuis.');
    expect(titels(kaart).length).toBeLessThanOrEqual(6);
    expect(textOf(await stuk.lid('Bram').drukt('Ik kom niet', {}, kaart))).toContain('Jammer');
    expect(textOf(await stuk.zegt('Lotte', 'agenda'))).toContain('10.30 uur, stadhuis');
    await zonder.world.close();
    await stuk.world.close();
  });

  it('keeps a place of which the day is not known yet', async () => {
    const stuk = await inStap(3);
    const receipt = await verder(stuk, { 'Waar?': 'het buurthuis' });
    const form = await stuk.lid('Sanne').drukt('Overleg 2 plannen', {}, receipt);

    expect(standing(form)['plaats']).toBe('het buurthuis');
    expect(textOf(await live(stuk.world, stuk.groep, 4))).toContain(
      'Overleg 2 is nog niet gepland.',
    );
    await stuk.world.close();
  });

  it('is no wall: nothing is known yet, and the group goes on', async () => {
    const stuk = await inStap(3);
    const receipt = await verder(stuk);

    expect(textOf(receipt)).toContain('Wanneer overleg 2 is, is nog niet bekend.');
    expect(titels(receipt)).toContain('Overleg 2 plannen');
    expect(textOf(await live(stuk.world, stuk.groep, 4))).toContain(
      'Overleg 2 is nog niet gepland.',
    );
    await stuk.world.close();
  });

  it.each([
    [{ ...ANTWOORD, 'Welke dag?': '' }, 'Kies een dag.'],
    [{ ...ANTWOORD, 'Welke dag?': '2026-02-02' }, 'Dit moment is al voorbij.'],
    [{ ...ANTWOORD, 'Welke dag?': '2207-02-02' }, 'Deze datum ligt erg ver weg.'],
    [{ ...ANTWOORD, 'Hoe laat begint': '' }, 'Kies een tijd.'],
    [{ ...ANTWOORD, 'Waar?': '' }, 'Schrijf op waar het overleg is.'],
    [{ ...ANTWOORD, [VRAAG]: 'Nog niet bekend' }, 'Je koos een dag of tijd.'],
  ])('checks it as planning does, and keeps what was typed: %j', async (antwoorden, zin) => {
    const stuk = await inStap(3);
    const refused = await vult(stuk.lid('Sanne'), await vraagt(stuk), antwoorden, 'Stap 4 starten');

    expect(textOf(refused)).toContain(zin);
    expect(standing(refused)['plaats']).toBe(antwoorden['Waar?']);
    await stuk.world.rust();
    expect(aantalMet(stuk.groep, 'Stap 4 van 6')).toBe(0);
    expect(textOf(await vult(stuk.lid('Sanne'), refused, ANTWOORD, 'Stap 4 starten'))).toContain(
      'Stap 4 is gestart.',
    );
    await stuk.world.close();
  });

  it('says what is planned already in one line, and asks no more; also for step 5 [A28]', async () => {
    const stuk = await inStap(3);
    await verder(stuk, ANTWOORD);
    const form = await vraagt(stuk);

    expect(textOf(form)).toContain('Overleg 2 is op di 2 februari, 10.30 uur, stadhuis.');
    expect(textOf(form)).toContain('Wanneer moet het plan klaar zijn?');
    expect(textOf(form)).not.toContain(VRAAG);
    await verder(stuk);
    expect(textOf(await live(stuk.world, stuk.groep, 5))).toContain(
      'Overleg 2 is op di 2 februari, 10.30 uur, stadhuis.',
    );
    await stuk.world.close();
  });

  it('asks again before step 5 when nothing was planned, and not when it is going on or was held', async () => {
    const stuk = await inStap(4);
    expect(textOf(await vraagt(stuk))).toContain(VRAAG);

    const agenda = await stuk.zegt('Sanne', 'agenda');
    await opentEnVult(stuk.lid('Sanne'), agenda, 'Start het overleg', {}, 'Start het overleg');
    expect(textOf(await vraagt(stuk))).toContain('Overleg 2 is bezig.');
    const einde = await stuk
      .lid('Sanne')
      .drukt('Overleg afsluiten', {}, await stuk.zegt('Sanne', 'agenda'));
    await stuk.lid('Sanne').drukt('Afsluiten', {}, einde);
    const form = await vraagt(stuk);
    expect(textOf(form)).toContain('Overleg 2 is al geweest.');
    expect(textOf(form)).not.toContain(VRAAG);
    await stuk.world.close();
  });

  it('proposes no new day for one whose day went by: it may have been held', async () => {
    const stuk = await inStap(4);
    await plant(stuk, '2027-01-19');
    stuk.world.het_is('2027-01-21');
    const form = await vraagt(stuk);

    expect(textOf(form)).toContain('Overleg 2 stond op di 19 januari.');
    expect(standing(form)).toMatchObject({ overleg: 'later', dag: '', plaats: 'gilde' });
    expect(textOf(await verder(stuk))).toContain('Stap 5 is gestart.');
    await stuk.world.close();
  });

  it('is not asked for a step in which deelnemers enter', async () => {
    const stuk = await inStap(1);
    expect(textOf(await vraagt(stuk))).not.toContain('Wanneer is overleg');
    await stuk.world.close();
  });

  it('is asked where one goes on at once as well, which stays one press', async () => {
    const stuk = await inStap(3);
    const leiding = await stuk
      .lid('Sanne')
      .drukt('Voor de projectleider', {}, await live(stuk.world, stuk.groep, 3));

    expect(textOf(leiding)).toContain('Wanneer is overleg 2? Dat is nog niet bekend.');
    const form = await stuk.lid('Sanne').drukt('Dag van overleg 2 kiezen', {}, leiding);
    expect(textOf(form)).toContain('Stap 4 starten?');
    const receipt = await stuk.lid('Sanne').drukt('Stap 4 nu starten', {}, leiding);
    expect(textOf(receipt)).toContain('Wanneer overleg 2 is, is nog niet bekend.');
    await stuk.world.rust();
    expect(allesIn(stuk.groep)).toContain('Overleg 2 is nog niet gepland.');
    await stuk.world.close();
  });
});
