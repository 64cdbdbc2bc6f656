import type { Ctx, View } from '../../process/contract/contract.ts';
import { lezersKnop } from '../../process/stappen/lezers.ts';
import { isVan, naamVan } from '../../process/feiten/deelnemers.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { one, type Project } from '../../process/feiten/project.ts';
import { item, lijst, type Button, type Groep } from '../../process/vormen/screen.ts';
import {
  ANDER_PROBLEEM,
  doelenVan,
  isConcept,
  laatsteVoortgang,
  onderwerpNamen,
  periode,
  regels,
  statusTekst,
  trekkerVoluit,
  type Regel,
  type Voortgang,
} from '../plan/uitvoeringsmatrix.ts';
import { vertrouwelijkRegel } from '../plan/lezers.ts';
import { oordeel, regel } from '../plan/plan.ts';
import { opsomming } from '../../process/taal/opsomming.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { overnemenKnop, overTeNemen } from './kandidaten.ts';
import { BESLUITEN, CAPACITEIT, KOSTEN } from './knoppen.ts';
import { standen, type Stand } from './partijen.ts';
import { matrixNogNiet, schrijft, zietMatrix } from './toegang.ts';
import { aaneen } from '../../process/taal/aaneen.ts';
import { hoevelen, kleineLetter } from '../../process/taal/woorden.ts';

/** The parts of a row that still have to be filled in. */
function nogAanTeVullen({ facts, texts }: Regel): string[] {
  return [
    ...(facts.start === '' || facts.einde === '' ? ['wanneer'] : []),
    ...(texts.werkwijze === '' ? ['werkwijze'] : []),
    ...(facts.kosten === null || facts.extra === null ? ['kosten'] : []),
  ];
}

/** `Sanne (Gemeente), samen met Ali en nog 2` */
function wieDoetHet(project: Project, rij: Regel): string {
  const trekker = trekkerVoluit(project, rij);
  const anderen = rij.facts.uitvoerders.map((id) => naamVan(project, id));
  return anderen.length > 0 ? aaneen`${trekker}, samen met ${opsomming(anderen)}` : trekker;
}

/**
 * What needs attention at a row: it waits for a decision, was refused, has conditions, was stopped, or ends after the
 * project.
 */
export function signalen(
  project: Project,
  { rij, extra, wacht, nee, voorwaarden, partijen }: Stand,
): string[] {
  const namen = (found: Stand['nee']) =>
    opsomming(
      found.map(({ naam }) => naam),
      3,
    );
  const gestopt = one(project, oordeel, rij.facts.maatregel)?.facts.oordeel === 'stoppen';
  const einde = profielVan(project).facts.einde;
  return [
    ...(extra && wacht.length > 0
      ? [
          `Wacht op besluit: ${kleineLetter(hoevelen({ n: partijen.length - wacht.length, van: partijen.length }, ['heeft', 'hebben']))} besloten.`,
        ]
      : []),
    ...(nee.length > 0 ? [aaneen`Niet akkoord: ${namen(nee)}.`] : []),
    ...(voorwaarden.length > 0 ? [aaneen`Akkoord onder voorwaarden: ${namen(voorwaarden)}.`] : []),
    ...(gestopt ? ['De groep wil met deze maatregel stoppen.'] : []),
    ...(rij.facts.einde > einde ? ['Loopt door na het einde van het project.'] : []),
  ];
}

/** One row of the uitvoeringsmatrix to read: wie, wat, hoe, wanneer, for which goals, and its status (H3, H4). */
function rijItem(
  project: Project,
  stand: Stand,
  last: Voortgang | undefined,
  knoppen: readonly Button[],
) {
  const { rij } = stand;
  const doelen = doelenVan(project, rij).map(({ texts }) => kortweg(texts.specifiek, 60));
  const open = nogAanTeVullen(rij);
  return item(
    rij.texts.wat,
    [
      `Wie: ${wieDoetHet(project, rij)}`,
      `Wanneer: ${periode(rij)}`,
      ...(rij.texts.werkwijze ? [`Werkwijze: ${rij.texts.werkwijze}`] : []),
      doelen.length > 0 ? `Doel: ${opsomming(doelen, 3)}` : 'Nog geen doel bij dit probleem.',
      ...(last ? [`Stand: ${statusTekst(last)}`] : []),
      ...signalen(project, stand),
      ...vertrouwelijkRegel(project, regel, rij),
      ...(open.length > 0 ? [`Nog aanvullen: ${open.join(', ')}.`] : []),
    ],
    knoppen,
  );
}

/** The rows of the matrix in groups, one for each problem. */
export function matrixGroepen(
  project: Project,
  knoppen: (rij: Regel) => readonly Button[] = () => [],
): Groep[] {
  const namen = onderwerpNamen(project);
  const last = laatsteVoortgang(project);
  const groepen = new Map<string, Groep['items'][number][]>();
  for (const stand of standen(project)) {
    const kop =
      namen.get(stand.rij.facts.onderwerp) ??
      (stand.rij.facts.onderwerp === '' ? 'Zonder probleem' : ANDER_PROBLEEM);
    const found = rijItem(project, stand, last.get(stand.rij.id), knoppen(stand.rij));
    groepen.set(kop, [...(groepen.get(kop) ?? []), found]);
  }
  return [...groepen].map(([kop, items]) => ({ kop, items }));
}

/** The buttons at a row: people who write the matrix change it, others give the capacity of their own organisatie. */
export function rijKnoppen(wie: Pick<Ctx, 'project' | 'actor'>, rij: Regel): Button[] {
  const capaciteit: Button = {
    titel: 'Capaciteit opgeven',
    verb: 'capaciteit.opgeven',
    args: { regel: rij.id },
  };
  const args = { id: rij.id };
  if (schrijft(wie)) {
    return [
      { titel: 'Aanpassen', verb: 'regel.wijzigen', args },
      { titel: 'Kosten aanpassen', verb: 'regel.kosten', args },
      capaciteit,
      lezersKnop('regel.vertrouwelijk', rij.id),
    ];
  }
  const doetMee = [rij.facts.trekker, ...rij.facts.uitvoerders].some((van) =>
    isVan(wie.project, wie.actor, van),
  );
  return doetMee ? [capaciteit] : [];
}

const matrix: View = {
  verb: 'matrix',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    if (!zietMatrix(ctx)) return matrixNogNiet('Wie doet wat?');
    const { project } = ctx;
    const nieuw = schrijft(ctx) ? overTeNemen(project).length : 0;
    const leeg = regels(project).length === 0;
    return lijst(
      'Wie doet wat?',
      matrixGroepen(project, (rij) => rijKnoppen(ctx, rij)),
      {
        pagina: ctx.args['pagina'],
        uitleg: [
          ...(isConcept(project)
            ? ['Dit is nog concept. De groep ziet het als stap 5 begint.']
            : []),
          leeg
            ? 'Er staat nog niets in de matrix. Hier komt wie wat doet, en wanneer.'
            : 'Dit is de matrix: wie doet wat, hoe en wanneer.',
        ],
        knoppen: [
          ...(nieuw > 0 ? [overnemenKnop(nieuw)] : []),
          ...(schrijft(ctx) ? [{ titel: 'Regel toevoegen', verb: 'regel.kiezen' }] : []),
          KOSTEN,
          CAPACITEIT,
          BESLUITEN,
        ],
      },
    );
  },
};

export const matrixWeergaven: readonly View[] = [matrix];
