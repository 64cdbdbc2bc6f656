/**
 * Who may do what, when and to whose entries: written down from the issue and the design, not from the code. The tests
 * hold every action against it.
 */

/**
 * `ieder`: anybody Teams vouches for · `lid`: who is in the group · `notulist`: who keeps the notes of the overleg that is
 * going on (`notulist 2`: of that overleg), and who leads · `leiding`: projectleider and plaatsvervanger · `erfgenaam`: a
 * lid while nobody leads.
 */
export type Wie =
  | 'ieder'
  | 'lid'
  | 'notulist'
  | 'notulist 2'
  | 'notulist 3'
  | 'leiding'
  | 'erfgenaam';

/**
 * `altijd` · `lopend`: until the project closes · `invoer n`: while step n is open; deelnemers until its deadline, who leads
 * until the project closes · `vanaf n`: from the opening of step n until the project closes · `in n`: from the opening of step n
 * until a later step speaks of what came out of it.
 */
type Wanneer = 'altijd' | 'lopend' | `invoer ${number}` | `vanaf ${number}` | `in ${number}`;

/**
 * Whose entry: `eigen`: only one's own · `leiding`: one's own, and who leads anybody's · `organisatie`: of one's own
 * organisatie · `organisatie, schrijver`: and who leads or keeps
 * the notes of overleg 2 · `alle`: anybody's.
 */
type Van = 'eigen' | 'leiding' | 'organisatie' | 'organisatie, schrijver' | 'alle';

export interface Recht {
  wie: Wie;
  wanneer: Wanneer;
  /** The kind of entry that the button names, and whose it may be; absent where it names none. */
  over?: readonly [soort: string, van: Van];
  /** True for a button that brings back what was withdrawn. */
  terug?: true;
}

const lid = (wanneer: Wanneer, ...over: [] | [string, Van]): Recht => recht('lid', wanneer, over);
const notulist = (wanneer: Wanneer, ...over: [] | [string, Van]): Recht =>
  recht('notulist', wanneer, over);
const bij = (overleg: 2 | 3, wanneer: Wanneer, ...over: [] | [string, Van]): Recht =>
  recht(`notulist ${overleg}`, wanneer, over);
const leiding = (wanneer: Wanneer, ...over: [] | [string, Van]): Recht =>
  recht('leiding', wanneer, over);
const recht = (wie: Wie, wanneer: Wanneer, over: [] | [string, Van]): Recht => ({
  wie,
  wanneer,
  ...(over.length > 0 ? { over: over as [string, Van] } : {}),
});
const terug = (one: Recht): Recht => ({ ...one, terug: true });

