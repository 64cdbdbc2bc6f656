import { formOf, vorm } from '../contract/action.ts';
import type { Ctx } from '../contract/contract.ts';
import { accept, notNow, refuse } from '../contract/decision.ts';
import { rolNaam } from '../contract/rollen.ts';
import { deelnemer, leads, ROLLEN, type Deelnemer, type Rol, mens } from '../feiten/deelnemers.ts';
import { say } from '../feiten/project.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { kies } from '../vormen/form.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { gelukt } from '../vormen/screen.ts';
import { aaneen } from '../taal/aaneen.ts';

export const KIES_ROL = 'deelnemer.rol';

/** Gives somebody one of the roles that the traject has besides leading. A traject without such roles has no use for it. */
export const rolKiezen = vorm({
  verb: KIES_ROL,
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const lid = wie(ctx);
    if (!lid) return refuse('niet-gevonden');
    if (leads(lid)) return notNow('Wie leidt, heeft geen andere rol.');
    return formOf(
      `Welke rol heeft ${lid.naam}?`,
      {
        rol: kies(
          { label: 'Rol', nodig: 'Kies een rol.', waarde: lid.facts.rol },
          keuzes(ctx).map((id) => ({ id, tekst: hoofdletter(rolNaam(ctx.traject, id)) })),
        ),
      },
      { rev: lid.rev },
    );
  },
  decide: (ctx, { rol }) => {
    const lid = wie(ctx);
    if (!lid || leads(lid)) return refuse('niet-gevonden');
    return accept(lid.id, lid.facts.rol === rol ? [] : [say(deelnemer, lid, { rol })]);
  },
  receipt: ({ project, traject }, about) => {
    const lid = mens(project, about);
    const rol = lid ? hoofdletter(rolNaam(traject, lid.facts.rol)) : '';
    const telt = !lid || ROLLEN[lid.facts.rol].telt;
    return gelukt(
      'De rol is opgeslagen.',
      [aaneen`${lid?.naam ?? ''}: ${rol}.`, ...(telt ? [] : ['Leest mee en krijgt geen vragen.'])],
      [KNOP.deelnemers],
    );
  },
});

const wie = ({ project, args }: Ctx): Deelnemer | undefined => mens(project, args['id'] ?? '');

const keuzes = ({ traject }: Ctx): Rol[] => ['deelnemer', ...traject.rollen.map(({ id }) => id)];
