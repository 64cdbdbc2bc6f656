import { say } from '../../support/gezegd.ts';
import {
  akkoord,
  besluit,
  capaciteit,
  cluster,
  doei,
  evaluatie,
  genoeg,
  maatregel,
  meting,
  niets,
  nietsAan,
  oordeel,
  probleem,
  regel,
  samenwerking,
  stem,
  stemming,
  uitgevoerd,
  vervolg,
  voortgang,
} from '../../src/planner/plan/plan.ts';
import { afspraak, overleg, uitkomst } from '../../src/process/feiten/overleg.ts';
import { all, one } from '../../src/process/feiten/project.ts';
import { WIE, type Wereld } from '../../support/stadia.ts';
import { anders, doet, ids, ledenVan, trekIn, vanAlle } from './anders.ts';
import type { Stand } from './stand.ts';

/** Step 2 and its overleg: all have answered, a vote in points, a second one, a list that is open again. */
export const stap2 = (): Stand[] => [
  anders('stap 2: zonder deadline', [2, 'open'], (wereld) => wereld.stap('probleem', '')),
  anders('stap 2: allen gaven antwoord', [2, 'open'], (wereld) =>
    wereld.said(
      'klok',
      ledenVan(wereld).map((van) => say(niets, van, { van })),
    ),
  ),
  anders('stap 2: na sluiting en in het overleg', [2, 'gesloten'], (wereld) => {
    vanAlle(wereld, probleem, { ingebracht: 'na sluiting' });
    wereld.said('klok', [say(probleem, 'p1', { ingebracht: 'overleg' })]);
  }),
  anders('stap 2: het overleg begint terwijl invullen nog kan', [2, 'open'], beginVroeg),
  anders('stap 2: zonder deadline en in overleg', [2, 'open'], (wereld) => {
    wereld.stap('probleem', '');
    beginVroeg(wereld);
  }),
  anders('overleg 1: stemming in punten', [2, 'overleg'], (wereld) =>
    vanAlle(wereld, stemming, { vorm: 'punten', max: 5, ronde: 2 }),
  ),
  anders('overleg 1: allen stemden', [2, 'overleg'], (wereld) => {
    const { onderwerpen = [] } = one(wereld.project, stemming, 'stemming')?.facts ?? {};
    const punten = { [onderwerpen[0] ?? '']: 1 };
    wereld.said(
      'klok',
      ledenVan(wereld).map((van) =>
        say(stem, van, { van, punten, handen: false, ronde: 1, voor: [] }),
      ),
    );
  }),
  anders('overleg 1: geen stemming meer', [2, 'overleg'], (wereld) =>
    vanAlle(wereld, stemming, { open: false }),
  ),
  anders('overleg 1: alles is vertrouwelijk', [2, 'overleg'], (wereld) => {
    const besloten = { vertrouwelijk: true, voor: [] };
    vanAlle(wereld, probleem, besloten);
    vanAlle(wereld, doei, { ...besloten, van: WIE.lid });
    vanAlle(wereld, uitkomst, besloten);
    vanAlle(wereld, afspraak, besloten);
  }),
  anders('overleg 1: lijst weer open', [2, 'na overleg'], (wereld) =>
    doet(wereld, 'lijst.heropenen'),
  ),
  anders('overleg 1: allen akkoord', [2, 'na overleg'], (wereld) =>
    vanAlle(wereld, akkoord, { antwoord: 'akkoord' }),
  ),
  anders('overleg 1: cluster uit elkaar', [2, 'overleg'], (wereld) => {
    vanAlle(wereld, stemming, { open: false });
    trekIn(wereld, cluster);
    wereld.said('klok', [say(cluster, 'cl9', { problemen: ['p0', 'p1', 'p3'] }, { naam: '«c»' })]);
  }),
  anders('overleg 1: afgezegd', [2, 'gesloten'], (wereld) => doet(wereld, 'overleg.afzeggen')),
  anders('overleg 1: antwoord op de uitnodiging', [2, 'gesloten'], uitgenodigd),
  anders('overleg 1: termijn afgesproken', [2, 'na overleg'], (wereld) =>
    doet(wereld, 'overleg.deadline', { stap: 'maatregelen' }, { datum: '2027-05-27' }),
  ),
];

function beginVroeg(wereld: Wereld): void {
  wereld.overleg(1, [WIE.leider, WIE.lid]);
}

function uitgenodigd(wereld: Wereld): void {
  const [gepland] = all(wereld.project, overleg);
  if (!gepland) throw new Error('no overleg is planned');
  wereld.said(WIE.leider, [
    say(overleg, gepland.id, { genodigd: [WIE.leider, WIE.lid, WIE.notulist, WIE.stil] }),
  ]);
  const args = { nummer: String(gepland.facts.nummer) };
  wereld.doet(WIE.lid, 'overleg.komst', {}, { ...args, komt: 'ja' });
  wereld.doet(WIE.notulist, 'overleg.komst', {}, { ...args, komt: 'nee' });
}

