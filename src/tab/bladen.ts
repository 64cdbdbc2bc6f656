import { hoofdstukkenVan } from '../process/weergaven/hoofdstukken.ts';
import type { Bezoek } from './bezoek.ts';
import { downloads } from './bladen/downloads.ts';
import { stand } from './bladen/stand.ts';
import { overlegBlad } from './overleg/blad.ts';
import type { Blad } from './blad.ts';
import { hoofdstuk } from './tekenen/hoofdstuk.ts';

/** The page that opens when none is named. */
export const EERSTE = stand.id;

/** The pages that are no chapter: the first ones in the navigation. */
const EIGEN: readonly Blad[] = [stand, overlegBlad, downloads];

/** All pages of a project for who visits it, in the order of the navigation. */
export const bladenVan = (bezoek: Bezoek): Blad[] => [...EIGEN, ...hoofdstukken(bezoek)];

const hoofdstukken = ({ ctx, lezing }: Bezoek): Blad[] =>
  hoofdstukkenVan(lezing).map((gegeven) => ({
    id: `hoofdstuk.${gegeven.id}`,
    titel: gegeven.titel,
    toon: () => hoofdstuk(ctx, gegeven),
  }));