export const TABEL: Readonly<Record<string, Recht>> = {
  'project.start': recht('ieder', 'altijd', []),
  'project.wijzigen': leiding('lopend'),
  'project.verplaatsen': leiding('lopend'),
  'deelnemer.gegevens': lid('lopend', 'deelnemer', 'leiding'),
  'deelnemer.toevoegen': leiding('lopend'),
  'deelnemer.meedoen': recht('ieder', 'lopend', []),
  'deelnemer.toelaten': leiding('lopend', 'deelnemer', 'alle'),
  'deelnemer.afwijzen': leiding('lopend', 'aanvraag', 'alle'),
  'deelnemer.verwijderen': leiding('lopend', 'deelnemer', 'alle'),
  'deelnemer.koppelen': leiding('lopend', 'deelnemer', 'alle'),
  'projectleider.overdragen': leiding('lopend'),
  'plaatsvervanger.kiezen': leiding('lopend'),
  'projectleider.overnemen': recht('erfgenaam', 'lopend', []),
  'document.toevoegen': lid('lopend'),
  'document.uploaden': lid('lopend'),
  'document.wijzigen': lid('lopend', 'document', 'leiding'),
  'document.intrekken': lid('lopend', 'document', 'leiding'),
  // With an entry of one's own, as long as that may be changed: tests/groep/fotos.test.ts.
  'foto.toevoegen': lid('lopend'),
  'foto.weghalen': lid('lopend', 'foto', 'leiding'),
  'stap.volgende': leiding('lopend'),
  'stap.starten': leiding('lopend'),
  deadline: leiding('lopend'),
  'stap.sluiten': leiding('lopend'),
  'stap.terugnemen': leiding('lopend'),
  'overleg.deadline': notulist('lopend'),
  'overleg.plannen': notulist('lopend'),
  'overleg.afzeggen': leiding('lopend'),
  'overleg.komst': lid('lopend'),
  'agenda.tonen': leiding('lopend'),
  beeld: lid('altijd'),
  'agendapunt.toevoegen': lid('lopend'),
  'overleg.starten': leiding('lopend'),
  'overleg.aanwezig': notulist('lopend'),
  'overleg.uitkomst': notulist('lopend'),
  'overleg.sluiten': leiding('lopend'),
  'overleg.afspraak': notulist('lopend'),
  'afspraak.klaar': lid('lopend', 'afspraak', 'leiding'),
  'overleg.lezers': notulist('lopend', 'afspraak', 'alle'),
  'herinner.nu': leiding('lopend'),
  'herinner.allen': leiding('lopend'),
  herinneringen: lid('lopend'),
  'herinnering.later': lid('lopend'),
  'klok.instellen': leiding('lopend'),
  'ronde.nieuw': leiding('altijd'),
  'tekst.wissen': leiding('altijd'),
  'persoon.wissen': lid('altijd', 'deelnemer', 'leiding'),
  'nagekomen.sturen': lid('lopend'),
  // Of a text for step 3, as the tests have it: as long as who leads may still enter there.
  'nagekomen.overnemen': leiding('vanaf 3', 'nagekomen', 'alle'),
  'nagekomen.afwijzen': leiding('lopend', 'nagekomen', 'alle'),
  'criterium.toevoegen': leiding('lopend'),
  'criterium.wijzigen': leiding('lopend', 'criterium', 'alle'),
  'criterium.verwijderen': leiding('lopend', 'criterium', 'alle'),

  'probleem.doorgeven': lid('invoer 2'),
  'probleem.wijzigen': lid('invoer 2', 'probleem', 'eigen'),
  'probleem.intrekken': lid('invoer 2', 'probleem', 'eigen'),
  'probleem.terughalen': terug(lid('invoer 2', 'probleem', 'eigen')),
  'probleem.niets': lid('invoer 2'),
  'probleem.tochwel': lid('invoer 2'),
  'probleem.ook': lid('invoer 2'),
  'probleem.nietbijons': lid('invoer 2', 'ookbijons', 'eigen'),
  'probleem.vertrouwelijk': lid('vanaf 2', 'probleem', 'eigen'),
  'doei.vertrouwelijk': lid('vanaf 2', 'doei', 'eigen'),
  'doei.toevoegen': lid('vanaf 2'),
  'doei.wijzigen': lid('vanaf 2', 'doei', 'eigen'),
  'doei.intrekken': lid('vanaf 2', 'doei', 'eigen'),
  'doei.terugzetten': terug(lid('vanaf 2', 'doei', 'eigen')),
  'cluster.maken': notulist('in 2'),
  'cluster.wijzigen': notulist('in 2', 'cluster', 'alle'),
  'cluster.ontbinden': notulist('in 2', 'cluster', 'alle'),
  'cluster.herstellen': terug(notulist('in 2', 'cluster', 'alle')),
  'gevolg.leggen': notulist('in 2'),
  'gevolg.weghalen': notulist('in 2', 'gevolg', 'alle'),
  'stemming.openen': leiding('in 2'),
  'stemming.sluiten': leiding('vanaf 2'),
  'stemming.heropenen': leiding('in 2'),
  'stemming.zicht': leiding('vanaf 2'),
  stem: lid('vanaf 2'),
  'stem.handen': leiding('vanaf 2'),
  'lijst.vaststellen': leiding('vanaf 2'),
  'lijst.heropenen': leiding('in 2'),
  'akkoord.geven': lid('vanaf 2'),
  'akkoord.niet': lid('vanaf 2'),
  'akkoord.allen': leiding('vanaf 2'),
  'akkoord.behalve': leiding('vanaf 2'),
  'akkoord.weerwoord': leiding('vanaf 2', 'akkoord', 'alle'),
  'lijst.reden': leiding('vanaf 2'),

  'maatregel.doorgeven': lid('invoer 3'),
  'maatregel.wijzigen': lid('invoer 3', 'maatregel', 'organisatie'),
  'maatregel.intrekken': lid('invoer 3', 'maatregel', 'organisatie'),
  'maatregel.terugzetten': terug(lid('invoer 3', 'maatregel', 'organisatie')),
  'maatregel.nietsaan': lid('invoer 3'),
  'maatregel.nietsaan.dit': lid('invoer 3'),
  'maatregel.inoverleg': lid('invoer 3'),
  'maatregel.inoverleg.dit': lid('invoer 3'),
  'maatregel.inbrengen': notulist('vanaf 3', 'houdtvooroverleg', 'alle'),
  'maatregel.nietverteld': notulist('vanaf 3', 'houdtvooroverleg', 'alle'),
  'maatregel.vertrouwelijk': lid('vanaf 3', 'maatregel', 'eigen'),
  'maatregel.toch': lid('invoer 3'),
  'maatregel.collega': lid('invoer 3'),
  'maatregel.collega.toch': lid('invoer 3'),

  'doel.toevoegen': leiding('vanaf 4'),
  'doel.wijzigen': leiding('vanaf 4', 'doel', 'alle'),
  'doel.vertrouwelijk': leiding('vanaf 4', 'doel', 'alle'),
  'doel.intrekken': leiding('vanaf 4', 'doel', 'alle'),
  'doel.terugzetten': terug(leiding('vanaf 4', 'doel', 'alle')),
  'maatregel.beoordelen': notulist('vanaf 4'),
  'maatregel.oordeel': notulist('vanaf 4', 'maatregel', 'alle'),
  'maatregel.aanvullend': leiding('vanaf 4'),
  'aanvullend.wijzigen': leiding('vanaf 4', 'aanvullend', 'alle'),
  'aanvullend.intrekken': leiding('vanaf 4', 'aanvullend', 'alle'),
  'aanvullend.terugzetten': terug(leiding('vanaf 4', 'aanvullend', 'alle')),
  'monitoring.afspreken': leiding('vanaf 4'),
  'monitoring.wijzigen': leiding('vanaf 4', 'monitoring', 'alle'),
  'monitoring.intrekken': leiding('vanaf 4', 'monitoring', 'alle'),
  'monitoring.terugzetten': terug(leiding('vanaf 4', 'monitoring', 'alle')),

  'regel.toevoegen': bij(2, 'vanaf 4'),
  'regel.wijzigen': bij(2, 'vanaf 4', 'regel', 'alle'),
  'regel.vertrouwelijk': bij(2, 'vanaf 4', 'regel', 'alle'),
  'regel.kosten': bij(2, 'vanaf 4', 'regel', 'alle'),
  'regel.intrekken': bij(2, 'vanaf 4', 'regel', 'alle'),
  'regel.terugzetten': terug(bij(2, 'vanaf 4', 'regel', 'alle')),
  'regels.overnemen': bij(2, 'vanaf 4'),
  'capaciteit.opgeven': lid('vanaf 4', 'capaciteit', 'organisatie, schrijver'),
  'capaciteit.weghalen': lid('vanaf 4', 'capaciteit', 'organisatie, schrijver'),
  'besluit.vastleggen': leiding('vanaf 4'),
  'besluit.wijzigen': leiding('vanaf 4', 'besluit', 'alle'),
  'besluit.intrekken': leiding('vanaf 4', 'besluit', 'alle'),
  'besluit.terugzetten': terug(leiding('vanaf 4', 'besluit', 'alle')),

  'voortgang.melden': lid('vanaf 6'),
  'meting.invoeren': lid('vanaf 6', 'meting', 'eigen'),
  'meting.vertrouwelijk': lid('vanaf 6', 'meting', 'eigen'),
  'voortgang.vertrouwelijk': lid('vanaf 6', 'voortgang', 'eigen'),
  'meting.intrekken': lid('vanaf 6', 'meting', 'leiding'),
  'meting.terugzetten': terug(lid('vanaf 6', 'meting', 'leiding')),
  'voortgang.moment': leiding('vanaf 6'),
  'samenwerking.geven': lid('vanaf 6'),
  'evaluatie.maatregelen': leiding('vanaf 6'),
  'evaluatie.doel': leiding('vanaf 6'),
  'evaluatie.vertrouwelijk': leiding('vanaf 6', 'evaluatie', 'alle'),
  'uitgevoerd.vertrouwelijk': leiding('vanaf 6', 'uitgevoerd', 'alle'),
  'verbeterpunt.toevoegen': bij(3, 'vanaf 6'),
  'verbeterpunt.intrekken': bij(3, 'vanaf 6', 'verbeterpunt', 'alle'),
  'verbeterpunt.terugzetten': terug(bij(3, 'vanaf 6', 'verbeterpunt', 'alle')),
  'aanbeveling.toevoegen': bij(3, 'vanaf 6'),
  'aanbeveling.intrekken': bij(3, 'vanaf 6', 'aanbeveling', 'alle'),
  'aanbeveling.terugzetten': terug(bij(3, 'vanaf 6', 'aanbeveling', 'alle')),
  'vervolg.vastleggen': leiding('vanaf 6'),
  'project.afronden': leiding('vanaf 6'),
};

/** Who may look at what; nothing is for people outside the group but help. */
export const ZICHT: Readonly<Record<string, Wie>> = {
  help: 'ieder',
  leiding: 'leiding',
  namens: 'leiding',
  'als-email': 'leiding',
  verstuurd: 'leiding',
  nagekomen: 'leiding',
  wissen: 'leiding',
  'stem.organisaties': 'leiding',
  'regel.kiezen': 'notulist',
  'overleg.uitnodigen': 'notulist',
  ...Object.fromEntries(
    [
      ...['deelnemers', 'documenten', 'overleg', 'overleg.punt', 'afspraken', 'taken'],
      ...['plan', 'status'],
      ...['instellingen', 'criteria', 'problemen', 'problemen.organisaties', 'probleem'],
      ...['clusters', 'stemming', 'lijst', 'akkoord', 'maatregelen', 'maatregelen.organisaties'],
      ...[
        'maatregelen.inoverleg',
        'hiaten',
        'doelen',
        'beoordeling',
        'monitoring',
        'matrix',
        'kosten',
        'capaciteit',
      ],
      ...['besluiten', 'voortgang', 'evaluatie', 'samenwerking', 'downloads'],
    ].map((verb) => [verb, 'lid' as const]),
  ),
};
