import type { AnyAction, View } from '../contract.ts';
import * as deelnemers from './deelnemers.ts';
import * as documenten from './documenten.ts';
import * as nagekomen from './nagekomen.ts';
import * as overleg from './overleg.ts';
import * as ronde from './ronde.ts';
import * as starten from './starten.ts';
import * as stappen from './stappen.ts';
import * as weergaven from './weergaven.ts';
import * as wissen from './wissen.ts';

/** What every project group can do, whatever its steps. */
export const samen: { acties: readonly AnyAction[]; weergaven: readonly View[] } = {
  acties: [
    starten.starten,
    starten.wijzigen,
    deelnemers.gegevens,
    deelnemers.toevoegen,
    deelnemers.meedoen,
    deelnemers.toelaten,
    deelnemers.afwijzen,
    deelnemers.verwijderen,
    deelnemers.binden,
    deelnemers.overdragen,
    deelnemers.plaatsvervangerKiezen,
    deelnemers.overnemen,
    documenten.toevoegen,
    documenten.wijzigen,
    documenten.intrekken,
    stappen.volgende,
    stappen.deadline,
    stappen.sluiten,
    stappen.afspreken,
    overleg.plannen,
    overleg.agendaTonen,
    overleg.puntToevoegen,
    overleg.starten,
    overleg.aanwezigheid,
    overleg.uitkomstVastleggen,
    overleg.sluiten,
    overleg.afspraakMaken,
    overleg.afspraakKlaar,
    ronde.nieuw,
    wissen.wissen,
    nagekomen.sturen,
    nagekomen.overnemen,
    nagekomen.nietOvernemen,
  ],
  weergaven: [
    weergaven.deelnemers,
    weergaven.documenten,
    weergaven.leiding,
    weergaven.namens,
    weergaven.overlegView,
    weergaven.afspraken,
    weergaven.taken,
    weergaven.plan,
    weergaven.status,
    weergaven.help,
    weergaven.instellingen,
    nagekomen.overzicht,
    wissen.overzicht,
  ],
};
