import type { Beeld, Moment, Vraag } from '../../process/contract/contract.ts';
import { isAfgerond, profielVan } from '../../process/feiten/gegevens.ts';
import { ochtend, voorstelDag, werkdagen } from '../../process/kalender/dagen.ts';
import { keuzeVan, leiding } from '../../process/kalender/moment.ts';
import { overlegNr } from '../../process/feiten/overleg.ts';
import { begin, one, say, type Project } from '../../process/feiten/project.ts';
import { huidig, stap } from '../../process/feiten/geopende-stap.ts';
import { dateOf, dateText, dagVoluit, plusDays, utcOf } from '../../process/taal/time.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import { aanbevelingRegels } from './afronden.ts';
import { laatsteAfspraak, volgendeAfspraak } from './moment.ts';
import { voortgangsmoment } from '../plan/plan.ts';
import { momentNr } from './stand.ts';

/** The moments of step 6: progress on the agreed dates, overleg 3 in time, a look back after half a year. */
export const momenten = (beeld: Beeld): Moment[] =>
  isAfgerond(beeld.project) ? terugblik(beeld) : [...voortgang(beeld), ...overleg3(beeld)];

/** Working days that people get to report. */
const DAGEN = 5;

/**
 * On each agreed date everybody reports again, with a lock and reminders of its own (G10). A date before the lock of the
 * previous moment counts with that moment, and after a standstill only the newest counts. The date after it is planned
 * too, because the clock must know when to look again.
 */
function voortgang(beeld: Beeld): Moment[] {
  const { project, now } = beeld;
  const vandaag = dateOf(now);
  const na = geteld(project);
  const { einde } = profielVan(project).facts;
  const nu = laatsteAfspraak(project, na, vandaag);
  const straks = volgendeAfspraak(project, nu === undefined ? na : vandaag);
  return [nu, straks].flatMap((datum) =>
    datum === undefined || datum > einde ? [] : voortgangOp(beeld, datum),
  );
}

function voortgangOp({ project, now }: Beeld, datum: string): Moment[] {
  const { bevrijdingsdag } = keuzeVan(project);
  const vandaag = dateOf(now);
  const planned = { reeks: `voortgang.${datum}`, op: ochtend(datum, bevrijdingsdag), tot: '' };
  const nu = huidig(project);
  if (nu?.id === 'resultaat') {
    const vanaf = datum > vandaag ? datum : vandaag;
    const dicht = voorstelDag(werkdagen(vanaf, DAGEN, bevrijdingsdag), bevrijdingsdag);
    const lock = { datum: dicht, tijd: '17:00' };
    const nummer = momentNr(project) + 1;
    const generatie = nu.facts.generatie + 1;
    return [
      {
        ...planned,
        naam: 'Vraag om de voortgang door te geven',
        events: [
          begin(
            voortgangsmoment,
            `moment${nummer}`,
            { nummer, datum: lock.datum, begonnen: now },
            {},
          ),
          say(stap, nu, { ...lock, tot: utcOf(lock), gesloten: '', generatie }),
        ],
        messages: [{ soort: 'voortgangsmoment', facts: { nummer } }],
      },
    ];
  }
  return nu?.id === 'uitvoering'
    ? [{ ...planned, naam: '', vraag: () => stap6(project, datum, now) }]
    : [];
}

const stap6 = (project: Project, datum: string, now: string): Vraag => ({
  aan: leiding(project, false),
  regels: [
    `Vanaf ${dagVoluit(datum, now)} geven deelnemers de voortgang door. Dat kan als stap 6 open is.`,
  ],
  onderons: () => [],
  knoppen: [{ titel: 'Stap 6 starten', verb: 'stap.volgende' }],
  soort: 'persoonlijk' as const,
});

/** Up to which local date progress was asked for: the lock of the last moment, else the opening of step 6. */
function geteld(project: Project): string {
  const facts = one(project, stap, 'resultaat')?.facts;
  if (!facts) return '';
  return facts.datum === '' ? dateOf(facts.geopend) : facts.datum;
}

/** Weeks before the end of the project at which overleg 3 has to be planned (rule 15, J1). */
const WEKEN = 6;

function overleg3({ project }: Beeld): Moment[] {
  const found = overlegNr(project, 3)?.facts;
  if (found && (found.datum !== '' || found.begonnen !== '')) return [];
  const { bevrijdingsdag } = keuzeVan(project);
  const { einde } = profielVan(project).facts;
  return [
    {
      reeks: `overleg3.${einde}`,
      op: ochtend(plusDays(einde, { weeks: -WEKEN }), bevrijdingsdag),
      tot: '',
      naam: 'Vraag om overleg 3 te plannen',
      vraag: () => ({
        aan: leiding(project, true),
        regels: [
          `Het project loopt tot ${dateText(einde)}. Plan overleg 3: hebben we onze doelen gehaald?`,
        ],
        onderons: () => [],
        knoppen: [{ titel: 'Overleg 3 plannen', verb: 'overleg.plannen', args: { nummer: '3' } }],
        soort: 'persoonlijk' as const,
      }),
    },
  ];
}

/** Recommendations are for the half year that follows (Q22); after it the group looks back. */
function terugblik({ project }: Beeld): Moment[] {
  const advies = aanbevelingRegels(project);
  if (advies.length === 0) return [];
  const { afgerond } = profielVan(project).facts;
  const { bevrijdingsdag } = keuzeVan(project);
  return [
    {
      reeks: 'terugblik',
      op: ochtend(plusDays(dateOf(afgerond), { months: 6 }), bevrijdingsdag),
      tot: '',
      naam: 'Vraag om terug te kijken op de aanbevelingen',
      vraag: () => ({
        aan: leiding(project, true),
        regels: [
          'Een half jaar geleden is dit project afgerond. Dit was aanbevolen:',
          ...advies.slice(0, 3).map((een) => `• ${een}`),
          'Is het gebeurd? Bespreek het met de groep, of begin een nieuwe ronde.',
        ],
        onderons: () => [],
        knoppen: [{ titel: 'Plan en evaluatie', verb: 'plan' }, KNOP.nieuweRonde],
        soort: 'persoonlijk' as const,
      }),
    },
  ];
}
