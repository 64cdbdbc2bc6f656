import { describe, expect, it } from 'vitest';
import { isRefused } from '../../src/process/contract/decision.ts';
import { uitgevoerd, voortgang } from '../../src/planner/plan/plan.ts';
import { regels } from '../../src/planner/plan/uitvoeringsmatrix.ts';
import { all } from '../../src/process/feiten/project.ts';
import { groep, tekst } from '../../support/groep.ts';
import { metMatrix, rij } from './stationsplein.ts';

/** Step 6 with so many rows; Ali trekt them all. Each is reported, the first with a remark in confidence. */
function metRijen(aantal: number) {
  const world = metMatrix();
  for (let nth = 0; nth < aantal; nth++)
    world.doet('sanne', 'regel.toevoegen', rij({ uitvoerders: '', wat: `Maatregel ${nth}` }));
  world.het_is('2027-05-10');
  world.stap('resultaat', '2027-06-03');
  return { world, rijen: regels(world.project).map(({ id }) => id) };
}

type World = ReturnType<typeof groep>;

/** The two forms about rows, by whoever fills them in. */
const FORMULIEREN = [
  {
    verb: 'voortgang.melden',
    wie: 'ali',
    kind: voortgang,
    stand: (id: string, opmerking: string) => ({
      [`status_${id}`]: 'klaar',
      [`percentage_${id}`]: '',
      [`opmerking_${id}`]: opmerking,
    }),
  },
  {
    verb: 'evaluatie.maatregelen',
    wie: 'sanne',
    kind: uitgevoerd,
    stand: (id: string, waarom: string) => ({ [`gedaan_${id}`]: 'ja', [`waarom_${id}`]: waarom }),
  },
] as const;

/** The answers of several rows as one form sends them. */
const samen = (delen: readonly Record<string, string>[], vink: string): Record<string, string> =>
  Object.fromEntries([
    ...delen.flatMap((deel) => Object.entries(deel)),
    ...(vink === '' ? [] : [['vertrouwelijk', vink] as const]),
  ]);

const isAan = (world: World, wie: string, verb: string) => {
  const form = world.opent(wie, verb);
  if (isRefused(form)) throw new Error(tekst(form));
  const { vertrouwelijk } = form.velden as Partial<Record<string, { waarde: unknown }>>;
  return vertrouwelijk?.waarde;
};

describe.each(FORMULIEREN)('the box of $verb', ({ verb, wie, kind, stand }) => {
  const zegt = (world: World, rijen: readonly string[], vink: string, opmerkingen: string[]) =>
    world.doet(
      wie,
      verb,
      samen(
        rijen.map((id, nth) => stand(id, opmerkingen[nth] ?? '')),
        vink,
      ),
    );
  const besloten = (world: World) =>
    all(world.project, kind as typeof uitgevoerd).map(({ facts }) => facts.vertrouwelijk);

  it('about one row is ticked as that row is, and unticking opens it', () => {
    const { world, rijen } = metRijen(1);
    expect(isAan(world, wie, verb)).toBe('false');
    zegt(world, rijen, 'true', ['Geheim']);
    expect(isAan(world, wie, verb)).toBe('true');
    expect(besloten(world)).toEqual([true]);
    zegt(world, rijen, 'false', ['Geheim']);
    expect([isAan(world, wie, verb), besloten(world)]).toEqual(['false', [false]]);
  });

  it('about several is never ticked by itself, hides what is written now, and opens nothing', () => {
    for (const aantal of [2, 3]) {
      const { world, rijen } = metRijen(aantal);
      zegt(world, rijen, 'true', ['Geheim']);
      const een = [true, ...rijen.slice(1).map(() => false)];
      expect([isAan(world, wie, verb), besloten(world)]).toEqual(['false', een]);
      zegt(world, rijen, '', ['Geheim', 'Open']);
      expect(besloten(world)).toEqual(een);
    }
  });
});

describe('the receipt of progress', () => {
  const meldt = (aantal: number, vink: string) => {
    const { world, rijen } = metRijen(aantal);
    const [formulier] = FORMULIEREN;
    const delen = rijen.map((id) => formulier.stand(id, 'Geheim'));
    world.doet('ali', formulier.verb, samen(delen, vink));
    return { world, screen: world.leest('ali', formulier.verb, '') };
  };

  it('of one row said in confidence asks who may read it, and its button opens those readers', () => {
    const { world, screen } = meldt(1, 'true');
    expect(tekst(screen)).toContain('Dit is vertrouwelijk. Kies wie het nog meer mag lezen.');
    const knop = screen.knoppen.find(({ titel }) => titel === 'Wie mag dit lezen?');
    const open = world.opent('ali', knop?.verb ?? '', knop?.args);
    expect(isRefused(open) ? open : open.titel).toBe('Wie mag dit lezen?');
  });

  it.each([
    [1, ''],
    [2, ''],
    [2, 'true'],
  ])('of %i rows with the box "%s" asks nothing of the kind', (aantal, vink) => {
    const gelezen = tekst(meldt(aantal, vink).screen);
    expect(gelezen).toContain('De voortgang is opgeslagen.');
    expect(gelezen).not.toContain('Wie mag dit lezen?');
  });
});
