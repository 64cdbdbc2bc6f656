import { describe, expect, it } from 'vitest';
import {
  aanvragen,
  deelnemer,
  isVan,
  leads,
  leden,
  naamVan,
  organisaties,
  organisatieVan,
  plaatsvervanger,
  projectleider,
  verantwoordelijke,
  whoIs,
  wieDoenMee,
  type Deelnemer,
} from '../../src/process/feiten/deelnemers.ts';
import {
  emptyProject,
  fold,
  type NewEvent,
  type Project,
} from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';

type Facts = Partial<Deelnemer['facts']>;

const identity = (oid: string, tenant = 'gemeente') => ({
  tenant,
  oid,
  teamsId: `29:${oid}-${tenant}`,
});

/** Somebody whose Entra object id is their own id. */
const lid = (id: string, facts: Facts = {}, organisatie = ''): NewEvent =>
  say(
    deelnemer,
    id,
    {
      rol: 'deelnemer',
      status: 'lid',
      identities: [identity(id)],
      partner: '',
      opvolger: '',
      extern: false,
      ...facts,
    },
    { naam: `Naam van ${id}`, organisatie, functie: '' },
  );

const group = (...events: NewEvent[]): Project =>
  fold(
    emptyProject('p'),
    events.map((event, at) => ({
      ...event,
      n: at + 1,
      v: 1,
      at: '2027-01-04T09:00:00.000Z',
      by: 'a',
    })),
  );

describe('who somebody is', () => {
  const project = group(
    lid('a', { rol: 'projectleider' }),
    lid('b', { identities: [] }),
    lid('c', { identities: [identity('c'), identity('c2', 'politie')] }),
    lid('weg', { status: 'weg' }),
    lid('tab', { identities: [{ ...identity('tab'), teamsId: '' }] }),
  );

  it.each([
    ['their own object id', identity('a'), 'a'],
    ['a second identity of another organisation', identity('c2', 'politie'), 'c'],
    ['an identity of somebody who left', identity('weg'), 'weg'],
    [
      'Teams’ own id, when the tenant is told otherwise',
      { ...identity('c'), tenant: 'elders' },
      'c',
    ],
    ['the same object id in another tenant', identity('a', 'elders'), undefined],
    [
      'an empty Teams id, which is nobody’s, in another tenant',
      { tenant: 'elders', oid: 'tab', teamsId: '' },
      undefined,
    ],
    [
      'the object id and tenant alone, as the tab knows them',
      { ...identity('a'), teamsId: '' },
      'a',
    ],
    ['somebody never seen', identity('x'), undefined],
    ['nobody Entra knows', { tenant: 'gemeente', oid: '', teamsId: '29:a' }, undefined],
  ])('follows from %s', (_wat, who, id) => {
    expect(whoIs(project, who)?.id).toBe(id);
  });

  it('is the one who takes part, when an older entry has the same identity', () => {
    const same = [identity('b')];
    const request = lid('oud', { status: 'aanvraag', identities: same });
    const left = lid('ouder', { status: 'weg', identities: same });
    expect(whoIs(group(left, request, lid('b')), identity('b'))?.id).toBe('b');
    expect(whoIs(group(left, request), identity('b'))?.id).toBe('oud');
    expect(whoIs(group(left), identity('b'))?.id).toBe('ouder');
  });
});

describe('the group', () => {
  const project = group(
    lid('a', { rol: 'projectleider' }, 'Gemeente'),
    lid('b', { rol: 'plaatsvervanger' }, 'Politie'),
    lid('c', {}, 'Politie'),
    lid('d'),
    lid('vraagt', { status: 'aanvraag' }, 'OM'),
    lid('weg', { status: 'weg', rol: 'plaatsvervanger' }, 'Brandweer'),
  );

  it('are those who take part now, and each organisation counts once', () => {
    expect(leden(project).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(aanvragen(project).map(({ id }) => id)).toEqual(['vraagt']);
    expect(organisaties(project)).toEqual(['Gemeente', 'Politie']);
    expect(wieDoenMee(project)).toBe('4 deelnemers van 2 organisaties');
    expect(organisatieVan(project, 'd')).toBe('Naam van d');
    expect(organisatieVan(project, 'niemand')).toBe('onbekend');
    expect(naamVan(project, 'weg')).toBe('Naam van weg');
    expect(naamVan(project, 'klok')).toBe('de planner');
  });

  it('is led by the projectleider and the deputy who take part, and by nobody else', () => {
    expect(projectleider(project)?.id).toBe('a');
    expect(plaatsvervanger(project)?.id).toBe('b');
    expect(
      ['a', 'b', 'c', 'weg'].map((id) => leads(whoIs(project, identity(id)) as Deelnemer)),
    ).toEqual([true, true, false, false]);
  });
});

describe('the work of somebody who left', () => {
  const chain = (...links: [string, Facts][]) =>
    group(lid('a', { rol: 'projectleider' }), ...links.map(([id, facts]) => lid(id, facts)));
  const weg = (opvolger: string): Facts => ({ status: 'weg', opvolger });

  it.each<[string, [string, Facts][], string]>([
    ['stays theirs while they take part', [['b', {}]], 'b'],
    [
      'stays theirs when they came back, whoever took over then',
      [
        ['b', { opvolger: 'c' }],
        ['c', {}],
      ],
      'b',
    ],
    [
      'goes to the opvolger',
      [
        ['b', weg('c')],
        ['c', {}],
      ],
      'c',
    ],
    [
      'goes to the last of a chain',
      [
        ['b', weg('c')],
        ['c', weg('d')],
        ['d', {}],
      ],
      'd',
    ],
    ['goes to the projectleider without opvolger', [['b', weg('')]], 'a'],
    [
      'goes to the projectleider when the last of the chain left without one',
      [
        ['b', weg('c')],
        ['c', weg('')],
      ],
      'a',
    ],
    [
      'goes to the projectleider when the chain bites its tail',
      [
        ['b', weg('c')],
        ['c', weg('b')],
      ],
      'a',
    ],
    ['goes to the projectleider when the opvolger is unknown', [['b', weg('x')]], 'a'],
    [
      'goes to the projectleider when the opvolger only asked to join',
      [
        ['b', weg('c')],
        ['c', { status: 'aanvraag' }],
      ],
      'a',
    ],
  ])('%s', (_wat, links, id) => {
    const project = chain(...links);
    expect(verantwoordelijke(project, 'b')?.id).toBe(id);
    const doer = whoIs(project, identity(id)) as Deelnemer;
    expect(isVan(project, doer, 'b')).toBe(true);
  });

  it('belongs to nobody when nobody leads', () => {
    expect(verantwoordelijke(group(lid('b', weg(''))), 'b')).toBeUndefined();
  });

  it('is not that of others', () => {
    const project = chain(['b', weg('c')], ['c', {}], ['d', {}]);
    const d = whoIs(project, identity('d')) as Deelnemer;
    expect(isVan(project, d, 'b')).toBe(false);
    expect(isVan(project, whoIs(project, identity('a')) as Deelnemer, 'b')).toBe(false);
  });
});
