import { looked } from '../../src/answer/shown.ts';
import { planner } from '../../src/planner/index.ts';
import { trajecten } from '../../src/process/contract/trajecten.ts';
import { drawFor } from '../../src/teams/cards/drawing.ts';
import { HALF, stadium, WIE, type Fase, type Omvang } from '../stadia.ts';
import { gewoon, type TeTekenen } from './kaarten.ts';

/** A group as large as most are. */
const GROEP: Omvang = {
  ...HALF,
  deelnemers: 9,
  problemen: 12,
  clusters: 2,
  eerst: 4,
  maatregelen: 10,
  doelen: 3,
  regels: 7,
  documenten: 2,
  rest: 3,
};

/** What people ask for to see how it all stands. */
const OVERZICHTEN = [
  ...['status', 'plan', 'deelnemers', 'taken'],
  ...['matrix', 'kosten', 'besluiten'],
];
const MOMENTEN: readonly (readonly [stap: number, fase: Fase])[] = [
  [2, 'open'],
  [5, 'open'],
  [6, 'open'],
  [6, 'afgerond'],
];

/** Each of those, as whoever leads and somebody else get it where there is a tab. */
export const overzichten = (): TeTekenen[] =>
  MOMENTEN.flatMap(([stap, fase]) =>
    [WIE.leider, WIE.lid].flatMap((wie) => {
      const wereld = stadium(GROEP, stap, fase, gewoon());
      const ctx = wereld.ctx(wie, {});
      const style = {
        trajecten: trajecten(planner),
        forms: 'dialoog',
        cards: 'teams',
        now: () => wereld.now,
        tabLink: () => 'https://teams.microsoft.com/l/entity/0',
      } as const;
      return OVERZICHTEN.map((verb) => ({
        naam: `${verb}-${stap}-${fase}-${wie}`,
        card: drawFor(style, { ...looked(ctx, verb), nonce: 'n' }, 'eigen'),
        nodig: [],
      }));
    }),
  );
