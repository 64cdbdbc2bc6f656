import { hoofdstukkenVan } from '../process/weergaven/hoofdstukken.ts';
import type { Bezoek } from './bezoek/bezoek.ts';
import { prent } from './bladen/prent.ts';
import { downloads } from './bladen/downloads.ts';
import { stand } from './bladen/stand.ts';
import { verloop } from './bladen/verloop.ts';
import { overlegBlad } from './overleg/blad.ts';
import type { Blad } from './bladen/blad.ts';
import { hoofdstuk } from './tekenen/hoofdstuk.ts';

/** The page that opens when none is named. */
export const EERSTE = stand.id;

/** All pages of a project for this visitor, in the order of the navigation. */
export const bladenVan = (bezoek: Bezoek): Blad[] => [
  stand,
  overlegBlad,
  ...hoofdstukken(bezoek),
  prent,
  verloop,
  downloads,
];

const hoofdstukken = ({ ctx, lezing }: Bezoek): Blad[] =>
  hoofdstukkenVan(lezing).map((gegeven) => ({
    id: `hoofdstuk.${gegeven.id}`,
    titel: gegeven.titel,
    toon: () => hoofdstuk(ctx, gegeven),
  }));
