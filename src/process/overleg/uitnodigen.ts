import { beeldVan } from '../contract/beeld.ts';
import type { Ctx, Vergadering, View } from '../contract/contract.ts';
import {
  bedoeldOverleg,
  isGepland,
  overlegArgs,
  overlegInZin,
  type EenOverleg,
} from '../contract/overleggen.ts';
import type { Deelnemer } from '../feiten/deelnemers.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import { genodigden, type Overleg } from '../feiten/overleg.ts';
import { overlegTekst } from '../kalender/plannen.ts';
import { metTab, UITNODIGEN } from '../vormen/naar-tab.ts';
import { bericht, type Button } from '../vormen/screen.ts';
import { NAAR_OVERLEG } from './agenda.ts';
import { vergaderingVan } from './berichten.ts';

/** What somebody who invites the group needs to know, but for the addresses: those stand in no log. */
export interface Uitnodiging {
  een: EenOverleg;
  vergadering: Vergadering;
  /** Without who invites, who is in the meeting already. */
  genodigd: readonly Deelnemer[];
}

/** Undefined while the overleg that is meant has no moment, and once it has begun or all is closed. */
export function uitnodigingVan(ctx: Ctx): Uitnodiging | undefined {
  const gepland = geplandIn(ctx);
  return (
    gepland && {
      een: gepland.een,
      vergadering: vergaderingVan(ctx.project, gepland.een, gepland.found),
      genodigd: genodigden(ctx.project, gepland.found).filter(({ id }) => id !== ctx.actor.id),
    }
  );
}

function geplandIn(ctx: Ctx): { een: EenOverleg; found: Overleg } | undefined {
  if (isAfgerond(ctx.project)) return undefined;
  const een = bedoeldOverleg(beeldVan(ctx), ctx.args);
  return een && isGepland(een.found) ? { een, found: een.found } : undefined;
}

/**
 * The invitation of a group to an overleg. Made in the tab, where only who asks sees the addresses; where there is no tab one
 * copies the text of an e-mail.
 */
export const uitnodigen: View = {
  verb: UITNODIGEN,
  right: 'notulist',
  needsVerstuurd: false,
  show: (ctx) => {
    const gepland = geplandIn(ctx);
    if (!gepland)
      return bericht('uitleg', 'Er is geen overleg gepland.', [], [PLANNEN, NAAR_OVERLEG]);
    const { een, found } = gepland;
    const args = overlegArgs(een);
    const email: Button = {
      titel: 'Als e-mail',
      verb: 'als-email',
      args: { wat: 'agenda', ...args },
    };
    return bericht(
      'uitleg',
      `Nodig de groep uit voor ${overlegInZin(een)}.`,
      [
        overlegTekst(found, ctx.now),
        'Maak de uitnodiging in je eigen agenda. De tekst staat bij Als e-mail.',
      ],
      metTab([email, { ...NAAR_OVERLEG, args }], 'overleg'),
    );
  },
};

const PLANNEN: Button = { titel: 'Plannen', verb: 'overleg.plannen' };
