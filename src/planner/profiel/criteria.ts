import type { AnyAction, Ctx, View } from '../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../process/contract/action.ts';
import {
  accept,
  notNow,
  refuse,
  refuseFields,
  type Refused,
} from '../../process/contract/decision.ts';
import { dubbelIn, regelsUit, sleutel } from '../../process/taal/schrift.ts';
import { kies, kort, lang, type Values } from '../../process/vormen/form.ts';
import { all, begin, newId, one, withdraw, type Project } from '../../process/feiten/project.ts';
import { gelukt, item, lijst, type Button } from '../../process/vormen/screen.ts';
import { criteria, ONZE_NAMEN, type Criterium } from '../plan/criteria.ts';
import { criterium } from '../plan/plan.ts';

/** The most own criteria of each list: for problems, and for measures. */
const MAX_CRITERIA = 2;
const MIN_OPTIES = 2;
const MAX_OPTIES = 6;

export const OVER = [
  { id: 'probleem', tekst: 'Problemen (stap 2)' },
  { id: 'maatregel', tekst: 'Maatregelen (stap 3)' },
] as const;

export const opties = ({ facts, texts }: Criterium) => facts.opties.map((id) => texts[id] ?? '');

const velden = (found?: Criterium) => ({
  over: kies(
    { label: 'Voor welke lijst?', nodig: 'Kies een lijst.', waarde: found?.facts.over },
    OVER,
  ),
  naam: kort({
    label: 'Wat wil je weten?',
    naam: 'Naam van het criterium',
    nodig: 'Schrijf een naam op.',
    waarde: found?.texts.naam,
  }),
  opties: lang({
    label: 'Uit welke antwoorden kan iemand kiezen?',
    uitleg: 'Zet elk antwoord op een eigen regel: 2 tot 6 antwoorden.',
    nodig: 'Schrijf minstens twee antwoorden op.',
    waarde: found && opties(found).join('\n'),
  }),
});

const toevoegen = vorm({
  verb: 'criterium.toevoegen',
  right: 'projectleider',
  when: 'open',
  form: ({ project }) =>
    OVER.every(({ id }) => isVol(project, id))
      ? vol
      : formOf('Eigen criterium', velden(), {
          uitleg: ['Zo past de planner bij jullie situatie.'],
        }),
  decide: ({ project }, values) =>
    isVol(project, values.over) ? vol : save(project, newId(project, 'c'), values),
  receipt: () =>
    gelukt(
      'Het criterium is opgeslagen.',
      ['Deelnemers zien het in hun formulier.'],
      [ALLE_CRITERIA],
    ),
});

const wijzigen = vorm({
  verb: 'criterium.wijzigen',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const found = asked(ctx);
    return found
      ? formOf('Criterium aanpassen', velden(found), {
          rev: found.rev,
          uitleg: ['Oude antwoorden blijven staan, met “oude keuze” erbij.'],
        })
      : refuse('niet-gevonden');
  },
  decide: (ctx, values) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    const { over } = values;
    if (over !== found.facts.over && isVol(ctx.project, over)) return vol;
    return save(ctx.project, found.id, values, found);
  },
  receipt: () => gelukt('Het criterium is aangepast.', [], [ALLE_CRITERIA]),
});

const verwijderen = tap({
  verb: 'criterium.verwijderen',
  right: 'projectleider',
  when: 'open',
  decide: (ctx) => {
    const found = asked(ctx);
    return found ? accept(found.id, [withdraw(criterium, found.id)]) : refuse('niet-gevonden');
  },
  receipt: () =>
    gelukt(
      'Het criterium is ingetrokken.',
      ['Antwoorden die er al waren, blijven bewaard.'],
      [ALLE_CRITERIA],
    ),
});

const asked = ({ project, args }: Ctx) => one(project, criterium, args['id'] ?? '');
const isVol = (project: Project, over: Criterium['facts']['over']) =>
  criteria(project, over).length >= MAX_CRITERIA;
const ALLE_CRITERIA: Button = { titel: 'Alle criteria', verb: 'criteria' };
const vol: Refused = notNow(
  'Er kunnen twee eigen criteria zijn voor problemen en twee voor maatregelen. Trek er eerst een in.',
  [ALLE_CRITERIA],
);

const isGelijk = (een: string, ander: string) => sleutel(een) === sleutel(ander);

function fouten(
  project: Project,
  id: string,
  { over, naam, opties: regels }: Values<ReturnType<typeof velden>>,
): Record<string, string> {
  const [dubbel] = dubbelIn(regels);
  const hoeveel = regelsUit(regels).length;
  const ander = criteria(project, over).find(
    (criteriumVanOns) => criteriumVanOns.id !== id && isGelijk(criteriumVanOns.texts.naam, naam),
  );
  return {
    ...(ONZE_NAMEN[over].some((onze) => isGelijk(onze, naam))
      ? { naam: `“${naam}” staat al in het formulier of de lijst. Kies een andere naam.` }
      : ander
        ? { naam: `Er is al een criterium “${ander.texts.naam}”. Kies een andere naam.` }
        : {}),
    ...(hoeveel < MIN_OPTIES || hoeveel > MAX_OPTIES
      ? {
          opties: [
            `Schrijf ${MIN_OPTIES} tot ${MAX_OPTIES} verschillende keuzes op.`,
            ...(dubbel === undefined ? [] : [`“${dubbel}” staat er meer dan één keer.`]),
          ].join(' '),
        }
      : {}),
  };
}

/** A choice that stays keeps its id, so that answers to it stay on the scale. A new word gets a new id. */
function save(
  project: Project,
  id: string,
  values: Values<ReturnType<typeof velden>>,
  found?: Criterium,
) {
  const { over, naam, opties: regels } = values;
  const wrong = fouten(project, id, values);
  if (Object.keys(wrong).length > 0) return refuseFields(wrong);
  const woorden = regelsUit(regels);
  const known = Object.entries(found?.texts ?? {}).filter(([key]) => key !== 'naam');
  const next = known.length + 1;
  let added = 0;
  const chosen = woorden.map(
    (woord) =>
      [
        known.find(([, tekst]) => isGelijk(tekst, woord))?.[0] ?? `o${next + added++}`,
        woord,
      ] as const,
  );
  return accept(id, [
    begin(
      criterium,
      id,
      { over, opties: chosen.map(([optie]) => optie) },
      { naam, ...Object.fromEntries(chosen) },
    ),
  ]);
}

const overzicht: View = {
  verb: 'criteria',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: ({ project }) =>
    lijst(
      'Eigen criteria',
      OVER.map(({ id, tekst }) => ({
        kop: tekst,
        items: criteria(project, id).map((found) =>
          item(
            found.texts.naam,
            [opties(found).join(' · ')],
            [
              { titel: 'Aanpassen', verb: 'criterium.wijzigen', args: { id: found.id } },
              {
                titel: 'Intrekken',
                verb: 'criterium.verwijderen',
                args: { id: found.id },
                stijl: 'destructive',
              },
            ],
          ),
        ),
      })),
      {
        uitleg: [
          ...(all(project, criterium).length === 0 ? ['Er zijn nog geen eigen criteria.'] : []),
          'Je kunt bij elk probleem en elke maatregel extra vragen stellen. Er kunnen er twee per lijst zijn.',
        ],
        knoppen: [{ titel: 'Extra criterium toevoegen', verb: 'criterium.toevoegen' }],
      },
    ),
};

export const criteriaActies: readonly AnyAction[] = [toevoegen, wijzigen, verwijderen];
export const criteriaWeergaven: readonly View[] = [overzicht];
