import type { Action, AnyAction } from '../../../process/contract/contract.ts';
import { formOf, vorm } from '../../../process/contract/action.ts';
import { accept, refuse } from '../../../process/contract/decision.ts';
import {
  leden,
  leads,
  type Deelnemer,
  naamEnOrganisatie,
} from '../../../process/feiten/deelnemers.ts';
import { kies, meer } from '../../../process/vormen/form.ts';
import { PER_BLAD } from '../../../process/vormen/grenzen.ts';
import { type Kind, type Project, one } from '../../../process/feiten/project.ts';
import { changeIfNew } from '../../../process/feiten/say-if-new.ts';
import { gelukt } from '../../../process/vormen/screen.ts';
import { doei, probleem } from '../../plan/plan.ts';
import { isEigen, STAP } from '../regels/eigen.ts';

const WIE = [
  { id: 'iedereen', tekst: 'Iedereen in de projectgroep' },
  { id: 'gekozen', tekst: 'Alleen jij, de projectleider en wie je hieronder kiest' },
] as const;

interface Besloten {
  vertrouwelijk: boolean;
  voor: readonly string[];
  van: string;
}

/**
 * Chooses who may read an own entry (rule 10). Possible after the lock too, because hiding something must always be
 * possible.
 */
function chooseLezers<T extends object>(
  verb: string,
  kindOf: Kind<Besloten, T>,
  lijst: string,
): AnyAction {
  const action: Action<ReturnType<typeof velden>> = vorm({
    verb,
    right: 'deelnemer',
    when: { vanaf: STAP },
    form: (ctx) => {
      const nu = one(ctx.project, kindOf, ctx.args['id'] ?? '');
      if (!nu) return refuse('niet-gevonden');
      if (!isEigen(ctx, nu)) return refuse('alleen-eigen');
      return formOf('Wie mag dit lezen?', velden(nu.facts, mogelijk(ctx.project, nu.facts.van)), {
        rev: nu.rev,
        uitleg: [
          'Wat vertrouwelijk is, staat niet op de kaart, in de samenvatting of in het plan.',
        ],
      });
    },
    decide: ({ project, args }, { wie, voor }) => {
      const nu = one(project, kindOf, args['id'] ?? '');
      if (!nu) return refuse('niet-gevonden');
      const kiesbaar = mogelijk(project, nu.facts.van);
      const elders = nu.facts.voor.filter((id) => !kiesbaar.some((lid) => lid.id === id));
      const vertrouwelijk = wie === 'gekozen';
      const facts = {
        vertrouwelijk,
        voor: vertrouwelijk ? [...elders, ...(kiesbaar.length > 0 ? voor : [])] : [],
      };
      return accept(nu.id, changeIfNew(kindOf, nu, { facts, texts: {} }));
    },
    receipt: ({ project }, id) => {
      const nu = one(project, kindOf, id)?.facts;
      return gelukt(
        nu?.vertrouwelijk
          ? 'Opgeslagen. Dit is nu vertrouwelijk.'
          : 'Opgeslagen. Iedereen in de projectgroep mag dit lezen.',
        nu?.vertrouwelijk ? [`Gekozen lezers: ${nu.voor.length}.`] : [],
        [
          { titel: 'Aanpassen', verb, args: { id } },
          { titel: 'Bekijk alles', verb: lijst },
        ],
      );
    },
  });
  return action;
}

/** The projectleider and the owner read it anyway, so they are no choices. */
const mogelijk = (project: Project, van: string) =>
  leden(project).filter((lid) => lid.id !== van && !leads(lid));

function velden(nu: Besloten, wie: readonly Deelnemer[]) {
  const keuzes = wie.map((lid) => ({ id: lid.id, tekst: naamEnOrganisatie(lid) }));
  const alles = {
    wie: kies(
      {
        label: 'Wie mag dit lezen?',
        nodig: 'Maak een keuze.',
        waarde: nu.vertrouwelijk ? 'gekozen' : 'iedereen',
      },
      WIE,
    ),
    voor: meer(
      {
        label: 'Wie nog meer?',
        uitleg: 'Mag leeg blijven.',
        per: PER_BLAD.lezers,
        wat: 'mensen',
        waarde: nu.voor,
      },
      keuzes,
    ),
  };
  // A person alone, or with only the projectleider, has no one left to choose.
  return wie.length > 0 ? alles : ({ wie: alles.wie } as typeof alles);
}

export const vertrouwelijkActies: readonly AnyAction[] = [
  chooseLezers('probleem.vertrouwelijk', probleem, 'problemen'),
  chooseLezers('doei.vertrouwelijk', doei, 'problemen'),
];
