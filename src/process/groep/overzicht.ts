import type { View } from '../contract/contract.ts';
import {
  aanvragen,
  isVan,
  leads,
  leden,
  naamVan,
  organisaties,
  type Deelnemer,
} from '../feiten/deelnemers.ts';
import { document } from '../feiten/gegevens.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { TAB } from '../vormen/naar-tab.ts';
import { partnerTekst } from '../feiten/partners.ts';
import { all, type Project } from '../feiten/project.ts';
import { item, lijst, type Button, type Item } from '../vormen/screen.ts';
import { uploadTekst } from '../feiten/upload.ts';

/** Everybody in the group; who leads adds, changes and answers requests here (B10, B11). */
export const deelnemers: View = {
  verb: 'deelnemers',
  right: 'deelnemer',
  show: ({ project, actor, args }) =>
    lijst(
      `Deelnemers (${leden(project).length})`,
      [
        ...(leads(actor)
          ? [{ kop: 'Wil meedoen', items: aanvragen(project).map(aanvraagItem) }]
          : []),
        ...organisaties(project).map((naam) => ({
          kop: naam,
          items: leden(project)
            .filter(({ texts }) => (texts.organisatie || texts.naam) === naam)
            .map((lid) => lidItem(lid, leads(actor))),
        })),
      ],
      {
        pagina: args['pagina'],
        knoppen: [
          KNOP.mijnGegevens,
          ...(leads(actor)
            ? [
                KNOP.deelnemerToevoegen,
                {
                  titel: 'Uitnodigen per e-mail',
                  verb: 'als-email',
                  args: { wat: 'uitnodiging' },
                },
                { titel: 'Plaatsvervanger kiezen', verb: 'plaatsvervanger.kiezen' },
                { titel: 'Project overdragen', verb: 'projectleider.overdragen' },
              ]
            : []),
        ],
      },
    ),
};

const aanvraagItem = ({ id, texts }: Deelnemer) =>
  item(
    texts.naam,
    [],
    [
      { titel: 'Toelaten', verb: 'deelnemer.toelaten', args: { id } },
      { titel: 'Afwijzen', verb: 'deelnemer.afwijzen', args: { id } },
    ],
  );

function lidItem(lid: Deelnemer, isLeading: boolean): Item {
  const { facts, texts } = lid;
  const regels = [
    [facts.rol === 'deelnemer' ? '' : facts.rol, texts.functie, partnerTekst(facts.partner)]
      .filter((part) => part !== '')
      .join(' · '),
    doetMee(lid),
  ].filter((regel) => regel !== '');
  return item(texts.naam, regels, isLeading ? lidKnoppen(lid) : []);
}

/** How somebody takes part; empty for who is of the municipality and has Teams. */
export const doetMee = ({ facts }: Deelnemer): string =>
  facts.identities.length === 0
    ? 'Doet mee zonder Teams'
    : facts.extern
      ? 'Van buiten de gemeente'
      : '';

/** What who leads can do with somebody in the group. */
export const lidKnoppen = ({ id, facts }: Deelnemer): Button[] => [
  { titel: 'Gegevens', verb: 'deelnemer.gegevens', args: { id } },
  ...(facts.identities.length === 0
    ? [{ titel: 'Koppelen aan Teams', verb: 'deelnemer.koppelen', args: { id } }]
    : []),
  ...(facts.rol === 'projectleider'
    ? []
    : [{ titel: 'Uit de groep halen', verb: 'deelnemer.verwijderen', args: { id } }]),
];

export const documenten: View = {
  verb: 'documenten',
  right: 'deelnemer',
  show: ({ project, actor, args }) =>
    lijst(
      'Documenten',
      [
        {
          kop: '',
          items: all(project, document).map(({ id, facts, texts }) =>
            item(
              texts.titel,
              [
                facts.upload ? uploadTekst(facts.upload) : texts.link,
                texts.toelichting,
                `Van ${naamVan(project, facts.van)}`,
              ].filter((regel) => regel !== ''),
              [
                ...(facts.upload ? [IN_TAB('Downloaden')] : []),
                ...documentKnoppen(project, actor, { id, van: facts.van }),
              ],
            ),
          ),
        },
      ],
      {
        pagina: args['pagina'],
        knoppen: [KNOP.documentToevoegen, IN_TAB('Bestand toevoegen')],
      },
    ),
};

/** A card takes no files and gives none: the tab does. */
const IN_TAB = (titel: string): Button => ({
  titel,
  verb: TAB,
  args: { blad: 'hoofdstuk.profiel' },
});

/** What somebody can do with a document: their own, or as who leads. */
export const documentKnoppen = (
  project: Project,
  lid: Deelnemer,
  { id, van }: { id: string; van: string },
): Button[] =>
  isVan(project, lid, van) || leads(lid)
    ? [
        { titel: 'Aanpassen', verb: 'document.wijzigen', args: { id } },
        { titel: 'Intrekken', verb: 'document.intrekken', args: { id } },
      ]
    : [];
