import { formOf, tap, vorm } from '../contract/action.ts';
import type { Ctx } from '../contract/contract.ts';
import { accept, refuse, refuseFields } from '../contract/decision.ts';
import { isVan, leads, leden } from '../feiten/deelnemers.ts';
import { datum, kies, lang } from '../vormen/form.ts';
import { afspraak, gaande } from '../feiten/overleg.ts';
import { begin, newId, one, say } from '../feiten/project.ts';
import { gelukt } from '../vormen/screen.ts';
import { dateOf } from '../taal/time.ts';
import { kiesUit } from '../groep/deelnemers.ts';
import { lezersKnop, lezersNa, vertrouwelijkVeld } from './lezers.ts';

export const VOORBIJ = 'Deze dag is al voorbij. Kies een latere dag.';

/** True for a day in the past, on which nothing can be done any more. */
export const isVoorbij = ({ now }: Ctx, datumDan: string) =>
  datumDan !== '' && datumDan < dateOf(now);

/** An afspraak: something agreed, in an overleg or between two of them (rule 13). */
export const afspraakMaken = vorm({
  verb: 'overleg.afspraak',
  right: 'notulist',
  when: 'open',
  form: ({ project, args, traject }) =>
    formOf(
      args['soort'] === 'achterban' ? 'Afspraak met de achterban' : 'Afspraak',
      {
        wat: lang({ label: 'Wat spreken we af?', nodig: 'Schrijf de afspraak op.' }),
        wie: kies(
          { label: 'Wie doet het?', nodig: 'Kies iemand uit de groep.', wat: 'mensen' },
          kiesUit(leden(project)),
        ),
        wanneer: datum({ label: 'Wanneer is het klaar?' }),
        vertrouwelijk: vertrouwelijkVeld(traject.woorden),
      },
      { nogEen: 'Opslaan en nog een' },
    ),
  decide: (ctx, { wat, wie, wanneer, vertrouwelijk }) => {
    const { project, args } = ctx;
    if (isVoorbij(ctx, wanneer)) return refuseFields({ wanneer: VOORBIJ });
    const id = newId(project, 'a');
    const soort = args['soort'] === 'achterban' ? 'achterban' : 'algemeen';
    const facts = {
      wie,
      wanneer,
      klaar: false,
      overleg: gaande(project)?.id ?? '',
      soort,
    } as const;
    return accept(id, [
      begin(afspraak, id, { ...facts, ...lezersNa(ctx, vertrouwelijk) }, { wat }),
    ]);
  },
  receipt: ({ project }, about) => {
    const besloten = one(project, afspraak, about)?.facts.vertrouwelijk === true;
    return gelukt(
      'De afspraak is opgeslagen.',
      besloten ? ['Dit is vertrouwelijk. Kies wie het nog meer mag lezen.'] : [],
      [...(besloten ? [lezersKnop(about)] : [])],
    );
  },
});

/** One tap, changeable afterwards. */
export const afspraakKlaar = tap({
  verb: 'afspraak.klaar',
  right: 'deelnemer',
  when: 'open',
  decide: ({ project, actor, args }) => {
    const found = one(project, afspraak, args['id'] ?? '');
    if (!found) return refuse('niet-gevonden');
    if (!isVan(project, actor, found.facts.wie) && !leads(actor)) return refuse('alleen-eigen');
    const klaar = args['klaar'] !== 'nee';
    return accept(found.id, found.facts.klaar === klaar ? [] : [say(afspraak, found, { klaar })]);
  },
  receipt: ({ project }, about) => {
    const klaar = one(project, afspraak, about)?.facts.klaar ?? false;
    return gelukt(
      klaar ? 'Klaar. Mooi.' : 'De afspraak staat weer open.',
      [],
      [
        {
          titel: klaar ? 'Toch niet klaar' : 'Klaar',
          verb: 'afspraak.klaar',
          args: { id: about, klaar: klaar ? 'nee' : 'ja' },
        },
        { titel: 'Alle afspraken', verb: 'afspraken' },
      ],
    );
  },
});
