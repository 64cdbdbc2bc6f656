import type { Beeld, Moment } from '../../process/contract/contract.ts';
import { geteld } from '../../process/feiten/deelnemers.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { keuzeVan } from '../../process/kalender/moment.ts';
import { herinnerMomenten, herinnerSoort } from '../../process/stappen/momenten.ts';
import { dagVoluit, utcOf } from '../../process/taal/time.ts';
import { antwoordVan } from './lijst/draagvlak.ts';
import { vasteLijst } from './regels/overleg1.ts';
import { LIJST } from './regels/knoppen.ts';

/** Reminds the people who were asked for akkoord by a date and have not answered (rule 3). */
export function momenten({ project, now }: Beeld): Moment[] {
  const lijst = vasteLijst(project);
  if (!lijst || lijst.facts.tot === '' || isGeopend(project, 'doelstellingen')) return [];
  const tot = utcOf({ datum: lijst.facts.tot, tijd: '17:00' });
  const args = { lijst: String(lijst.rev) };
  const { bevrijdingsdag } = keuzeVan(project);
  return herinnerMomenten(lijst.facts.vastgesteld, tot, bevrijdingsdag).map((op, nth) => ({
    reeks: `akkoord.${lijst.rev}`,
    op,
    tot,
    naam: 'Herinnering akkoord met de prioriteitenlijst',
    vraag: () => ({
      aan: geteld(project).filter(({ id }) => !antwoordVan(project, id)),
      regels: [
        `Ben je het eens met de prioriteitenlijst? Laat het weten tot ${dagVoluit(lijst.facts.tot, now)}.`,
      ],
      onderons: () => [],
      knoppen: [
        { titel: 'Akkoord', verb: 'akkoord.geven', args },
        { titel: 'Niet akkoord', verb: 'akkoord.niet', args },
        LIJST,
      ],
      soort: herinnerSoort(nth),
    }),
  }));
}
