import type { Ctx, Traject, View } from '../contract/contract.ts';
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
import { document, isAfgerond } from '../feiten/gegevens.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { BESTAND_TOEVOEGEN, DOCUMENTEN, metTab, TAB } from '../vormen/naar-tab.ts';
import { partnerTekst } from '../feiten/partners.ts';
import { all, type Project } from '../feiten/project.ts';
import { IN_BEELD, item, lijst, type Button, type Item } from '../vormen/screen.ts';
import { uploadTekst } from '../feiten/upload.ts';
import { allesWissenKnop } from './deelnemers.ts';
import { KIES_ROL } from './rollen.ts';
import { naamInLijst } from '../taal/opsomming.ts';

/** Everybody in the group. The projectleider adds, changes and answers requests here (B10, B11). */
export const deelnemers: View = {
  verb: 'deelnemers',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => (ctx.args['weg'] && leads(ctx.actor) ? nietMeer(ctx) : groepLijst(ctx)),
};

const groepLijst = ({ project, traject, actor, args }: Ctx) =>
  lijst(
    `Deelnemers (${leden(project).length})`,
    [
      ...(leads(actor)
        ? [{ kop: 'Wil meedoen', items: aanvragen(project).map(aanvraagItem) }]
        : []),
      {
        kop: '',
        items: perOrganisatie(project).flatMap(({ mensen }) =>
          mensen.map((lid) => lidItem({ project, traject, lezer: actor }, lid)),
        ),
      },
    ],
    {
      pagina: args['pagina'],
      rijen: IN_BEELD,
      knoppen: metTab(
        [
          ...(leads(actor) ? [KNOP.deelnemerToevoegen, UITNODIGEN] : []),
          ...(leads(actor) && vertrokken(project).length > 0 ? [NIET_MEER] : []),
          ...(leads(actor) ? [] : [KNOP.mijnGegevens]),
        ],
        'hoofdstuk.groep',
      ),
    },
  );

const UITNODIGEN: Button = {
  titel: 'Uitnodigen per e-mail',
  verb: 'als-email',
  args: { wat: 'uitnodiging' },
};
const NIET_MEER: Button = {
  titel: 'Wie niet meer meedoet',
  verb: 'deelnemers',
  args: { weg: 'ja' },
};

/** Who was taken out or refused, as long as something of them is kept. */
const vertrokken = (project: Project): Deelnemer[] =>
  iedereen(project).filter(
    ({ id, facts }) => facts.status === 'weg' && !gewistePersonen(project).has(id),
  );

/** Of who takes no part any more something is kept all the same. */
const nietMeer = ({ project, args }: Ctx) =>
  lijst(
    'Wie niet meer meedoet',
    [
      {
        kop: '',
        items: vertrokken(project).map(({ id, voluit }) =>
          item(naamInLijst(voluit), [], [allesWissenKnop(id)]),
        ),
      },
    ],
    {
      pagina: args['pagina'],
      uitleg: ['Van deze mensen is nog bewaard wat zij invulden.'],
      knoppen: [KNOP.deelnemers],
    },
  );

const aanvraagItem = ({ id, naam }: Deelnemer) =>
  item(
    naamInLijst(naam),
    [],
    [
      { titel: 'Toelaten', verb: 'deelnemer.toelaten', args: { id } },
      { titel: 'Afwijzen', verb: 'deelnemer.afwijzen', args: { id } },
      allesWissenKnop(id),
    ],
  );

function lidItem(lezing: Lezing, lid: Deelnemer): Item {
  const { traject } = lezing;
  const { facts, texts } = lid;
  const bij = [
    facts.rol === 'deelnemer' ? '' : rolNaam(traject, facts.rol),
    naamInLijst(lid.organisatie),
    texts.functie,
    partnerTekst(facts.partner),
    doetMee(lid),
  ].filter((part) => part !== '');
  // An organisation may be called what it is.
  const regels = bij.length > 0 ? [[...new Set(bij)].join(' · ')] : [];
  return item(naamInLijst(lid.naam), regels, knoppenBij(lezing, lid));
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

interface Lezing {
  project: Project;
  traject: Traject;
  lezer: Deelnemer;
}

/**
 * What this reader can do with a person in the group. For oneself it is in one's own data, which do not open any more once
 * the project is closed.
 */
export const knoppenBij = ({ project, traject, lezer }: Lezing, lid: Deelnemer): Button[] => {
  if (leads(lezer)) return lidKnoppen(traject, lid);
  return isAfgerond(project) && lid.id === lezer.id ? [allesWissenKnop(lid.id)] : [];
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
        uitleg:
          all(project, document).length === 0
            ? ['Er zijn nog geen documenten. Voeg toe wat iedereen moet kunnen lezen.']
            : [],
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
