import type { Beeld } from '../../process/contract/contract.ts';
import { alsGetal } from '../../process/feiten/deelnemers.ts';
import type { PosterBlok } from '../../process/vormen/poster.ts';
import { all } from '../../process/feiten/project.ts';
import { probleem } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { draagvlak } from './lijst/draagvlak.ts';
import { eersteVan, volgorde } from './lijst/lijst-stand.ts';
import { vasteLijst } from './regels/overleg1.ts';

/** The most signs of a name on the page: two lines. */
const SIGNS = 90;

/** How many problems there are, and which come first. */
export function poster({ project }: Beeld): PosterBlok[] {
  const alles = all(project, probleem);
  if (alles.length === 0) return [];
  const hoog = alles.filter(({ facts }) => facts.prioriteit === 'hoog').length;
  const isFixed = vasteLijst(project) !== undefined;
  const { akkoord, mensen } = draagvlak(project);
  const eerst = isFixed ? eersteVan(project) : [];
  const shown = eerst.length > 0 ? eerst : volgorde(project);
  return [
    {
      soort: 'getallen',
      kop: 'Wat is het probleem?',
      getallen: [
        { waarde: String(alles.length), naam: alles.length === 1 ? 'probleem' : 'problemen' },
        alsGetal(
          project,
          alles.map(({ facts }) => facts.van),
        ),
        isFixed
          ? { waarde: `${akkoord} van ${mensen}`, naam: 'akkoord' }
          : { waarde: String(hoog), naam: 'met prioriteit hoog' },
      ],
    },
    {
      soort: 'lijst',
      kop: isFixed ? 'Dit pakken we het eerst aan' : 'Voorstel voor de volgorde',
      isGenummerd: true,
      punten: shown.map(({ naam }) => kortweg(naam, SIGNS)),
    },
  ];
}
