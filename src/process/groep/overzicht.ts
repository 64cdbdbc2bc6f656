import type { Traject, View } from '../contract/contract.ts';
import { rolNaam } from '../contract/rollen.ts';
import {
  aanvragen,
  gewistePersonen,
  iedereen,
  isVan,
  leads,
  leden,
  naamVan,
  ROLLEN,
  type Deelnemer,
  perOrganisatie,
} from '../feiten/deelnemers.ts';
import { document } from '../feiten/gegevens.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { BESTAND_TOEVOEGEN, DOCUMENTEN, TAB } from '../vormen/naar-tab.ts';
import { partnerTekst } from '../feiten/partners.ts';
import { all, type Project } from '../feiten/project.ts';
import { item, lijst, type Button, type Item } from '../vormen/screen.ts';
import { uploadTekst } from '../feiten/upload.ts';
import { allesWissenKnop } from './deelnemers.ts';
import { KIES_ROL } from './rollen.ts';
import { hoofdletter } from '../taal/woorden.ts';

/** Everybody in the group. The projectleider adds, changes and answers requests here (B10, B11). */
export const deelnemers: View = {
  verb: 'deelnemers',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: ({ project, traject, actor, args }) =>
    lijst(
      `Deelnemers (${leden(project).length})`,
      [
        ...(leads(actor)
          ? [{ kop: 'Wil meedoen', items: aanvragen(project).map(aanvraagItem) }]
          : []),
        ...perOrganisatie(project).map(({ naam, mensen }) => ({
          kop: naam,
          items: mensen.map((lid) => lidItem(traject, lid, actor)),
        })),
        ...(leads(actor)
          ? [{ kop: 'Doet niet meer mee', items: nietMeer(project).map(nietMeerItem) }]
          : []),
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
                {
                  titel: `${hoofdletter(traject.woorden.project)} overdragen`,
                  verb: 'projectleider.overdragen',
                },
              ]
            : []),
        ],
      },
    ),
};

/** Who was taken out or refused, as long as something of them is kept. */
export const nietMeer = (project: Project): Deelnemer[] =>
  iedereen(project).filter(
    ({ id, facts }) => facts.status === 'weg' && !gewistePersonen(project).has(id),
  );

const nietMeerItem = ({ id, voluit }: Deelnemer) => item(voluit, [], [allesWissenKnop(id)]);

const aanvraagItem = ({ id, naam }: Deelnemer) =>
  item(
    naam,
    [],
    [
      { titel: 'Toelaten', verb: 'deelnemer.toelaten', args: { id } },
      { titel: 'Afwijzen', verb: 'deelnemer.afwijzen', args: { id } },
      allesWissenKnop(id),
    ],
  );

function lidItem(traject: Traject, lid: Deelnemer, actor: Deelnemer): Item {
  const { facts, texts } = lid;
  const regels = [
    [
      facts.rol === 'deelnemer' ? '' : rolNaam(traject, facts.rol),
      texts.functie,
      partnerTekst(facts.partner),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    doetMee(lid),
  ].filter((regel) => regel !== '');
  return item(lid.naam, regels, knoppenBij(traject, lid, actor));
}

/** How a person takes part; empty for people of the municipality who have Teams. */
export const doetMee = ({ facts }: Deelnemer): string =>
  facts.status === 'vertrokken'
    ? 'Is weg uit de groep'
    : facts.identities.length === 0
      ? 'Doet mee zonder Teams'
      : facts.extern
        ? 'Van buiten de gemeente'
        : '';

/** What this reader can do with a person in the group. */
export const knoppenBij = (traject: Traject, lid: Deelnemer, lezer: Deelnemer): Button[] => {
  if (leads(lezer)) return lidKnoppen(traject, lid);
  return lid.id === lezer.id ? [allesWissenKnop(lid.id)] : [];
};

/** What the projectleider can do with a person in the group. */
const lidKnoppen = ({ rollen }: Traject, { id, facts }: Deelnemer): Button[] => [
  { titel: 'Gegevens', verb: 'deelnemer.gegevens', args: { id } },
  ...(facts.identities.length === 0
    ? [{ titel: 'Koppelen aan Teams', verb: 'deelnemer.koppelen', args: { id } }]
    : []),
  ...(rollen.length > 0 && !ROLLEN[facts.rol].leidt
    ? [{ titel: 'Rol kiezen', verb: KIES_ROL, args: { id } }]
    : []),
  ...(facts.rol === 'projectleider' && facts.status === 'lid'
    ? []
    : [
        { titel: 'Uit de groep halen', verb: 'deelnemer.verwijderen', args: { id } },
        allesWissenKnop(id),
      ]),
];

export const documenten: View = {
  verb: 'documenten',
  right: 'deelnemer',
  needsVerstuurd: false,
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
                ...(facts.upload ? [DOWNLOADEN] : []),
                ...documentKnoppen(project, actor, { id, van: facts.van }),
              ],
            ),
          ),
        },
      ],
      {
        pagina: args['pagina'],
        knoppen: [KNOP.documentToevoegen, BESTAND_TOEVOEGEN],
      },
    ),
};

/** A card gives no files either. */
const DOWNLOADEN: Button = { titel: 'Downloaden', verb: TAB, args: { blad: DOCUMENTEN } };

/** What a person can do with a document, as its owner or as projectleider. */
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
