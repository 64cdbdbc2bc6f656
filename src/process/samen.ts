import type { Samen } from './contract/step.ts';
import { isGestart } from './feiten/gegevens.ts';
import * as afspraken from './overleg/afspraken.ts';
import { prentTonen } from './stukken/prent-tonen.ts';
import * as agenda from './overleg/agenda.ts';
import * as deelnemers from './groep/deelnemers.ts';
import * as leidingActies from './groep/leiding.ts';
import { lezers } from './overleg/lezers.ts';
import * as meedoen from './groep/meedoen.ts';
import * as uitkomsten from './overleg/uitkomsten.ts';
import * as documenten from './groep/documenten.ts';
import * as fotos from './groep/fotos.ts';
import * as nagekomen from './stappen/nagekomen.ts';
import * as overleg from './overleg/houden.ts';
import * as ronde from './groep/ronde.ts';
import * as starten from './groep/starten.ts';
import * as stappen from './stappen/stappen.ts';
import { terugnemen } from './stappen/terugnemen.ts';
import * as verplaatsen from './groep/verplaatsen.ts';
import { alsEmail } from './email/als-email.ts';
import { herinnerAllen, herinnerNu } from './klok/porren.ts';
import { verstuurd } from './klok/verstuurd.ts';
import * as voorkeuren from './klok/voorkeuren.ts';
import { downloads } from './stukken/downloads.ts';
import * as groep from './groep/overzicht.ts';
import * as hulp from './weergaven/hulp.ts';
import * as leiding from './weergaven/leiding.ts';
import * as overleggen from './overleg/overzicht.ts';
import { uitnodigen } from './overleg/uitnodigen.ts';
import { plan } from './weergaven/plan.ts';
import { status } from './weergaven/stand.ts';
import { taken } from './weergaven/taken.ts';
import { persoonWissen } from './groep/persoon-wissen.ts';
import * as wissen from './groep/wissen.ts';
import { KNOP } from './vormen/knoppen.ts';

/** What every project group can do, whatever its traject. */
export const samen: Samen = {
  acties: [
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
    fotos.toevoegen,
    fotos.weghalen,
    stappen.volgende,
    stappen.meteenVerder,
    stappen.deadline,
    stappen.sluiten,
    stappen.afspreken,
    terugnemen,
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
    herinnerAllen,
    voorkeuren.herinneringen,
    voorkeuren.later,
    voorkeuren.planning,
    ronde.nieuw,
    wissen.wissen,
    persoonWissen,
    nagekomen.sturen,
    nagekomen.overnemen,
    nagekomen.nietOvernemen,
    prentTonen,
  ],
  weergaven: [
    groep.deelnemers,
    groep.documenten,
    leiding.leiding,
    leiding.namens,
    alsEmail,
    overleggen.overlegView,
    overleggen.puntView,
    overleggen.afspraken,
    uitnodigen,
    taken,
    plan,
    status,
    downloads,
    verstuurd,
    hulp.help,
    hulp.instellingen,
    nagekomen.overzicht,
    wissen.overzicht,
  ],
  wegen: {
    binnen: ({ project, traject }) =>
      isGestart(project) ? [KNOP.meedoen] : [starten.startKnop(traject)],
    terug: agenda.terugNaarOverleg,
    naSluiting: nagekomen.naarProjectleider,
  },
};
