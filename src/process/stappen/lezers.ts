import type { AnyAction, Ctx, When } from '../contract/contract.ts';
import { formOf, vorm } from '../contract/action.ts';
import {
  accept,
  isRefused,
  refuse,
  type OutboxMessage,
  type Refused,
} from '../contract/decision.ts';
import type { Right } from '../contract/rights.ts';
import type { Woorden } from '../contract/woorden.ts';
import { leden, naamEnOrganisatie, type Deelnemer } from '../feiten/deelnemers.ts';
import { one, type Entry, type Kind } from '../feiten/project.ts';
import { changeIfNew } from '../feiten/say-if-new.ts';
import { teKiezenLezers, type Vertrouwelijk } from '../feiten/vertrouwelijk.ts';
import { kortweg } from '../taal/tekst.ts';
import { aantal } from '../taal/woorden.ts';
import { kies, meer, vink } from '../vormen/form.ts';
import { PER_BLAD } from '../vormen/grenzen.ts';
import { gelukt, type Button } from '../vormen/screen.ts';

/** The box in the form of whatever can be confidential. */
export const vertrouwelijkVeld = ({ projectleider }: Woorden, nu: boolean | undefined) =>
  vink({
    label: 'Dit is vertrouwelijk',
    uitleg: `Dan kunnen alleen jij, de ${projectleider} en wie jij kiest dit lezen.`,
    aan: nu ?? false,
  });

/** What is stored of that answer. The readers chosen before stay. */
export const naVink = (vertrouwelijk: boolean, nu: Vertrouwelijk | undefined): Vertrouwelijk => ({
  vertrouwelijk,
  voor: vertrouwelijk ? (nu?.voor ?? []) : [],
});

/** Redraws the messages that hold a text which the group could read until now. */
export const hertekenen = (
  before: { vertrouwelijk: boolean } | undefined,
  after: { vertrouwelijk: boolean },
): OutboxMessage[] =>
  before && !before.vertrouwelijk && after.vertrouwelijk
    ? [{ soort: 'hertekenen', facts: {} }]
    : [];

/** The line and the button with which whoever saved something confidential goes on to choose its readers. */
export const naOpslaan = (
  nu: Vertrouwelijk | undefined,
  verb: string,
  id: string,
): { regels: string[]; knoppen: Button[] } =>
  nu?.vertrouwelijk === true
    ? {
        regels: ['Dit is vertrouwelijk. Kies wie het nog meer mag lezen.'],
        knoppen: [lezersKnop(verb, id)],
      }
    : { regels: [], knoppen: [] };

export const lezersKnop = (verb: string, id: string): Button => ({
  titel: 'Wie mag dit lezen?',
  verb,
  args: { id },
});

/** The first of these that says anything: a receipt is one line, and what is confidential asks for more. */
export const eerst = (zinnen: readonly string[], anders: readonly string[]) =>
  zinnen.length > 0 ? zinnen : anders;

interface Keuze<F extends Vertrouwelijk, T> {
  /** The verb becomes `<naam>.vertrouwelijk`. */
  readonly naam: string;
  readonly kind: Kind<F, T>;
  readonly right: Right;
  readonly when: When;
  /** False for an entry whose readers are not this person's to choose; a refusal when it cannot be done now. */
  readonly mag: (ctx: Ctx, found: Entry<F, T>) => boolean | Refused;
  /** Who reads it whatever is chosen: `jij, de projectleider`. */
  readonly altijd: (woorden: Woorden) => string;
}

/**
 * Chooses who may read an entry (rule 10). Possible after the lock too, because hiding something must always be possible.
 */
export function kiesLezers<F extends Vertrouwelijk, T extends object>(
  keuze: Keuze<F, T>,
): AnyAction {
  const { naam, kind, right, when } = keuze;
  const verb = `${naam}.vertrouwelijk`;
  return vorm({
    verb,
    right,
    when,
    form: (ctx) => {
      const nu = gevraagd(keuze, ctx);
      if (isRefused(nu)) return nu;
      const wie = teKiezen(keuze, ctx, nu);
      return formOf('Wie mag dit lezen?', velden(keuze, ctx.traject.woorden, nu.facts, wie), {
        rev: nu.rev,
        uitleg: [
          'Wat vertrouwelijk is, staat niet op de kaart, in de samenvatting of in het plan.',
        ],
      });
    },
    decide: (ctx, { wie, voor }) => {
      const nu = gevraagd(keuze, ctx);
      if (isRefused(nu)) return nu;
      const kiesbaar = teKiezen(keuze, ctx, nu);
      const elders = nu.facts.voor.filter((id) => !kiesbaar.some((lid) => lid.id === id));
      const vertrouwelijk = wie === 'gekozen';
      const facts: Vertrouwelijk = {
        vertrouwelijk,
        voor: vertrouwelijk ? [...elders, ...(kiesbaar.length > 0 ? voor : [])] : [],
      };
      const said = changeIfNew<Vertrouwelijk, object, Vertrouwelijk, object>(kind, nu, {
        facts,
        texts: {},
      });
      return accept(nu.id, said, ...hertekenen(nu.facts, facts));
    },
    receipt: ({ project, traject: { woorden } }, id) => {
      const nu = one(project, kind, id)?.facts;
      return gelukt(
        nu?.vertrouwelijk
          ? 'Opgeslagen. Dit is nu vertrouwelijk.'
          : `Opgeslagen. Iedereen in de ${woorden.projectgroep} mag dit lezen.`,
        nu?.vertrouwelijk ? [lezersZin(nu.voor.length)] : [],
        [{ titel: 'Aanpassen', verb, args: { id } }],
      );
    },
  });
}

const lezersZin = (n: number) =>
  n === 0 ? 'Je koos geen andere lezers.' : `Je koos ${aantal(n, 'lezer', 'lezers')}.`;

function gevraagd<F extends Vertrouwelijk, T>(
  { kind, mag }: Keuze<F, T>,
  ctx: Ctx,
): Entry<F, T> | Refused {
  const nu = one(ctx.project, kind, ctx.args['id'] ?? '');
  if (!nu) return refuse('niet-gevonden');
  const may = mag(ctx, nu);
  return may === true ? nu : may || refuse('alleen-eigen');
}

const teKiezen = <F extends Vertrouwelijk, T>(
  { kind }: Keuze<F, T>,
  { project }: Ctx,
  { id }: Entry<F, T>,
) => teKiezenLezers(project, leden(project), kind.name, id);

function velden<F extends Vertrouwelijk, T>(
  { altijd }: Keuze<F, T>,
  woorden: Woorden,
  nu: Vertrouwelijk,
  wie: readonly Deelnemer[],
) {
  const keuzes = wie.map((lid) => ({ id: lid.id, tekst: kortweg(naamEnOrganisatie(lid)) }));
  const alles = {
    wie: kies(
      {
        label: 'Wie mag dit lezen?',
        nodig: 'Maak een keuze.',
        waarde: nu.vertrouwelijk ? 'gekozen' : 'iedereen',
      },
      [
        { id: 'iedereen', tekst: `Iedereen in de ${woorden.projectgroep}` },
        { id: 'gekozen', tekst: `Alleen ${altijd(woorden)} en wie je hieronder kiest` },
      ],
    ),
    voor: meer(
      {
        label: 'Wie mag het nog meer lezen?',
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
