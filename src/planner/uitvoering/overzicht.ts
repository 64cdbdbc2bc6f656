import type { Ctx, View } from '../../process/contract/contract.ts';
import { lezersKnop } from '../../process/stappen/lezers.ts';
import { isVan, naamVan } from '../../process/feiten/deelnemers.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { one, type Project } from '../../process/feiten/project.ts';
import { IN_BEELD, kortItem, lijst, type Button, type Item } from '../../process/vormen/screen.ts';
import {
  ANDER_PROBLEEM,
  doelenVan,
  isConcept,
  laatsteVoortgang,
  onderwerpNamen,
  regels,
  statusTekst,
  trekkerVan,
  trekkerVoluit,
  wieWanneer,
  zonderWanneer,
  type Regel,
  type Voortgang,
} from '../plan/uitvoeringsmatrix.ts';
import { vertrouwelijkRegel } from '../plan/lezers.ts';
import { oordeel, regel } from '../plan/plan.ts';
import { opsomming } from '../../process/taal/opsomming.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { overnemenKnop, overTeNemen } from './kandidaten.ts';
import { BESLUITEN, KOSTEN } from './knoppen.ts';
import { aantalWacht, standen, wachtRegels, type Stand } from './partijen.ts';
import { matrixNogNiet, schrijft, zietMatrix, metBlad } from './toegang.ts';
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

/** All that needs attention at a row. */
export const signalen = (project: Project, stand: Stand): string[] => [
  ...besluitSignaal(stand),
  ...andereSignalen(project, stand),
];

/** That it waits for a decision. */
function besluitSignaal({ extra, wacht, partijen }: Stand): string[] {
  if (!extra || wacht.length === 0) return [];
  const n = partijen.length - wacht.length;
  const wie = hoevelen({ n, van: partijen.length }, ['heeft', 'hebben']);
  return [`Wacht op besluit: ${kleineLetter(wie)} besloten.`];
}

/** That it was refused, has conditions, was stopped, or ends after the project. */
function andereSignalen(project: Project, { rij, nee, voorwaarden }: Stand): string[] {
  const namen = (found: Stand['nee']) =>
    opsomming(
      found.map(({ naam }) => naam),
      3,
    );
  const gestopt = one(project, oordeel, rij.facts.maatregel)?.facts.oordeel === 'stoppen';
  const einde = profielVan(project).facts.einde;
  return [
    ...(nee.length > 0 ? [aaneen`Niet akkoord: ${namen(nee)}.`] : []),
    ...(voorwaarden.length > 0 ? [aaneen`Akkoord onder voorwaarden: ${namen(voorwaarden)}.`] : []),
    ...(gestopt ? ['De groep wil met deze maatregel stoppen.'] : []),
    ...(rij.facts.einde > einde ? ['Loopt door na het einde van het project.'] : []),
  ];
}

/** One row of the uitvoeringsmatrix to read: who and when, and what is the matter; behind it all of it (H3, H4). */
function rijItem(
  project: Project,
  stand: Stand,
  bij: { kop: string; last: Voortgang | undefined },
) {
  const { rij } = stand;
  const doelen = doelenVan(project, rij).map(({ texts }) => kortweg(texts.specifiek, 60));
  const open = nogAanTeVullen(rij);
  const signaal = andereSignalen(project, stand);
  return kortItem(
    rij.texts.wat,
    [wieWanneer(trekkerVan(project, rij), rij), ...signaal.slice(0, 1)],
    {
      meer: [
        bij.kop,
        `Wie: ${wieDoetHet(project, rij)}`,
        ...(rij.texts.werkwijze ? [`Werkwijze: ${rij.texts.werkwijze}`] : []),
        doelen.length > 0 ? `Doel: ${opsomming(doelen, 3)}` : 'Nog geen doel bij dit probleem.',
        ...(bij.last ? [`Stand: ${statusTekst(bij.last)}`] : []),
        ...besluitSignaal(stand),
        ...signaal.slice(1),
        ...vertrouwelijkRegel(project, regel, rij),
        ...(open.length > 0 ? [`Nog aanvullen: ${open.join(', ')}.`] : []),
      ],
    },
  );
}

/** The rows of the matrix, those of one problem together. */
export function matrixItems(
  project: Project,
  knoppen: (rij: Regel) => readonly Button[] = () => [],
): Item[] {
  const namen = onderwerpNamen(project);
  const last = laatsteVoortgang(project);
  const groepen = new Map<string, Item[]>();
  for (const stand of standen(project)) {
    const { rij } = stand;
    const naam = namen.get(rij.facts.onderwerp);
    const kop = naam
      ? `Probleem: ${naam}`
      : rij.facts.onderwerp === ''
        ? 'Zonder probleem'
        : ANDER_PROBLEEM;
    const found = rijItem(project, stand, { kop, last: last.get(rij.id) });
    groepen.set(kop, [...(groepen.get(kop) ?? []), { ...found, knoppen: knoppen(rij) }]);
  }
  return [...groepen.values()].flat();
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
      [{ kop: '', items: matrixItems(project, (rij) => rijKnoppen(ctx, rij)) }],
      {
        pagina: ctx.args['pagina'],
        rijen: IN_BEELD,
        uitleg: [
          ...(isConcept(project)
            ? ['Dit is nog concept. De groep ziet het als stap 5 begint.']
            : []),
          ...(leeg ? ['Er staat nog niets in de matrix. Hier komt wie wat doet, en wanneer.'] : []),
          ...zonderWanneer(regels(project)),
          ...wachtRegels(aantalWacht(project)),
        ],
        knoppen: metBlad(
          ctx,
          [
            ...(nieuw > 0 ? [overnemenKnop(nieuw)] : []),
            ...(schrijft(ctx) ? [{ titel: 'Regel toevoegen', verb: 'regel.kiezen' }] : []),
            KOSTEN,
            BESLUITEN,
          ],
          'uitvoering',
        ),
      },
    );
  },
};

export const matrixWeergaven: readonly View[] = [matrix];