/** Steps 3 and 4: nothing is done, what is gone from the list, all goes on. */
export const stap3en4 = (): Stand[] => [
  anders('stap 3: niemand doet iets', [3, 'gesloten'], (wereld) => {
    trekIn(wereld, maatregel);
    wereld.said(
      'klok',
      ledenVan(wereld).flatMap((van) =>
        ['cl0', 'p2'].map((onderwerp) => say(nietsAan, `${van}.${onderwerp}`, { van, onderwerp })),
      ),
    );
  }),
  anders('stap 3: geen maatregelen', [3, 'gesloten'], (wereld) => {
    trekIn(wereld, maatregel);
    trekIn(wereld, nietsAan);
  }),
  anders('stap 4: overleg gepland', [4, 'gesloten'], (wereld) =>
    vanAlle(wereld, maatregel, { ingebracht: 'na sluiting' }),
  ),
  anders('stap 4: problemen zijn ingetrokken', [4, 'overleg'], (wereld) => {
    trekIn(wereld, cluster);
    trekIn(wereld, probleem);
  }),
  anders('stap 4: het gaat zo door', [4, 'overleg'], (wereld) => {
    vanAlle(wereld, oordeel, { oordeel: 'stoppen' });
    vanAlle(wereld, genoeg, { oordeel: 'zo doorgaan' });
  }),
];

const BEKEND = { kosten: 1_000, extra: 0, dekking: 1_000, start: '2027-05-01' };

/** Step 5: all is known, all is decided, rows are gone. */
export const stap5 = (): Stand[] => [
  anders('stap 5: alles is bekend', [5, 'open'], (wereld) => {
    vanAlle(wereld, regel, BEKEND);
    vanAlle(wereld, capaciteit, { extra: false });
    trekIn(wereld, besluit);
  }),
  anders('stap 5: over alles is besloten', [5, 'open'], (wereld) => {
    vanAlle(wereld, regel, { ...BEKEND, extra: 500, einde: '2028-11-01' });
    vanAlle(wereld, oordeel, { oordeel: 'stoppen' });
    beslist(wereld, { antwoord: 'onder voorwaarden', voorwaarden: '«mits»' });
  }),
  anders('stap 5: nog een besluit te gaan', [5, 'open'], (wereld) => {
    vanAlle(wereld, regel, { ...BEKEND, extra: 500 });
    beslist(wereld, { antwoord: 'akkoord' }, 1);
  }),
  anders('stap 5: regels zijn ingetrokken', [5, 'open'], (wereld) => {
    trekIn(wereld, regel);
  }),
];

/** Every party decides about all that it has to do with, but the last ones. */
function beslist(wereld: Wereld, inputs: Record<string, string>, behalve = 0): void {
  const form = wereld.opent(WIE.leider, 'besluit.vastleggen');
  const partijen = 'kind' in form ? (form.velden['partij']?.keuzes ?? []) : [];
  for (const { id: partij } of partijen.slice(0, partijen.length - behalve)) {
    const vult = { partij, over: 'alles', ...inputs };
    wereld.doet(
      WIE.leider,
      'besluit.vastleggen',
      { ...vult, datum: '2027-05-04', hoe: 'anders' },
      { partij },
      true,
    );
  }
}

/** Step 6 and its overleg: all or nothing is reached, little is known. */
export const stap6 = (): Stand[] => [
  anders('stap 6: niets bereikt', [6, 'na overleg'], (wereld) => {
    vanAlle(wereld, voortgang, { status: 'gestopt' });
    vanAlle(wereld, uitgevoerd, { uitgevoerd: 'nee' });
    vanAlle(wereld, evaluatie, { bereikt: 'nee', tevreden: 'nee' });
    vanAlle(wereld, vervolg, { samen: 'nee', nieuw: 'ja' });
  }),
  anders('stap 6: alles bereikt', [6, 'na overleg'], (wereld) => {
    vanAlle(wereld, voortgang, { status: 'klaar', percentage: 100 });
    vanAlle(wereld, uitgevoerd, { uitgevoerd: 'ja' });
    vanAlle(wereld, evaluatie, { bereikt: 'ja', tevreden: 'ja' });
    vanAlle(wereld, afspraak, { klaar: true });
  }),
  anders('stap 6: nog weinig bekend', [6, 'na overleg'], (wereld) => {
    trekIn(wereld, uitgevoerd, ids(wereld, uitgevoerd).slice(1));
    trekIn(wereld, samenwerking, ids(wereld, samenwerking).slice(1));
    vanAlle(wereld, afspraak, { klaar: true });
    const [eerste = ''] = ids(wereld, afspraak);
    wereld.said('klok', [say(afspraak, eerste, { klaar: false })]);
  }),
  anders('stap 6: meer metingen en niets gemeld', [6, 'open'], (wereld) => {
    trekIn(wereld, voortgang);
    const [eerste] = all(wereld.project, meting);
    if (!eerste) throw new Error('nothing was measured');
    wereld.said('klok', [
      say(
        meting,
        'tweede',
        { ...eerste.facts, waarde: 21, datum: '2027-06-12' },
        { opmerking: '' },
      ),
    ]);
    wereld.het_is('2027-12-20');
  }),
];
