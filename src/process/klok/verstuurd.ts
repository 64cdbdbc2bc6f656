import type { Ctx, Verstuurd, View } from '../contract/contract.ts';
import { naamVan } from '../feiten/deelnemers.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { item, lijst } from '../vormen/screen.ts';
import { instantText } from '../taal/time.ts';
import { leidingKnop } from '../contract/woorden.ts';

/** The kinds of messages that every group gets. */
const NAAM: ReadonlyMap<string, string> = new Map([
  ['kaart', 'Kaart van een stap'],
  ['herinnering', 'Herinnering in het gesprek'],
  ['persoonlijk', 'Herinnering'],
  ['samenvatting', 'Samenvatting'],
  ['agenda', 'Agenda'],
  ['overleg-gepland', 'Datum van een overleg'],
  ['overleg-gesloten', 'Samenvatting van een overleg'],
]);

const AFLOOP: Readonly<Record<Verstuurd['afloop'], string>> = {
  verstuurd: 'Verstuurd',
  overbodig: 'Niet meer nodig, niet verstuurd',
  onbereikbaar: 'Niet bereikt',
  onbekend: 'Niet zeker of het is aangekomen',
};

/** Work of the planner itself, which nobody reads as a message. */
const INTERN = ['rondsturen', 'hertekenen', 'antwoord', 'weggehaald', 'kaart-oud'];

/** What became of each message of the planner, newest first. */
export const verstuurd: View = {
  verb: 'verstuurd',
  right: 'projectleider',
  needsVerstuurd: true,
  show: ({ project, traject, args, now, verstuurd: sent = [] }) => {
    const items = sent
      .filter(({ soort }) => !INTERN.includes(soort))
      .map((found) => item(naamVanBericht({ project, traject }, found), [afloopZin(found, now)]));
    return lijst('Verstuurde berichten', [{ kop: '', items }], {
      pagina: args['pagina'],
      uitleg:
        items.length === 0
          ? ['Ik heb nog niets gestuurd. Wat ik de groep stuur, komt hier te staan.']
          : [],
      knoppen: [KNOP.status, leidingKnop(traject)],
    });
  },
};

const naamVanBericht = (
  { project, traject }: Pick<Ctx, 'project' | 'traject'>,
  { soort, aan }: Verstuurd,
) =>
  `${NAAM.get(soort) ?? traject.berichtnamen[soort] ?? 'Bericht aan de groep'}${aan === '' ? '' : ` aan ${naamVan(project, aan)}`}`;

const afloopZin = ({ afloop, op }: Verstuurd, now: string) =>
  `${AFLOOP[afloop]}, ${instantText(op, now)}`;
