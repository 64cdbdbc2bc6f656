import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../../process/contract/action.ts';
import { accept, notNow, refuse, refuseFields } from '../../../process/contract/decision.ts';
import { kies, type Keuze } from '../../../process/vormen/form.ts';
import { PER_BLAD } from '../../../process/vormen/grenzen.ts';
import { type Project, begin, newId, oneEver, withdraw } from '../../../process/feiten/project.ts';
import { gelukt } from '../../../process/vormen/screen.ts';
import { gevolg, onderwerpen } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { STAP } from '../regels/eigen.ts';
import { makesKring, verbanden } from '../regels/kring.ts';
import { isVoorbij } from '../regels/overleg1.ts';
import { CLUSTERS } from '../regels/knoppen.ts';
import { DOORGEVEN } from '../../plan/knoppen.ts';

/** What is weighed now, as choices. */
const alsKeuzes = (project: Project): Keuze[] =>
  onderwerpen(project).map(({ id, naam }) => ({ id, tekst: kortweg(naam) }));

/** Links a cause to its effect, agenda line 3 (D4). Both must be in the present list. */
const leggen = vorm({
  verb: 'gevolg.leggen',
  right: 'notulist',
  when: { vanaf: STAP },
  form: (ctx) => {
    const alles = alsKeuzes(ctx.project);
    if (alles.length < 2)
      return notNow('Hiervoor zijn er minstens twee problemen nodig.', [DOORGEVEN]);
    return (
      isVoorbij(ctx) ??
      formOf('Oorzaak en gevolg', velden(ctx, alles), {
        uitleg: ['Welke problemen veroorzaken daaropvolgende problemen?'],
        nogEen: 'Opslaan en nog een',
        knoppen: [CLUSTERS],
      })
    );
  },
  decide: ({ project }, { oorzaak, gevolg: to }) => {
    if (oorzaak === to) return refuseFields({ gevolg: 'Kies een ander probleem dan de oorzaak.' });
    const nu = verbanden(project).find((link) => link.oorzaak === oorzaak && link.gevolg === to);
    if (nu) return accept(nu.ids[0] ?? '', []);
    const id = newId(project, 'g');
    const said = begin(gevolg, id, { oorzaak, gevolg: to }, {});
    if (makesKring(project, [said]))
      return refuseFields({
        gevolg: 'Dan is een probleem de oorzaak van zichzelf. Haal eerst een ander verband weg.',
      });
    return accept(id, [said]);
  },
  receipt: () => gelukt('Opgeslagen.', [], [{ titel: 'Nog een', verb: 'gevolg.leggen' }]),
});

const gekozen = ({ args }: Ctx, alles: readonly Keuze[]) =>
  alles.find(({ id }) => id === args['oorzaak']);

function velden(ctx: Ctx, alles: readonly Keuze[]) {
  const cause = gekozen(ctx, alles);
  const rest = alles.filter(({ id }) => id !== cause?.id);
  const effect = rest.find(({ id }) => id === ctx.args['gevolg']);
  const lijst = { wat: 'problemen', per: cause ? PER_BLAD.gevolg : PER_BLAD.oorzaakEnGevolg };
  return {
    oorzaak: kies(
      { label: 'Wat is de oorzaak?', nodig: 'Kies de oorzaak.', ...lijst, waarde: cause?.id },
      cause ? [cause] : rest,
    ),
    gevolg: kies(
      { label: 'Wat is het gevolg?', nodig: 'Kies het gevolg.', ...lijst, waarde: effect?.id },
      cause && effect ? [effect] : rest,
    ),
  };
}

/** Takes the link away, with every other link that says the same now. */
const weghalen = tap({
  verb: 'gevolg.weghalen',
  right: 'notulist',
  when: { vanaf: STAP },
  decide: (ctx) => {
    const { project, args } = ctx;
    const found = oneEver(project, gevolg, args['id'] ?? '');
    if (!found) return refuse('niet-gevonden');
    const past = isVoorbij(ctx);
    if (past) return past;
    if (found.gone) return accept(found.id, []);
    const same = verbanden(project).find(({ ids }) => ids.includes(found.id))?.ids ?? [found.id];
    return accept(
      found.id,
      same.map((id) => withdraw(gevolg, id)),
    );
  },
  receipt: ({ project }, id) => {
    const found = oneEver(project, gevolg, id)?.facts;
    const args = { oorzaak: found?.oorzaak ?? '' };
    return gelukt('Ingetrokken.', [], [{ titel: 'Weer toevoegen', verb: 'gevolg.leggen', args }]);
  },
});

export const gevolgActies: readonly AnyAction[] = [leggen, weghalen];
