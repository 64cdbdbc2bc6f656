import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { openLog } from '../../src/storage/log/log.ts';
import { textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { BOT } from '../../support/activities.ts';
import type { Fault } from '../../support/fake-teams.ts';
import { SERVICE_URL, TENANT } from '../../support/identity.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import { aantalMet, allesIn, live, projectVan, start, volgende, vult } from './hulp.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function inStap2(): Promise<{ world: World; groep: Groep; kaart: AnyCard }> {
  const here = (world = await openWorld());
  const groep = here.groepschat('Sanne', 'Bram');
  await start(groep.lid('Sanne'));
  await here.rust();
  await volgende(groep.lid('Sanne'), { 'Tot wanneer': '2027-01-14' });
  return { world: here, groep, kaart: await live(here, groep, 2) };
}

/** Types this as Teams sends it, and gives the status of the answer. */
async function typt(groep: Groep, text: string, naam = 'Bram'): Promise<number> {
  const at = `<at>${BOT.name}</at>`;
  const { status } = await groep.lid(naam).stuurt({
    ...{ type: 'message', id: randomUUID(), channelId: 'msteams', serviceUrl: SERVICE_URL },
    timestamp: '2027-01-04T09:00:00.000Z',
    from: { id: `29:${naam}`, name: naam, aadObjectId: `oid-${naam}`, tenantId: TENANT },
    recipient: BOT,
    conversation: {
      ...{ conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
      id: groep.conversation,
    },
    channelData: { tenant: { id: TENANT } },
    text: `${at} ${text}`,
    entities: [{ type: 'mention', mentioned: BOT, text: at }],
  });
  return status;
}

describe('a typed word that is answered', () => {
  it.each<[string, Fault]>([
    ['asked to wait', { status: 429, headers: { 'Retry-After': '1' } }],
    ['could not', { status: 502 }],
    ['had a fault', { status: 500 }],
    ['was not available', { status: 503, headers: { 'Retry-After': '1' } }],
    ['broke the connection', { drop: 'before' }],
    ['took longer than a call may take in a turn', { slowMs: 3_300 }],
  ])('when Teams %s gets its answer once, a little later', async (_wat, fault) => {
    const { world: here, groep } = await inStap2();
    const before = here.teams.sent.length;
    here.teams.failNext(fault);
    expect(await typt(groep, 'deelnemers')).toBe(200);
    await here.rust();
    const answers = here.teams.sent.slice(before).filter(({ method }) => method === 'POST');
    expect(answers.length).toBe(1);
    expect(JSON.stringify(answers)).toContain('Deelnemers (2)');
  });

  it.each([403, 404, 413, 400])(
    'that Teams refuses for good with %i is no fault of ours',
    async (status) => {
      const { world: here, groep } = await inStap2();
      const before = here.teams.sent.length;
      here.teams.failNext({ status });
      expect(await typt(groep, 'deelnemers')).toBe(200);
      await here.rust();
      expect(here.teams.sent.length).toBe(before);
      // Nor does what comes after it suffer.
      expect(await typt(groep, 'deelnemers')).toBe(200);
      expect(here.teams.sent.length).toBe(before + 1);
    },
  );

  it('is answered in time where Teams asks to wait for long, and the answer comes later', async () => {
    const { world: here, groep, kaart } = await inStap2();
    const onthouden = async () =>
      (await openLog(here.tables.projecten).past(projectVan(kaart))).filter(
        ({ soort }) => soort === 'antwoord',
      ).length;
    const before = [here.teams.sent.length, await onthouden()] as const;
    here.teams.failNext({ status: 429, headers: { 'Retry-After': '12' } });
    expect(await typt(groep, 'deelnemers')).toBe(200);
    expect(here.teams.sent.length).toBe(before[0]);
    await here.rust();
    expect(here.teams.sent.length).toBe(before[0] + 1);
    // However late it came: when a text is erased, it has to be found.
    expect(await onthouden()).toBe(before[1] + 1);
  });

  it('of many at once in one conversation keeps to its pace, and nobody is passed over', async () => {
    const { world: here, groep } = await inStap2();
    const before = here.teams.sent.length;
    const times: number[] = [];
    const sent = here.teams.sent.push.bind(here.teams.sent);
    here.teams.sent.push = (...all) => {
      times.push(performance.now());
      return sent(...all);
    };
    const statuses = await Promise.all(
      Array.from({ length: 40 }, (_, nth) => typt(groep, 'deelnemers', nth % 2 ? 'Bram' : 'Sanne')),
    );
    await here.rust();
    expect(new Set(statuses)).toEqual(new Set([200]));
    const answers = here.teams.sent
      .slice(before)
      .filter((one) => JSON.stringify(one.activity).includes('Deelnemers (2)'));
    expect(answers.length).toBe(40);
    // This world goes a hundred times as fast as in earnest: no more than fifty in a window.
    const inWindow = times.map((at) => times.filter((one) => one >= at && one < at + 290).length);
    expect(Math.max(...inWindow)).toBeLessThanOrEqual(51);
  });

  it('that waits when the planner is stopped still gets its answer', async () => {
    const { world: here, groep } = await inStap2();
    const before = here.teams.sent.length;
    here.teams.failNext({ status: 429, headers: { 'Retry-After': '1' } });
    const typed = Array.from({ length: 10 }, () => typt(groep, 'deelnemers'));
    await expect.poll(() => here.teams.asked.length).toBeGreaterThan(0);
    here.apps[0]?.delivery.stop();
    expect(new Set(await Promise.all(typed))).toEqual(new Set([200]));
    await here.rust();
    expect(here.teams.sent.length - before).toBe(10);
  });

  it('is told once, plainly, when somebody types without end', async () => {
    const { world: here, groep } = await inStap2();
    const statuses: number[] = [];
    for (let nth = 0; nth < 66; nth++) statuses.push(await typt(groep, 'help'));
    await here.rust();
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(aantalMet(groep, 'Bram, je schreef te snel achter elkaar.')).toBe(1);
    // Others are answered as always.
    expect(await typt(groep, 'deelnemers', 'Sanne')).toBe(200);
    expect(textOf(groep.card('Deelnemers (2)'))).toContain('Voor Sanne');
  });
});

describe('somebody for whom a dialog does not open', () => {
  it('gets the buttons as a message, also when Teams asks to wait', async () => {
    const { world: here, groep } = await inStap2();
    const kaart = await live(here, groep, 2);
    for (const fault of [{ status: 429, headers: { 'Retry-After': '1' } }, { status: 502 }]) {
      const before = aantalMet(groep, 'Kies wat je wilt doen.');
      here.teams.failNext(fault);
      await groep.lid('Bram').drukt('Lukt dit niet?', {}, kaart);
      await here.rust();
      expect(aantalMet(groep, 'Kies wat je wilt doen.')).toBe(before + 1);
    }
  });
});

describe('where Teams does not show who is in the conversation', () => {
  it.each([403, 404])('%i: a project begins all the same, and the form says so', async (status) => {
    const here = (world = await openWorld());
    const groep = here.groepschat('Sanne', 'Bram');
    here.teams.hidden.set(groep.conversation, { status });
    const sanne = groep.lid('Sanne');
    const form = await sanne.typt('start');
    expect(textOf(form)).toContain('Teams laat mij niet zien wie er in dit gesprek zit.');
    await vult(
      sanne,
      form,
      { 'Hoe heet': 'Plein', 'Wie is de opdrachtgever?': 'burgemeester' },
      'Project starten',
    );
    await here.rust();
    expect(allesIn(groep)).toContain('Plein is gestart.');

    const lijst = await sanne.typt('deelnemers');
    const toevoegen = await sanne.drukt('Deelnemer toevoegen', {}, lijst);
    expect(textOf(toevoegen)).toContain('Teams laat mij niet zien wie er in dit gesprek zit.');
  });

  it('in a channel it warns that others read along, without a number', async () => {
    const here = (world = await openWorld());
    const groep = here.kanaal('Sanne', 'Bram');
    here.teams.hidden.set(groep.conversation, { status: 403 });
    await groep.lid('Sanne').installeert();
    const welkom = textOf(groep.card('Hallo, ik ben de Veiligheidsplanner.'));
    expect(welkom).toContain('iedereen in dit team leest hier mee. Kies');
    expect(welkom).not.toMatch(/\d+ mensen/);
  });
});
