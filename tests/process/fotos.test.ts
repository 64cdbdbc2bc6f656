import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { doei, probleem, voortgang } from '../../src/planner/plan/plan.ts';
import type { Ctx } from '../../src/process/contract/contract.ts';
import { judge, openForm } from '../../src/process/contract/judge.ts';
import { foto, fotosBij } from '../../src/process/feiten/foto.ts';
import { all, fold } from '../../src/process/feiten/project.ts';
import { OPEN } from '../../src/process/feiten/vertrouwelijk.ts';
import { say } from '../../support/gezegd.ts';
import { MAX_KEUZES } from '../../src/process/vormen/grenzen.ts';
import { HALF, stadium, VOL, WIE, type Fase, type Wereld } from '../../support/stadia.ts';

const toevoegen = planner.acties.get('foto.toevoegen')!;

const ctxVan = (wereld: Wereld, wie: string, n = 1): Ctx => ({
  ...wereld.ctx(wie, { upload: 'b' }),
  uploads: Array.from({ length: n }, (_, at) => ({
    ...{ sleutel: `b${at}`, soort: 'jpg', bytes: 1_000, naam: `IMG_${at}.jpg`, uitChat: true },
  })),
});

/** A group halfway, in which this person also told what they know. */
function metStuk(stap: number, fase: Fase): Wereld {
  const wereld = stadium(HALF, stap, fase);
  const over = all(wereld.project, probleem)[0]?.id ?? '';
  const facts = { over, soort: 'data', van: WIE.lid, mondeling: false, ...OPEN } as const;
  wereld.said(WIE.lid, [say(doei, 'eigen', facts, { tekst: 'Tien meldingen.', bron: 'Politie' })]);
  return wereld;
}

/** The kinds of entries that this person may put a photo with. */
function soorten(stap: number, fase: Fase, wie: string): string[] {
  const form = openForm(toevoegen, ctxVan(metStuk(stap, fase), wie));
  if (!('kind' in form)) return [];
  const ids = form.velden['bij']?.keuzes.map(({ id }) => id.split('.')[0] ?? '') ?? [];
  return [...new Set(ids)].sort();
}

describe('a photo', () => {
  it('goes with what one may change at that moment, and with nothing else [E18]', () => {
    expect(soorten(1, 'open', WIE.leider)).toEqual([]);
    expect(soorten(2, 'open', WIE.lid)).toEqual(['doei', 'probleem']);
    expect(soorten(2, 'gesloten', WIE.lid)).toEqual(['doei']);
    expect(soorten(6, 'open', WIE.lid)).toEqual(['doei', 'voortgang']);
    expect(soorten(6, 'afgerond', WIE.lid)).toEqual([]);
    expect(soorten(2, 'open', WIE.buiten)).toEqual([]);
  });

  it.each([
    ['a problem', probleem, 2],
    ['figures', doei, 2],
    ['a report of progress', voortgang, 6],
  ] as const)('stands with %s on its page', (_, soort, stap) => {
    const wereld = metStuk(stap, 'open');
    const ctx = ctxVan(wereld, WIE.lid, 2);
    const eigen = all<{ van: string }, object>(wereld.project, soort as typeof probleem).filter(
      ({ facts }) => facts.van === WIE.lid,
    );
    const { id } = eigen.at(-1)!;
    const decision = judge(toevoegen, ctx, { raw: { bij: `${soort.name}.${id}` }, rev: 0 });
    if (!decision.accepted) throw new Error(decision.reason);
    const project = fold(
      wereld.project,
      decision.events.map((event, at) => ({
        ...event,
        ...{ n: wereld.project.n + at + 1, v: 1, at: ctx.now, by: WIE.lid },
      })),
    );
    expect(fotosBij(project, soort.name, id)).toHaveLength(2);
    const rijen = planner.stappen
      .flatMap((step) => step.hoofdstukken({ ...wereld.beeld, project, lezer: ctx.actor }))
      .flatMap(({ delen }) => delen)
      .flatMap((deel) => (deel.soort === 'tabel' ? deel.rijen : []))
      .filter(({ fotos }) => fotos.length > 0);
    expect(rijen.map((rij) => rij.fotos.map(({ naam }) => naam))).toEqual([
      ['Foto 1 van 2', 'Foto 2 van 2'],
    ]);
    expect(all(project, foto).map(({ facts }) => facts.van)).toEqual([WIE.lid, WIE.lid]);
  });

  it('is asked with no more choices at a time than a card holds, and none chosen', () => {
    const wereld = stadium(VOL, 2, 'open');
    const form = openForm(toevoegen, ctxVan(wereld, WIE.leider));
    const bij = 'kind' in form ? form.velden['bij'] : undefined;
    expect(bij?.bladeren.per).toBeLessThanOrEqual(MAX_KEUZES);
    expect(bij?.waarde).toBe('');
  });
});
