import type { Ctx } from '../contract/contract.ts';
import {
  bedoeldOverleg,
  isAanDeBeurt,
  overlegArgs,
  overleggenIn,
  type EenOverleg,
} from '../contract/overleggen.ts';
import { formOf, vorm } from '../contract/action.ts';
import {
  accept,
  isRefused,
  notNow,
  refuse,
  refuseFields,
  type Refused,
} from '../contract/decision.ts';
import { datum, keuze, kies, lang } from '../vormen/form.ts';
import { afspraak, isLeesbaar, uitkomst } from '../feiten/overleg.ts';
import { puntenVan, type Punt } from './punten.ts';
import { begin, one, withdraw, type NewEvent } from '../feiten/project.ts';
import { gelukt, type Button } from '../vormen/screen.ts';
import { kiesUitGroep, nietMeer } from '../groep/deelnemers.ts';
import { isVoorbij, VOORBIJ } from './afspraken.ts';
import { AL_GEWEEST, GEEN_OVERLEG, NAAR_OVERLEG } from './agenda.ts';
import { lezersKnop, lezersNa, vertrouwelijkVeld } from './lezers.ts';
import { nietLeesbaar } from '../contract/gelezen.ts';
import { hertekenen } from '../stappen/lezers.ts';

const SOORTEN = [
  { id: 'besluit', tekst: 'Besluit' },
  { id: 'afspraak', tekst: 'Afspraak' },
  { id: 'ter informatie', tekst: 'Ter informatie' },
] as const;

/** Records what came out of one agenda line; the next line follows at once (A5). */
export const uitkomstVastleggen = vorm({
  verb: 'overleg.uitkomst',
  right: 'notulist',
  when: 'open',
  form: (ctx) => {
    const line = regelVan(ctx);
    if (isRefused(line)) return line;
    const found = one(ctx.project, uitkomst, line.id);
    if (found && !isLeesbaar(ctx.project, ctx.actor, found)) return nietLeesbaar(ctx);
    const wie = found ? [found.facts.wie] : [];
    return formOf(
      `Uitkomst: ${line.titel}`,
      {
        tekst: lang({
          label: 'Wat is de uitkomst?',
          nodig: 'Schrijf de uitkomst op.',
          waarde: found?.texts.tekst,
        }),
        soort: kies(
          {
            label: 'Wat voor uitkomst is dit?',
            nodig: 'Kies een soort.',
            waarde: found?.facts.soort ?? 'ter informatie',
          },
          SOORTEN,
        ),
        wie: keuze(
          {
            label: 'Wie doet het?',
            uitleg:
              nietMeer(ctx.project, wie).length === 0
                ? 'Nodig bij een afspraak.'
                : 'Nodig bij een afspraak. Wie weg is, blijft staan tot je iemand anders kiest.',
            wat: 'mensen',
            waarde: found?.facts.wie,
          },
          kiesUitGroep(ctx.project, wie),
        ),
        wanneer: datum({
          label: 'Wanneer is het klaar?',
          waarde: found?.facts.wanneer,
        }),
        vertrouwelijk: vertrouwelijkVeld(ctx.traject.woorden, found?.facts.vertrouwelijk),
      },
      {
        rev: found?.rev ?? 0,
        nogEen: regelNa(ctx, line.id) ? 'Opslaan en volgende' : '',
      },
    );
  },
  decide: (ctx, { tekst, soort, wie, wanneer, vertrouwelijk }) => {
    const line = regelVan(ctx);
    if (isRefused(line)) return line;
    if (soort === 'afspraak' && wie === '')
      return refuseFields({ wie: 'Kies wie de afspraak uitvoert.' });
    const { overleg, regel } = line;
    const before = one(ctx.project, uitkomst, line.id)?.facts;
    if (soort === 'afspraak' && isVoorbij(ctx, wanneer) && wanneer !== before?.wanneer)
      return refuseFields({ wanneer: VOORBIJ });
    const facts = { overleg, wie, wanneer, ...lezersNa(ctx, vertrouwelijk, before?.voor) };
    const agreed = soort === 'afspraak' ? { ...facts, wat: tekst } : undefined;
    const said = begin(uitkomst, line.id, { ...facts, regel, soort }, { tekst });
    const events = [said, ...afspraakEvents(ctx, line.id, agreed)];
    return accept(line.id, events, ...hertekenen(before, facts));
  },
  receipt: (ctx, about) => {
    const besloten = one(ctx.project, uitkomst, about)?.facts.vertrouwelijk === true;
    return gelukt(
      'De uitkomst is opgeslagen.',
      besloten ? ['Dit is vertrouwelijk. Kies wie het nog meer mag lezen.'] : [],
      [...(besloten ? [lezersKnop(about)] : []), ...volgendeRegel(ctx, about), NAAR_OVERLEG],
    );
  },
});

/**
 * An afspraak that came out of a line keeps one id, so that changing the line changes the afspraak. When the line no
 * longer holds an afspraak, the afspraak is withdrawn.
 */
function afspraakEvents(
  { project }: Ctx,
  lineId: string,
  agreed:
    | ({ wat: string; wie: string; wanneer: string; overleg: string } & ReturnType<typeof lezersNa>)
    | undefined,
): NewEvent[] {
  const id = `a.${lineId}`;
  const before = one(project, afspraak, id);
  if (!agreed) return before ? [withdraw(afspraak, id)] : [];
  const { wat, ...facts } = agreed;
  const klaar = before?.facts.klaar ?? false;
  return [{ ...begin(afspraak, id, { ...facts, klaar, soort: 'algemeen' }, { wat }), gone: false }];
}

/** The agenda line that a button names (`na`: the line behind it), of the present overleg or of one that was held. */
function regelVan(ctx: Ctx): Punt | Refused {
  const een = bedoeldOverleg(ctx, ctx.args);
  if (!een) return GEEN_OVERLEG;
  if ((een.found?.facts.begonnen ?? '') === '') return startEerst(ctx, een);
  const { na, regel } = ctx.args;
  const found = na ? regelNa(ctx, na) : puntenVan(ctx, een).find((line) => line.regel === regel);
  return found ?? refuse('niet-gevonden');
}

const startEerst = (ctx: Ctx, een: EenOverleg): Refused =>
  isAanDeBeurt(ctx, een)
    ? notNow('Start eerst het overleg.', [
        { titel: 'Start het overleg', verb: 'overleg.starten', args: overlegArgs(een) },
      ])
    : AL_GEWEEST;

/** The next line; undefined after the last. */
function regelNa(ctx: Ctx, id: string): Punt | undefined {
  const een = overleggenIn(ctx).find((found) => id.startsWith(`${found.id}.`));
  const lines = een ? puntenVan(ctx, een) : [];
  const at = lines.findIndex((line) => line.id === id);
  return at === -1 ? undefined : lines[at + 1];
}

function volgendeRegel(ctx: Ctx, about: string): Button[] {
  const next = regelNa(ctx, about);
  if (!next) return [];
  const args = { nummer: next.overleg.replace(/\D/g, ''), regel: next.regel };
  return [{ titel: 'Volgende punt', verb: 'overleg.uitkomst', args }];
}
