import { say } from '../../support/gezegd.ts';
import { planner } from '../../src/planner/index.ts';
import { deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { document } from '../../src/process/feiten/gegevens.ts';
import { judge, openForm } from '../../src/process/contract/judge.ts';
import { bereik, GESPREK, voorkeur } from '../../src/process/kalender/moment.ts';
import { emptyProject } from '../../src/process/feiten/project.ts';
import { HALF, LEEG, stadium, WIE, type Wereld } from '../../support/stadia.ts';
import { anders, ledenVan, metFotos, vanAlle } from './anders.ts';
import { volledig } from './antwoorden.ts';
import { ctxVan, na, standVan, type Stand } from './stand.ts';

/** People: who leads left, all left, some are away or cannot be reached, the conversation is another. */
export const mensen = (): Stand[] => [
  anders('niemand leidt', [3, 'open'], (wereld) =>
    vertrekt(wereld, WIE.leider, WIE.plaatsvervanger),
  ),
  anders('niemand over', [3, 'open'], (wereld) => vertrekt(wereld, ...ledenVan(wereld))),
  anders('niet bereikt en afwezig', [2, 'open'], afwezig),
  anders('nog een aanvraag', [2, 'open'], (wereld) =>
    wereld.said('klok', [
      say(
        deelnemer,
        'nog een',
        { rol: 'deelnemer', status: 'aanvraag', identities: [] },
        { naam: '«nog een»', organisatie: '', functie: '' },
      ),
    ]),
  ),
  anders('in een kanaal', [2, 'open'], niets, { soort: 'channel', isBesloten: false }),
  anders('in een ander gesprek', [2, 'open'], niets, { id: 'elders' }),
  anders('in een andere gemeente', [2, 'open'], niets, { id: 'elders', tenant: 'buren' }),
  anders('documenten met een bestand', [2, 'open'], (wereld) => {
    const upload = { sleutel: 's', soort: 'odt', bytes: 5_000_000 };
    vanAlle(wereld, document, { upload }, { link: '', bestandsnaam: '«verslag».odt' });
  }),
  anders('foto’s bij een probleem', [2, 'open'], metFotos),
  anders('zonder einddatum', [6, 'open'], (wereld) => wereld.stap('resultaat', '')),
];

const niets = () => undefined;

const vertrekt = (wereld: Wereld, ...wie: readonly string[]) =>
  wereld.said(
    'klok',
    wie.map((id) => say(deelnemer, id, { status: 'weg' })),
  );

function afwezig(wereld: Wereld): void {
  const rust = '2027-02-10T08:00:00.000Z';
  wereld.said('klok', [
    say(bereik, WIE.leider, { onbereikbaar: wereld.now }),
    say(bereik, GESPREK, { onbereikbaar: wereld.now }),
    say(voorkeur, WIE.lid, { herinneren: 'niet', rust: '', afwezigTot: '' }),
    say(voorkeur, WIE.plaatsvervanger, {
      ...{ herinneren: 'gesprek', rust: '', afwezigTot: '2027-02-20' },
    }),
    say(voorkeur, WIE.stil, { herinneren: 'overal', rust, afwezigTot: '' }),
  ]);
}

/** Nothing yet, in each kind of conversation; and a new round after one that has ended. */
export function begin(): Stand[] {
  const leeg = { project: emptyProject('nieuw'), log: [], now: stadium(LEEG, 1, 'open').now };
  return [
    standVan('geen project, in een groepschat', leeg),
    standVan('geen project, in een open kanaal', leeg, { soort: 'channel', isBesloten: false }),
    standVan('geen project, in een eigen chat', leeg, { soort: 'personal' }),
    nieuweRonde(),
  ];
}

function nieuweRonde(): Stand {
  const oud = standVan('nieuwe ronde', stadium(HALF, 6, 'afgerond'));
  const lezer = { naam: '', id: WIE.leider, waar: 'dialoog' } as const;
  const ctx = ctxVan(oud, lezer, oud.project, 'ronde.nieuw');
  const action = planner.acties.get('ronde.nieuw');
  const form = action && openForm(action, ctx);
  if (!action || !form || !('kind' in form)) throw new Error('no new round');
  const decision = judge(action, ctx, { raw: volledig(form.velden, oud.now), rev: form.rev });
  if (!decision.accepted) throw new Error('no new round');
  return { ...oud, project: na(emptyProject('ronde'), WIE.leider, oud.now, decision), log: [] };
}
