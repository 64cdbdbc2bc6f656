import { UITNODIGEN } from './naar-tab.ts';
import type { Button } from './screen.ts';

/** The buttons that stand on many a screen: the same words everywhere. */
export const KNOP = {
  status: { titel: 'Status', verb: 'status' },
  uitleg: { titel: 'Hoe werkt het?', verb: 'help' },
  plan: { titel: 'Plan tot nu toe', verb: 'plan' },
  taken: { titel: 'Mijn taken', verb: 'taken' },
  volgendeStap: { titel: 'Volgende stap', verb: 'stap.volgende' },
  nieuweRonde: { titel: 'Nieuwe ronde starten', verb: 'ronde.nieuw' },
  agenda: { titel: 'Agenda', verb: 'overleg' },
  uitnodigen: { titel: 'Uitnodiging maken', verb: UITNODIGEN },
  afspraak: { titel: 'Afspraak toevoegen', verb: 'overleg.afspraak' },
  afspraken: { titel: 'Afspraken', verb: 'afspraken' },
  meedoen: { titel: 'Ik wil meedoen', verb: 'deelnemer.meedoen' },
  mijnGegevens: { titel: 'Mijn gegevens', verb: 'deelnemer.gegevens' },
  deelnemers: { titel: 'Deelnemers', verb: 'deelnemers' },
  deelnemerToevoegen: { titel: 'Deelnemer toevoegen', verb: 'deelnemer.toevoegen' },
  plaatsvervanger: { titel: 'Plaatsvervanger kiezen', verb: 'plaatsvervanger.kiezen' },
  documentToevoegen: { titel: 'Document toevoegen', verb: 'document.toevoegen' },
  herinneringen: { titel: 'Herinneringen aanpassen', verb: 'herinneringen' },
} as const satisfies Readonly<Record<string, Button>>;
