import type { AnyAction, View } from '../contract.ts';
import * as afspraken from './afspraken.ts';
import { beeldTonen } from './beeld.ts';
import * as agenda from './agenda.ts';
import * as deelnemers from './deelnemers.ts';
import * as leidingActies from './leiding.ts';
import { lezers } from './lezers.ts';
import * as meedoen from './meedoen.ts';
import * as uitkomsten from './uitkomsten.ts';
import * as documenten from './documenten.ts';
import * as nagekomen from './nagekomen.ts';
import * as overleg from './overleg.ts';
import * as ronde from './ronde.ts';
import * as starten from './starten.ts';
import * as stappen from './stappen.ts';
import * as verplaatsen from './verplaatsen.ts';
import { alsEmail } from '../email/als-email.ts';
import { herinnerNu } from '../klok/porren.ts';
import { verstuurd } from '../klok/verstuurd.ts';
import * as voorkeuren from '../klok/voorkeuren.ts';
import { downloads } from '../weergaven/downloads.ts';
import * as groep from '../weergaven/groep.ts';
import * as hulp from '../weergaven/hulp.ts';
import * as leiding from '../weergaven/leiding.ts';
import * as overleggen from '../weergaven/overleg.ts';
import * as stand from '../weergaven/stand.ts';
import * as wissen from './wissen.ts';

/** What every project group can do, whatever its steps are. */
export const samen: { acties: readonly AnyAction[]; weergaven: readonly View[] } = {
  acties: [
    starten.starten,
    starten.wijzigen,
    verplaatsen.verplaatsen,
    deelnemers.gegevens,
    deelnemers.toevoegen,
    meedoen.meedoen,
    meedoen.toelaten,
    meedoen.afwijzen,
    leidingActies.verwijderen,
    deelnemers.binden,
    leidingActies.overdragen,
    leidingActies.plaatsvervangerKiezen,
    leidingActies.overnemen,
    documenten.toevoegen,
    documenten.uploaden,
    documenten.wijzigen,
    documenten.intrekken,
    stappen.volgende,
    stappen.deadline,
    stappen.sluiten,
    stappen.afspreken,
    agenda.plannen,
    agenda.afzeggen,
    agenda.komen,
    agenda.agendaTonen,
    agenda.puntToevoegen,
    overleg.starten,
    overleg.aanwezigheid,
    uitkomsten.uitkomstVastleggen,
    overleg.sluiten,
    afspraken.afspraakMaken,
    afspraken.afspraakKlaar,
    lezers,
    herinnerNu,
    voorkeuren.herinneringen,
    voorkeuren.later,
    voorkeuren.planning,
    ronde.nieuw,
    wissen.wissen,
    nagekomen.sturen,
    nagekomen.overnemen,
    nagekomen.nietOvernemen,
    beeldTonen,
  ],
  weergaven: [
    groep.deelnemers,
    groep.documenten,
    leiding.leiding,
    leiding.namens,
    alsEmail,
    overleggen.overlegView,
    overleggen.afspraken,
    stand.taken,
    stand.plan,
    stand.status,
    downloads,
    verstuurd,
    hulp.help,
    hulp.instellingen,
    nagekomen.overzicht,
    wissen.overzicht,
  ],
};
