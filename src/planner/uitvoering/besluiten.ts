import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { vorm } from '../../process/contract/action.ts';
import { notNow, refuse } from '../../process/contract/decision.ts';
import { gelukt } from '../../process/vormen/screen.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { intrekkenEnTerug } from '../../process/contract/intrekken.ts';
import { regels } from '../plan/uitvoeringsmatrix.ts';
import { besluit } from '../plan/plan.ts';
import { formulierVan, leg } from './besluit-formulier.ts';
import { naarBesluiten } from './besluiten-overzicht.ts';
import { besluitMet, standen, wachtOpBesluit } from './partijen.ts';
import { magNietSchrijven } from './toegang.ts';
import { REGEL_TOEVOEGEN } from './knoppen.ts';

const vastleggen = vorm({
  verb: 'besluit.vastleggen',
  right: 'projectleider',
  when: { vanaf: 'doelstellingen' },
  form: (ctx) => {
    if (regels(ctx.project).length === 0) {
      return (
        magNietSchrijven(ctx) ??
        notNow('Er staat nog niets in de matrix. Zet er eerst een maatregel in.', [REGEL_TOEVOEGEN])
      );
    }
    return magNietSchrijven(ctx) ?? formulierVan(ctx);
  },
  decide: (ctx, values) => leg(ctx, undefined, values),
  receipt: (ctx) => vastgelegd(ctx, 'Het besluit is vastgelegd.'),
});

const wijzigen = vorm({
  verb: 'besluit.wijzigen',
  right: 'projectleider',
  when: { vanaf: 'doelstellingen' },
  form: (ctx) => {
    const found = besluitMet(ctx.project, ctx.args['id']);
    if (!found) return refuse('niet-gevonden');
    return magNietSchrijven(ctx) ?? formulierVan(ctx, found);
  },
  decide: (ctx, values) => {
    const found = besluitMet(ctx.project, ctx.args['id']);
    return found ? leg(ctx, found, values) : refuse('niet-gevonden');
  },
  receipt: (ctx) => vastgelegd(ctx, 'Het besluit is aangepast.'),
});

function vastgelegd({ project }: Ctx, titel: string) {
  const wacht = standen(project).filter(wachtOpBesluit).length;
  return gelukt(
    titel,
    [
      wacht === 0
        ? 'Over alles is besloten.'
        : `Nog ${aantal(wacht, 'maatregel wacht', 'maatregelen wachten')} op een besluit over extra inzet of geld.`,
    ],
    [{ titel: 'Volgende besluit', verb: 'besluit.vastleggen' }],
  );
}

const intrekken = intrekkenEnTerug({
  kind: besluit,
  naam: 'besluit',
  right: 'projectleider',
  when: { vanaf: 'doelstellingen' },
  mag: () => true,
  bijTerug: () => [],
  weg: 'Het besluit is ingetrokken.',
  terug: 'Het besluit geldt weer.',
  lijst: () => naarBesluiten,
});

export const besluitActies: readonly AnyAction[] = [vastleggen, wijzigen, ...intrekken];
