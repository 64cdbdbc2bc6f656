import { anderen } from '../taal/opsomming.ts';
import type { Beeld, Bericht, Berichten, Vraag } from '../contract/contract.ts';
import { leden, type Deelnemer } from '../feiten/deelnemers.ts';
import { isAfgerond, profielVan } from '../feiten/gegevens.ts';
import type { Facts } from '../feiten/project.ts';
import { MAX_KNOPPEN } from '../vormen/grenzen.ts';
import { KNOP } from '../vormen/knoppen.ts';
import type { Button } from '../vormen/screen.ts';
import { isOnbereikbaar, isTeVragen, voorkeurVan } from '../kalender/moment.ts';
import { uniek } from '../taal/uniek.ts';
import { vragenVan } from './gevraagd.ts';
import { aaneen } from '../taal/aaneen.ts';

const MAX_GENOEMD = 20;

/**
 * The message to the group: one for all questions, which mentions only the people who still have to act, with the buttons
 * that do it (rule 6).
 */
function herinnering(beeld: Beeld, facts: Facts): Bericht {
  const vragen = vragenVan(beeld, facts);
  const nu = vragen.filter(({ isGeldig }) => isGeldig);
  const wie = elkEenKeer(
    nu.flatMap((vraag) => vraag.aan.filter((lid) => noemen(beeld, vraag, lid))),
  );
  const gevraagd = nu.filter((vraag) => vraag.aan.some((lid) => noemen(beeld, vraag, lid)));
  if (wie.length === 0) return klaarVoorDeGroep(beeld, nu);
  const alleen = isAlleen(beeld);
  return {
    titel: titelVoor(beeld, alleen ? [] : gevraagd, 'jullie'),
    noemt: alleen ? [] : wie.slice(0, MAX_GENOEMD).map(({ id }) => id),
    regels: [
      ...(wie.length > MAX_GENOEMD ? [`En nog ${anderen(wie.length - MAX_GENOEMD)}.`] : []),
      ...gevraagd.flatMap(({ regels, onderons }) => [
        ...regels,
        ...(alleen ? wie.flatMap(onderons) : []),
      ]),
    ],
    knoppen: knoppenBij(beeld, gevraagd),
    blijft: true,
  };
}

const isAlleen = ({ project }: Beeld) => profielVan(project).facts.soort === 'personal';

const isAanAllen = ({ soort }: Vraag) => soort === 'vraag' || soort === 'herhaling';

const isMelding = ({ soort }: Vraag) => soort === 'melding' || soort === 'eenmalig';

/** The title: the project and, when we still wait for answers, that we would like to hear. */
function titelVoor({ project }: Beeld, vragen: readonly Vraag[], wie: 'jullie' | 'je'): string {
  const { naam } = profielVan(project).texts;
  const vraagt = vragen.some(isAanAllen);
  if (!vraagt) return naam;
  return aaneen`${naam}: ik hoor graag ${wie === 'je' ? 'van je' : 'ook van jullie'}.`;
}

/** What is left of a reminder when there are no names left: all have answered, or asked not to be named. */
function klaarVoorDeGroep({ project }: Beeld, vragen: readonly Vraag[]): Bericht {
  const vragenAanAllen = vragen.filter(isAanAllen);
  const isRond = vragenAanAllen.length > 0 && vragenAanAllen.every(({ aan }) => aan.length === 0);
  return {
    ...KLAAR,
    titel: isRond
      ? 'Iedereen heeft gereageerd. Dank jullie wel.'
      : vragenAanAllen.length > 0
        ? 'Nog niet iedereen heeft geantwoord.'
        : 'Deze herinnering is niet meer nodig.',
    regels: [profielVan(project).texts.naam],
    blijft: vragen.length > 0,
  };
}

const KLAAR = { knoppen: [KNOP.taken] as Button[], overbodig: true };

/** For one person, in their own chat; says which project it is from, as Teams asks of a personal message. */
function persoonlijk(beeld: Beeld, facts: Facts): Bericht {
  const lid = leden(beeld.project).find(({ id }) => id === facts['aan']);
  const nu = vragenVan(beeld, facts).filter(({ isGeldig }) => isGeldig);
  const gevraagd = nu.filter(({ aan }) => aan.some(({ id }) => id === lid?.id));
  const { naam } = profielVan(beeld.project).texts;
  if (!lid || gevraagd.length === 0 || !isTeVragen(beeld, lid)) {
    const isUitgesteld = lid !== undefined && gevraagd.length > 0;
    return {
      ...KLAAR,
      titel: isUitgesteld
        ? 'Goed, ik vraag het je nu niet meer.'
        : nu.length > 0 && lid
          ? 'Dank je wel. Dit is gedaan.'
          : 'Deze herinnering is niet meer nodig.',
      regels: [naam],
      blijft: nu.length > 0,
    };
  }
  return {
    titel: titelVoor(beeld, gevraagd, 'je'),
    regels: [
      ...gevraagd.flatMap(({ regels, onderons }) => [...regels, ...onderons(lid)]),
      `Je krijgt dit omdat je meedoet aan dit ${beeld.traject.woorden.project}.`,
    ],
    knoppen: knoppenBij(beeld, gevraagd, ...(gevraagd.every(isMelding) ? [] : [LATER])),
    blijft: gevraagd.some(({ soort }) => soort !== 'eenmalig'),
  };
}

const LATER: Button = { titel: 'Later', verb: 'herinnering.later' };

/** The buttons that answer, each once, and the one to change the reminders. */
function knoppenBij({ project }: Beeld, vragen: readonly Vraag[], ...meer: Button[]): Button[] {
  const alle = vragen.flatMap(({ knoppen }) => knoppen);
  const eigen = uniek(alle, (knop) => JSON.stringify(knop));
  const aldoor = isAfgerond(project) ? [] : [...meer, KNOP.herinneringen];
  return [...eigen.slice(0, MAX_KNOPPEN - aldoor.length), ...aldoor];
}

const elkEenKeer = (mensen: readonly Deelnemer[]) => uniek(mensen, ({ id }) => id);

/** True when we may write to a person in their own chat: not from another organisation, and not refused there lately. */
const heeftEigenChat = ({ project, now }: Beeld, { id, facts }: Deelnemer): boolean =>
  !facts.extern && !isOnbereikbaar(project, id, now);

/**
 * True when the message in the group names this person: when they have no chat of their own to read it in, when they
 * chose to be reminded there, and the last time that the whole group is asked.
 */
function noemen(beeld: Beeld, { soort }: Vraag, lid: Deelnemer): boolean {
  if (!isTeVragen(beeld, lid)) return false;
  if (isAlleen(beeld) || !heeftEigenChat(beeld, lid)) return true;
  const { herinneren } = voorkeurVan(beeld.project, lid.id);
  return herinneren === 'gesprek' || (soort === 'herhaling' && herinneren === 'overal');
}

/** The deelnemer ids of the people who get it in their own chat; empty when the project itself is in a personal chat. */
export function rondsturen(beeld: Beeld, facts: Facts): string[] {
  if (isAlleen(beeld)) return [];
  const named = facts['aan'] as readonly string[] | undefined;
  const wie = elkEenKeer(vragenVan(beeld, facts).flatMap(({ aan }) => aan))
    .filter((lid) => isTeVragen(beeld, lid) && heeftEigenChat(beeld, lid))
    .filter(({ id }) => voorkeurVan(beeld.project, id).herinneren !== 'gesprek')
    .filter(({ id }) => named === undefined || named.includes(id));
  return wie.map(({ id }) => id);
}

export const klokBerichten: Berichten = {
  herinnering,
  persoonlijk,
};
