import { describe, expect, it } from 'vitest';
import { formOf, tap, vorm } from '../../src/process/contract/action.ts';
import type { AnyAction, Ctx, Iemand, When } from '../../src/process/contract/contract.ts';
import { accept, isRefused } from '../../src/process/contract/decision.ts';
import type { Deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { kenmerk, kort, lang } from '../../src/process/vormen/form.ts';
import { profiel, PROJECT } from '../../src/process/feiten/gegevens.ts';
import { judge, leiders, NIEMAND, openForm } from '../../src/process/contract/judge.ts';
import { say } from '../../support/gezegd.ts';
import { RIGHTS, type Right } from '../../src/process/contract/rights.ts';
import { gelukt } from '../../src/process/vormen/screen.ts';
import { isOpenFor, type Stap } from '../../src/process/feiten/geopende-stap.ts';
import { plusMs } from '../../src/process/taal/time.ts';
import { groep } from '../../support/groep.ts';

const GRACE_MS = 60_000;
const DEADLINE = '2027-01-28T16:00:00.000Z';

describe('the lock of a step', () => {
  const step = (facts: Partial<Stap['facts']>): Stap => ({
    ...NIEMAND,
    id: 'probleem',
    facts: {
      nummer: 2,
      geopend: '2027-01-04T09:00:00.000Z',
      datum: '2027-01-28',
      tijd: '17:00',
      tot: DEADLINE,
      gesloten: '',
      generatie: 1,
      sinds: 0,
      ...facts,
    },
    texts: {},
  });

  it.each([
    ['long before', '2027-01-04T09:00:00.000Z', true],
    ['at the moment itself', DEADLINE, true],
    ['in the last millisecond of the grace', plusMs(DEADLINE, GRACE_MS), true],
    ['one millisecond later', plusMs(DEADLINE, GRACE_MS + 1), false],
    ['the next day', '2027-01-29T09:00:00.000Z', false],
  ])('%s: open %s', (_when, now, isOpen) => {
    expect(isOpenFor(step({}), now)).toBe(isOpen);
  });

  it('is shut from the moment it was closed, and never without a date', () => {
    expect(
      isOpenFor(step({ gesloten: '2027-01-05T09:00:00.000Z' }), '2027-01-04T09:00:00.000Z'),
    ).toBe(false);
    expect(isOpenFor(step({ tot: '', datum: '', tijd: '' }), '2099-01-01T00:00:00.000Z')).toBe(
      true,
    );
  });
});

/** A form and a button that anybody of the group might use, for this moment and right. */
const form = (right: Right, when: When): AnyAction =>
  vorm({
    verb: 'proef.form',
    right,
    when,
    form: ({ project }) =>
      formOf(
        'Proef',
        {
          tekst: lang({ label: 'Tekst', nodig: 'Schrijf iets op.' }),
          kort: kort({ label: 'Kort' }),
          nummer: kenmerk({ label: 'Zaaknummer' }),
        },
        { rev: project.entries.get('project')?.get(PROJECT)?.rev ?? 0 },
      ),
    decide: (_ctx, { tekst }) => accept('x', [say(profiel, PROJECT, {}, { naam: tekst })]),
    receipt: () => gelukt('Opgeslagen.'),
  });

const button = (right: Right, when: When): AnyAction =>
  tap({
    verb: 'proef.knop',
    right,
    when,
    decide: () => accept('x', []),
    receipt: () => gelukt('Ja.'),
  });

const reason = (action: AnyAction, ctx: Ctx) => {
  const opened = openForm(action, ctx);
  return isRefused(opened) ? opened.reason : 'open';
};

describe('the moment of an action', () => {
  const world = groep('sanne', 'bram');
  const bram = () => world.ctx('bram');
  const sanne = () => world.ctx('sanne');
  const invoer = button('deelnemer', { invoer: 'probleem' });
  const vanaf = button('deelnemer', { vanaf: 'maatregelen' });

  it('is that of its step: not before, for deelnemers until the deadline, for who leads until the end', () => {
    expect(reason(invoer, bram())).toBe('stap-nog-niet');
    world.stap('probleem', '2027-01-28');
    expect(reason(invoer, bram())).toBe('open');
    world.het_is('2027-01-28', '17:01');
    expect(reason(invoer, bram())).toBe('open');
    world.het_is('2027-01-28', '17:02');
    expect(reason(invoer, bram())).toBe('stap-gesloten');
    expect(reason(invoer, sanne())).toBe('open');
    expect(reason(vanaf, bram())).toBe('stap-nog-niet');
    world.stap('maatregelen', '2027-02-25');
    expect([reason(invoer, bram()), reason(invoer, sanne())]).toEqual(['stap-voorbij', 'open']);
    expect(reason(vanaf, bram())).toBe('open');
    world.said('sanne', [say(profiel, PROJECT, { afgerond: world.now })]);
    for (const when of [
      'open',
      { invoer: 'maatregelen' },
      { vanaf: 'maatregelen' },
    ] satisfies When[])
      expect(reason(button('projectleider', when), sanne())).toBe('project-afgerond');
    expect(reason(button('projectleider', 'altijd'), sanne())).toBe('open');
  });
});

describe('what was typed', () => {
  const world = groep('sanne', 'bram');
  const action = form('deelnemer', 'open');
  const rev = openForm(action, world.ctx('bram'));
  const good = { tekst: 'Er ligt glas.', kort: '', nummer: '' };
  const judged = (raw: Record<string, string>, toch = false, at = 'rev' in rev ? rev.rev : 0) =>
    judge(action, world.ctx('bram', {}, toch), { raw, rev: at });

  it('is judged in this order: who, when, fields, what changed since, personal data, the rule itself', () => {
    expect(judge(action, world.ctx('niemand'), { raw: {}, rev: 0 })).toMatchObject({
      reason: 'geen-deelnemer',
    });
    expect(judged({ ...good, tekst: ' ' }, false, 99)).toMatchObject({
      reason: 'velden',
      velden: { tekst: 'Schrijf iets op.' },
    });
    expect(judged({ ...good, tekst: 'Bel 06-12345678.' }, false, 99)).toMatchObject({
      reason: 'gewijzigd',
    });
    expect(judged({ ...good, tekst: 'Bel 06-12345678.' })).toMatchObject({
      reason: 'bevestigen',
      vraag: expect.stringContaining('Hier lijkt een telefoonnummer te staan.') as string,
    });
    expect(judged({ ...good, tekst: 'Bel 06-12345678.' }, true)).toMatchObject({ accepted: true });
    expect(judged(good)).toMatchObject({ accepted: true });
  });

  it('names all that looks like personal data in one question, and does not look at numbers of cases', () => {
    expect(
      judged({ tekst: 'Bel 06-12345678.', kort: 'jan@voorbeeld.nl', nummer: '' }),
    ).toMatchObject({
      vraag:
        'Hier lijkt een telefoonnummer en een e-mailadres te staan. Is dat van een verdachte, slachtoffer of bewoner? Haal het dan weg.',
    });
    expect(judged({ ...good, nummer: '111222333' })).toMatchObject({ accepted: true });
  });

  it('asks nothing about a text that stood in the form already, and does about what was typed to it', () => {
    const STOND = 'Scan 06-12345678, bsn 111222333';
    const ingevuld = vorm({
      verb: 'proef.ingevuld',
      right: 'deelnemer',
      when: 'open',
      form: () =>
        formOf('Proef', {
          titel: kort({ label: 'Titel', waarde: STOND }),
          tekst: lang({ label: 'Tekst', waarde: STOND }),
        }),
      decide: () => accept('x', []),
      receipt: () => gelukt('Opgeslagen.'),
    });
    const of = (titel: string, tekst: string) =>
      judge(ingevuld, world.ctx('bram'), { raw: { titel, tekst }, rev: 0 });

    expect(of(STOND, STOND)).toMatchObject({ accepted: true });
    // A client may write a space or the end of a line in its own way.
    expect(of(` ${STOND.replaceAll(' ', '\u00A0')}`, `${STOND}\r\n`)).toMatchObject({
      accepted: true,
    });
    expect(of(STOND, `${STOND}, bel Jan`)).toMatchObject({ reason: 'bevestigen' });
    // What stands in one field and is typed in the other was typed.
    expect(of(STOND, 'Bel 06-12345678')).toMatchObject({ reason: 'bevestigen' });
    expect(of('', '')).toMatchObject({ accepted: true });
  });
});

describe('who may do what', () => {
  const world = groep('sanne', 'bram', 'lotte', 'nora');
  world.meedoen('bram', 'Politie', 'plaatsvervanger');
  world.overleg(1, ['sanne']);
  const actor = (naam: string): Deelnemer => world.ctx(naam).actor;
  const weg: Deelnemer = { ...actor('lotte'), facts: { ...actor('lotte').facts, status: 'weg' } };

  it.each<[Right, Record<string, boolean>]>([
    ['iedereen', { sanne: true, bram: true, nora: true, lotte: true, weg: true, niemand: true }],
    ['deelnemer', { sanne: true, bram: true, nora: true, lotte: true, weg: false, niemand: false }],
    ['notulist', { sanne: true, bram: true, nora: true, lotte: false, weg: false, niemand: false }],
    [
      'projectleider',
      { sanne: true, bram: true, nora: false, lotte: false, weg: false, niemand: false },
    ],
    [
      'vrijgekomen',
      { sanne: false, bram: false, nora: false, lotte: false, weg: false, niemand: false },
    ],
  ])('%s', (right, may) => {
    for (const [naam, expected] of Object.entries(may)) {
      const who = naam === 'weg' ? weg : naam === 'niemand' ? undefined : actor(naam);
      const standing = { actor: who, isNotulist: naam === 'nora', isLeaderless: false };
      expect([naam, RIGHTS[right](standing)]).toEqual([naam, expected]);
    }
  });

  it('the lead that has fallen free is for deelnemers who take part', () => {
    const free = (who: Deelnemer | undefined) =>
      RIGHTS.vrijgekomen({ actor: who, isNotulist: false, isLeaderless: true });
    expect([free(actor('lotte')), free(weg), free(undefined)]).toEqual([true, false, false]);
  });
});

describe('who leads', () => {
  const world = groep('sanne', 'bram', 'lotte');
  world.meedoen('bram', 'Politie', 'plaatsvervanger');
  const member = (oid: string): Iemand => ({
    naam: oid,
    account: '',
    tenant: 'gemeente',
    oid,
    teamsId: oid,
    extern: false,
  });
  const ids = (id: string, ...here: string[]) =>
    leiders(world.project, { id, leden: here.map(member) }).map((lid) => lid.id);

  it('are those who lead by the log, as long as they are in the project’s own conversation', () => {
    expect(ids('gesprek')).toEqual(['sanne', 'bram']);
    expect(ids('gesprek', 'sanne', 'bram', 'lotte')).toEqual(['sanne', 'bram']);
    expect(ids('gesprek', 'bram', 'lotte')).toEqual(['bram']);
    expect(ids('gesprek', 'lotte')).toEqual([]);
    // Who is in another conversation says nothing.
    expect(ids('elders', 'lotte')).toEqual(['sanne', 'bram']);
  });
});
