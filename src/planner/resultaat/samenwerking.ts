import type { AnyAction, Ctx, View } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept } from '../../process/contract/decision.ts';
import { kies, lang, numberInput } from '../../process/vormen/form.ts';
import { eigenaar } from '../../process/contract/namens.ts';
import { type Project, all, one } from '../../process/feiten/project.ts';
import { sayIfNew } from '../../process/feiten/say-if-new.ts';
import { item, lijst, type Button, ontvangen } from '../../process/vormen/screen.ts';

import { samenwerking } from '../plan/plan.ts';
import { EVALUATIE } from './knoppen.ts';
import { samenwerkingCijfer, samenwerkingVan } from './stand.ts';
import { hoevelen } from '../../process/taal/woorden.ts';

const CIJFERS = [
  { id: '1', tekst: '1 – slecht' },
  { id: '2', tekst: '2 – matig' },
  { id: '3', tekst: '3 – redelijk' },
  { id: '4', tekst: '4 – goed' },
  { id: '5', tekst: '5 – heel goed' },
] as const;

/** Each deelnemer grades the cooperation, and may change the grade until the project closes (K7). */
const geven = vorm({
  verb: 'samenwerking.geven',
  right: 'deelnemer',
  when: { vanaf: 'resultaat' },
  form: (ctx: Ctx) => {
    const found = one(ctx.project, samenwerking, eigenaar(ctx).id);
    return formOf(
      'Hoe beoordeel je onze samenwerking?',
      {
        cijfer: kies(
          {
            label: 'Jouw cijfer',
            nodig: 'Kies een cijfer van 1 tot 5.',
            waarde: CIJFERS.find(({ id }) => id === String(found?.facts.cijfer ?? ''))?.id,
          },
          CIJFERS,
        ),
        opmerking: lang({
          label: 'Waarom?',
          uitleg: 'Mag leeg blijven. Anderen lezen dit zonder jouw naam.',
          waarde: found?.texts.opmerking,
        }),
      },
      {
        rev: found?.rev ?? 0,
        uitleg: ['De groep ziet alleen het gemiddelde en de spreiding.'],
      },
    );
  },
  decide: (ctx, { cijfer, opmerking }) => {
    const { id } = eigenaar(ctx);
    const facts = { van: id, cijfer: Number(cijfer) };
    return accept(id, sayIfNew(ctx.project, samenwerking, { id, facts, texts: { opmerking } }));
  },
  receipt: () =>
    ontvangen(
      ['Dank je. Je cijfer is opgeslagen. Je kunt het aanpassen tot het project is afgerond.'],
      [{ titel: 'Bekijk de samenwerking', verb: 'samenwerking' }],
    ),
});

/** `3 van de 5 hebben een cijfer gegeven` */
export const cijferZin = ({ gaven: n, van }: ReturnType<typeof samenwerkingVan>) =>
  `${hoevelen({ n, van }, ['heeft', 'hebben'])} een cijfer gegeven`;

/** `Gemiddeld 3,8 van de 5. Het laagste cijfer is 2, het hoogste 5.` */
export function samenwerkingRegels(project: Project): string[] {
  const cijfers = samenwerkingVan(project);
  const found = samenwerkingCijfer(project);
  const telling = `${cijferZin(cijfers)}.`;
  if (cijfers.gaven === 0) return [telling];
  if (!found) return [`${telling} Dat is nog te weinig om te laten zien.`];
  return [
    `Gemiddeld ${numberInput(found.gemiddelde)} van de 5. Het laagste cijfer is ${found.laagste}, het hoogste ${found.hoogste}.`,
    telling,
  ];
}

/**
 * The remarks without names, in alphabetical order, so that the order does not show who spoke when. None while so few gave a
 * grade that one could tell who said what.
 */
export const opmerkingen = (project: Project, behalve = ''): string[] =>
  samenwerkingCijfer(project) === null
    ? []
    : all(project, samenwerking)
        .filter(({ id, texts }) => id !== behalve && texts.opmerking !== '')
        .map(({ texts }) => texts.opmerking)
        .sort((a, b) => a.localeCompare(b, 'nl'));

const OPMERKINGEN = 'Opmerkingen, zonder naam';
/** The same where other things stand beside it. */
export const OPMERKINGEN_SAMEN = 'Opmerkingen over de samenwerking, zonder naam';

const overzicht: View = {
  verb: 'samenwerking',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, actor } = ctx;
    const own = one(project, samenwerking, actor.id);
    const others = opmerkingen(project, actor.id);
    return lijst(
      'Hoe beoordelen wij onze samenwerking?',
      [
        ...(own
          ? [
              {
                kop: 'Jouw cijfer',
                items: [
                  item(
                    `${own.facts.cijfer} van de 5`,
                    own.texts.opmerking ? [own.texts.opmerking] : [],
                  ),
                ],
              },
            ]
          : []),
        ...(others.length > 0
          ? [{ kop: OPMERKINGEN, items: others.map((tekst) => item(tekst)) }]
          : []),
      ],
      {
        pagina: ctx.args['pagina'],
        uitleg: [
          ...samenwerkingRegels(project),
          ...(samenwerkingVan(project).gaven === 0
            ? ['Hier komt het gemiddelde, zonder namen.']
            : []),
        ],
        knoppen: knoppen(own !== undefined),
      },
    );
  },
};

const knoppen = (heeftEigen: boolean): Button[] => [
  {
    titel: heeftEigen ? 'Mijn cijfer aanpassen' : 'Samenwerking beoordelen',
    verb: 'samenwerking.geven',
  },
  EVALUATIE,
];

export const samenwerkingActies: readonly AnyAction[] = [geven];
export const samenwerkingWeergaven: readonly View[] = [overzicht];
