import { describe, expect, it } from 'vitest';
import { keuzes, standing, textOf } from '../../support/voorbeeld/kaart.ts';
import { openWorld } from '../../support/world.ts';
import {
  aantalMet,
  allesIn,
  live,
  opentEnVult,
  PROBLEEM,
  projectVan,
  start,
  titels,
  volgende,
  vult,
  zegt,
  zietTaken,
} from './hulp.ts';
import { wordRegels } from '../exports/hulp.ts';
import { lezer, tekstVan } from '../tab/lezer.ts';
import {
  begintOverleg,
  inStap2,
  sluitOverleg,
  type Stuk,
  punt,
  punten,
  puntKaarten,
} from './stuk.ts';

/** A group in step 2 with one problem in it. */
async function metProbleem(): Promise<Stuk> {
  const stuk = await inStap2();
  await opentEnVult(stuk.lid('Bram'), stuk.kaart, 'Probleem doorgeven', {
    ...PROBLEEM,
    'Heb je cijfers, een foto': '142 meldingen in een jaar.',
  });
  return stuk;
}

async function plant({ lid, zegt: typt, world }: Stuk): Promise<void> {
  await opentEnVult(lid('Sanne'), await typt('Sanne', 'agenda'), 'Plannen', {
    'Welke dag?': '2027-02-02',
    'Hoe laat?': '10:00',
    'Waar?': 'stadhuis, kamer 2.14',
  });
  await world.rust();
}

/** All buttons that this person has on the agenda and its points. */
const knoppen = async (stuk: Stuk, naam: string): Promise<string[]> => [
  ...titels(await stuk.zegt(naam, 'agenda')),
  ...(await puntKaarten(stuk, naam)).flatMap(titels),
];

describe('before the overleg', () => {
  it('it is planned, and the group reads when and where; a day that is past is refused', async () => {
    const stuk = await metProbleem();
    const form = await stuk.lid('Sanne').drukt('Plannen', {}, await stuk.zegt('Sanne', 'agenda'));
    const refused = await vult(stuk.lid('Sanne'), form, {
      'Welke dag?': '2027-01-03',
      'Waar?': 'stadhuis',
    });
    expect(textOf(refused)).toContain('Dit moment is al voorbij. Kies een later moment.');
    expect(standing(refused)['plaats']).toBe('stadhuis');
    await vult(stuk.lid('Sanne'), refused, { 'Welke dag?': '2027-02-02' });
    await stuk.world.rust();

    const bericht = stuk.groep.card('Overleg 1 is gepland.');
    expect(textOf(bericht)).toContain('di 2 februari, 10.00 uur, stadhuis');
    const agenda = titels(await stuk.zegt('Bram', 'agenda'));
    expect(agenda.filter((titel) => titel !== 'Openen')).toEqual(['Punt toevoegen']);
    await stuk.world.close();
  });

  it('its agenda is shown to the group: the words of the source, with the data under them, and points of anybody [D1, D2, D14]', async () => {
    const stuk = await metProbleem();
    await plant(stuk);
    await opentEnVult(
      stuk.lid('Lotte'),
      stuk.groep.card('Overleg 1 is gepland.'),
      'Punt toevoegen',
      {
        'Welk punt': 'Camera’s op het plein',
      },
    );
    await stuk
      .lid('Sanne')
      .drukt('Agenda aan de groep tonen', {}, await stuk.zegt('Sanne', 'agenda'));
    await stuk.world.rust();

    const agenda = textOf(stuk.groep.card('Mis je een punt?'));
    for (const line of [
      'Overleg 1: wat pakken we het eerst aan?',
      'di 2 februari, 10.00 uur, stadhuis, kamer 2.14',
      '1. Opening en mededelingen\n2. Wat hoort bij elkaar?',
      '9. Rondvraag\n10. Camera’s op het plein',
      'VOORSTEL VOOR DE AGENDA OM DE PRIORITEITEN IN DE PROJECTGROEP VAST TE STELLEN:',
    ])
      expect(agenda).toContain(line);
    const gezien = await punten(stuk, 'Bram');
    for (const line of [
      'Wat hoort bij elkaar?\n1 probleem, van 1 deelnemer\nPunt 2 van 10. Clusteren van de problemen, (zodat alle deelnemers over hetzelfde spreken)',
      '142 meldingen in een jaar.',
    ])
      expect(gezien).toContain(line);
    const more = await stuk
      .lid('Bram')
      .drukt('Punt toevoegen', {}, stuk.groep.card('Mis je een punt?'));
    await vult(stuk.lid('Bram'), more, { 'Welk punt': 'Verlichting' });
    // Shown again, it has what came since.
    await stuk
      .lid('Sanne')
      .drukt('Agenda aan de groep tonen', {}, await stuk.zegt('Sanne', 'agenda'));
    await stuk.world.rust();
    expect(textOf(stuk.groep.card('Mis je een punt?'))).toContain('11. Verlichting');
    await stuk.world.close();
  });

  it('is called by its name in the record, also before it was planned', async () => {
    const stuk = await metProbleem();
    await opentEnVult(stuk.lid('Bram'), await stuk.zegt('Bram', 'agenda'), 'Punt toevoegen', {
      'Welk punt': 'Camera’s op het plein',
    });

    const project = projectVan(await live(stuk.world, stuk.groep, 2));
    const verloop = await lezer(stuk.world, 'Sanne').blad({ project, blad: 'verloop' });
    expect(tekstVan(verloop.html)).toContain('zette een punt op de agenda van overleg 1');
    await stuk.world.close();
  });

  it('cannot begin for a step that has none yet, and says what to do first', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    await start(groep.lid('Sanne'));
    await world.rust();
    const agenda = await zegt(world, groep, groep.lid('Sanne'), 'agenda');
    const zin = 'Start eerst stap 2. Daar hoort dit overleg bij.';
    expect(textOf(agenda)).toContain(zin);
    expect(titels(agenda)).not.toContain('Start het overleg');
    expect(titels(agenda)).toContain('Plannen');
    const project = projectVan(await live(world, groep, 1));
    const blad = await lezer(world, 'Sanne').blad({ project, blad: 'overleg' });
    expect(tekstVan(blad.html)).toContain(zin);
    await world.close();
  });
});

describe('during the overleg', () => {
  it('attendance is taken at the start, everybody ticked, with people from outside and a notulist', async () => {
    const stuk = await metProbleem();
    const form = await stuk
      .lid('Sanne')
      .drukt('Start het overleg', {}, await stuk.zegt('Sanne', 'agenda'));
    expect(keuzes(form, 'aanwezig').map(({ title }) => title)).toEqual(['Sanne', 'Bram', 'Lotte']);
    expect(standing(form)['aanwezig']?.split(',')).toHaveLength(3);
    const begonnen = await vult(
      stuk.lid('Sanne'),
      form,
      {
        'Wie is er aanwezig?': ['Sanne', 'Bram'],
        'Wie is er nog meer': 'de wethouder',
        'Wie schrijft mee?': 'Bram',
      },
      'Start het overleg',
    );
    expect(textOf(begonnen)).toContain('Aanwezig: 2 deelnemers.');

    expect(textOf(await stuk.zegt('Lotte', 'agenda'))).toContain('Bezig. Aanwezig: 2 deelnemers.');
    const again = await stuk
      .lid('Sanne')
      .drukt('Aanwezigheid', {}, await stuk.zegt('Sanne', 'agenda'));
    expect(standing(again)['anderen']).toBe('de wethouder');
    await vult(stuk.lid('Sanne'), again, { 'Wie is er aanwezig?': ['Sanne', 'Bram', 'Lotte'] });
    expect(textOf(await stuk.zegt('Lotte', 'agenda'))).toContain('Aanwezig: 3 deelnemers.');
    await stuk.world.close();
  });

  it('attendance of a group of sixty is taken in two lists, and nobody falls away between them [A10]', async () => {
    const meer = Array.from({ length: 57 }, (_, nth) => `Partner ${nth}`);
    const stuk = await metProbleem();
    const sanne = stuk.lid('Sanne');
    for (const naam of meer) stuk.groep.komt_erbij(naam);
    stuk.world.het_is('2027-01-05');
    for (const keer of [1, 2]) {
      const form = await sanne.drukt(
        'Deelnemer toevoegen',
        {},
        await stuk.zegt('Sanne', 'deelnemers'),
      );
      const all = keuzes(form, 'leden').map(({ title }) => title);
      expect(all).toHaveLength(keer === 1 ? 40 : 17);
      await vult(sanne, form, { 'Wie uit dit gesprek?': all }, 'Toevoegen');
      await stuk.world.rust();
    }
    expect(textOf(await begintOverleg(stuk))).toContain('Aanwezig: 60 deelnemers.');

    const eerste = await sanne.drukt('Aanwezigheid', {}, await stuk.zegt('Sanne', 'agenda'));
    const tweede = await sanne.drukt('Andere deelnemers (2 van 2)', {}, eerste);
    const there = keuzes(tweede, 'aanwezig').map(({ title }) => title);
    expect(there).toHaveLength(21);
    await vult(sanne, tweede, { 'Wie is er aanwezig?': there.slice(1) });
    expect(textOf(await stuk.zegt('Sanne', 'agenda'))).toContain('Aanwezig: 59 deelnemers.');
    await stuk.world.close();
  });

  it('every line gets its outcome, and the next line follows at once [A5]', async () => {
    const stuk = await metProbleem();
    const sanne = stuk.lid('Sanne');
    await begintOverleg(stuk);
    let form = await sanne.drukt('Uitkomst', {}, await stuk.zegt('Sanne', 'agenda'));
    const lines = ['Opening en mededelingen', 'Wat hoort bij elkaar?', 'Wat veroorzaakt wat?'];
    for (const line of lines) {
      expect(textOf(form)).toContain(`Uitkomst: ${line}`);
      const empty = await vult(sanne, form, {});
      expect(textOf(empty)).toContain('Schrijf de uitkomst op.');
      const saved = await vult(sanne, empty, { 'Wat is de uitkomst?': `Besproken: ${line}` });
      form = await sanne.drukt('Volgende punt', {}, saved);
    }

    const agenda = await stuk.zegt('Lotte', 'agenda');
    for (const line of lines)
      expect(textOf(agenda)).toContain(`Uitkomst (ter informatie): Besproken: ${line}`);
    const again = await sanne.drukt('Uitkomst aanpassen', {}, await stuk.zegt('Sanne', 'agenda'));
    expect(standing(again)['tekst']).toBe('Besproken: Opening en mededelingen');
    await stuk.world.close();
  });

  it('an outcome that is an afspraak needs somebody, and stands in the list until it is one no more', async () => {
    const stuk = await metProbleem();
    const sanne = stuk.lid('Sanne');
    await begintOverleg(stuk);
    const form = await sanne.drukt('Uitkomst', {}, await stuk.zegt('Sanne', 'agenda'));
    const afspraak = {
      'Wat is de uitkomst?': 'De cijfers opvragen.',
      'Wat voor uitkomst': 'Afspraak',
    };
    const refused = await vult(sanne, form, afspraak);
    expect(textOf(refused)).toContain('Kies wie de afspraak uitvoert.');
    await vult(sanne, refused, { 'Wie doet het?': 'Lotte', 'Wanneer is het klaar?': '2027-02-01' });
    const lijst = async () =>
      textOf(await sanne.drukt('Afspraken', {}, await stuk.zegt('Sanne', 'plan')));
    expect(await lijst()).toContain('De cijfers opvragen.\nLotte, voor ma 1 februari');

    const weer = async (soort: string) =>
      opentEnVult(sanne, await stuk.zegt('Sanne', 'agenda'), 'Uitkomst aanpassen', {
        'Wat voor uitkomst': soort,
      });
    await weer('Besluit');
    expect(await lijst()).not.toContain('De cijfers opvragen.');
    await weer('Afspraak');
    expect(await lijst()).toContain('De cijfers opvragen.');
    await stuk.world.close();
  });

  it('an afspraak is made, ticked off with one tap and back, by who does it; it is among their tasks', async () => {
    const stuk = await metProbleem();
    await begintOverleg(stuk);
    await opentEnVult(stuk.lid('Sanne'), await stuk.zegt('Sanne', 'agenda'), 'Afspraak toevoegen', {
      'Wat spreken we af?': 'Een schouw met bewoners.',
      'Wie doet het?': 'Bram',
      'Wanneer is het klaar?': '2027-02-10',
    });

    const taken = await zietTaken(stuk.world, 'Bram');
    expect(textOf(taken)).toContain('Een schouw met bewoners.\nAfspraak, voor wo 10 februari');
    const lijst = await stuk.lid('Lotte').drukt('Afspraken', {}, await stuk.zegt('Lotte', 'plan'));
    expect(titels(lijst)).not.toContain('Klaar');
    const bram = stuk.lid('Bram');
    const klaar = await bram.drukt(
      'Klaar',
      {},
      await bram.drukt('Afspraken', {}, await stuk.zegt('Bram', 'plan')),
    );
    expect(textOf(klaar)).toContain('Klaar. Mooi.');
    expect(textOf(await zietTaken(stuk.world, 'Bram'))).not.toContain('schouw');
    await bram.drukt('Toch niet klaar', {}, klaar);
    expect(textOf(await zietTaken(stuk.world, 'Bram'))).toContain('schouw');
    await stuk.world.close();
  });

  it('open afspraken of the overleg before stand under the first line of the next', async () => {
    const stuk = await metProbleem();
    await begintOverleg(stuk);
    await opentEnVult(stuk.lid('Sanne'), await stuk.zegt('Sanne', 'agenda'), 'Afspraak toevoegen', {
      'Wat spreken we af?': 'Een schouw met bewoners.',
      'Wie doet het?': 'Bram',
    });
    await sluitOverleg(stuk);
    for (let stap = 3; stap <= 4; stap++)
      await volgende(stuk.lid('Sanne'), {}, (text) => stuk.zegt('Sanne', text));
    expect(textOf(await stuk.zegt('Sanne', 'agenda'))).toContain('Agenda overleg 2');
    expect(await punten(stuk, 'Sanne')).toMatch(
      /Opening en mededelingen\n.*Een schouw met bewoners/,
    );
    await stuk.world.close();
  });
});

describe('an overleg that begins before the deadline', () => {
  it('says so at the start, and the card goes on saying until when one can enter; after it the card is no longer in it', async () => {
    const stuk = await metProbleem();
    const sanne = stuk.lid('Sanne');
    const form = await sanne.drukt('Start het overleg', {}, await stuk.zegt('Sanne', 'agenda'));
    expect(textOf(form)).toMatch(/Let op: stap 2 staat nog open tot do .*17\.00 uur/);
    expect(titels(form)).toContain('Stap 2 nu sluiten');
    await vult(sanne, form, {}, 'Start het overleg');

    const tijdens = textOf(await live(stuk.world, stuk.groep, 2));
    expect(tijdens).toContain('in overleg 1');
    expect(tijdens).toMatch(/Je kunt ook nog problemen doorgeven tot do .*17\.00 uur/);
    await sluitOverleg(stuk);
    const erna = textOf(await live(stuk.world, stuk.groep, 2));
    expect(erna).not.toContain('in overleg 1');
    expect(erna).toContain('Overleg 1 is geweest.');
    expect(erna).toMatch(/Je kunt ook nog problemen doorgeven tot do .*17\.00 uur/);
    await stuk.world.close();
  });
});

describe('what the group is asked in overleg 1', () => {
  it('shows each answer in the message that asks it, and at last that it is closed', async () => {
    const stuk = await metProbleem();
    const sanne = stuk.lid('Sanne');
    await opentEnVult(
      stuk.lid('Lotte'),
      await live(stuk.world, stuk.groep, 2),
      'Probleem doorgeven',
      {
        ...PROBLEEM,
        'Wat is het probleem?': 'Er worden fietsen gestolen.',
      },
    );
    await begintOverleg(stuk);
    const klaar = await opentEnVult(
      sanne,
      await stuk.zegt('Sanne', 'agenda'),
      'Stemming openen',
      {},
      'Open de stemming',
    );
    expect(titels(klaar)).toEqual(['Stemmen']);
    await stuk.world.rust();
    const vraag = stuk.groep.card('Stem mee.');
    expect(textOf(vraag)).toContain('Nog niemand heeft gestemd.');

    const bram = await stuk.lid('Bram').drukt('Stemmen', {}, vraag);
    expect(textOf(bram)).toContain('Vanaf 5 stemmers ziet iedereen wie wat koos.');
    const gestemd = await vult(
      stuk.lid('Bram'),
      bram,
      { 'Wat moet eerst?': ['Er worden'] },
      'Stem',
    );
    expect(titels(gestemd)).not.toContain('Terug naar het overleg');
    await stuk.world.rust();
    expect(textOf(stuk.groep.card('Stem mee.'))).toContain('1 van de 3 heeft gestemd.');

    await sanne.drukt('Sluit de stemming', {}, await stuk.zegt('Sanne', 'agenda'));
    await stuk.world.rust();
    expect(aantalMet(stuk.groep, 'Stem mee.')).toBe(0);
    // In what asked, and in what says that it closed.
    expect(aantalMet(stuk.groep, 'De stemming is gesloten.\n1 van de 3 heeft gestemd.')).toBe(2);

    await opentEnVult(
      sanne,
      await stuk.zegt('Sanne', 'agenda'),
      'Lijst vaststellen',
      {},
      'Vaststellen',
    );
    await stuk.world.rust();
    const lijst = () => textOf(stuk.groep.card('Dit pakken we eerst aan:'));
    expect(lijst()).toContain('Geen van de 3 aanwezigen is akkoord.');
    await stuk.lid('Lotte').drukt('Akkoord', {}, stuk.groep.card('Dit pakken we eerst aan:'));
    await stuk.world.rust();
    expect(lijst()).toContain('1 van de 3 aanwezigen is akkoord.');
    await stuk.world.close();
  });
});

describe('the notulist', () => {
  it('records outcomes, attendance, clusters and afspraken; closing and going on stay with the projectleider', async () => {
    const stuk = await metProbleem();
    const [bram, lotte] = ['Bram', 'Lotte'].map(stuk.lid);
    expect(await knoppen(stuk, 'Bram')).not.toContain('Uitkomst');
    await begintOverleg(stuk, { 'Wie schrijft mee?': 'Bram' });

    const mag = await knoppen(stuk, 'Bram');
    for (const may of ['Uitkomst', 'Aanwezigheid', 'Afspraak toevoegen', 'Problemen samenvoegen'])
      expect(mag).toContain(may);
    for (const not of ['Overleg afsluiten', 'Lijst vaststellen', 'Stemming openen'])
      expect(mag).not.toContain(not);
    const agenda = await stuk.zegt('Bram', 'agenda');
    const saved = await opentEnVult(bram!, agenda, 'Uitkomst', {
      'Wat is de uitkomst?': 'Welkom.',
    });
    expect(textOf(saved)).toContain('De uitkomst is opgeslagen.');
    // The projectleider's own buttons, pressed by the notulist.
    const leiders = await stuk.zegt('Sanne', 'agenda');
    expect(textOf(await bram!.drukt('Overleg afsluiten', {}, leiders))).toMatch(/Sanne/);
    expect(textOf(await stuk.zegt('Bram', 'volgende stap'))).toContain(
      'Dit kan alleen de projectleider: Sanne.',
    );

    expect(await knoppen(stuk, 'Lotte')).not.toContain('Uitkomst');
    const forged = await lotte!.drukt('Aanwezigheid', {}, { ...agenda, body: agenda['body'] });
    expect(textOf(forged)).toContain('Dit overzicht of formulier is voor Bram.');
    await sluitOverleg(stuk);
    expect(await knoppen(stuk, 'Bram')).not.toContain('Uitkomst aanpassen');
    await stuk.world.close();
  });

  it('cannot hand the notes on to another', async () => {
    const stuk = await metProbleem();
    await begintOverleg(stuk, { 'Wie schrijft mee?': 'Bram' });
    await opentEnVult(stuk.lid('Bram'), await stuk.zegt('Bram', 'agenda'), 'Aanwezigheid', {
      'Wie schrijft mee?': 'Lotte',
    });
    expect(await knoppen(stuk, 'Lotte')).not.toContain('Uitkomst');
    expect(await knoppen(stuk, 'Bram')).toContain('Uitkomst');
    await stuk.world.close();
  });
});

describe('the end of the overleg', () => {
  it('says how many lines have no outcome, and gives the group one summary with what was agreed [D12, D13]', async () => {
    const stuk = await metProbleem();
    const sanne = stuk.lid('Sanne');
    await begintOverleg(stuk, { 'Wie is er aanwezig?': ['Sanne', 'Bram'] });
    await opentEnVult(sanne, await stuk.zegt('Sanne', 'agenda'), 'Uitkomst', {
      'Wat is de uitkomst?': 'We beginnen met de scooters.',
      'Wat voor uitkomst': 'Besluit',
    });
    await opentEnVult(sanne, await stuk.zegt('Sanne', 'agenda'), 'Afspraak toevoegen', {
      'Wat spreken we af?': 'Een schouw met bewoners.',
      'Wie doet het?': 'Bram',
    });
    await opentEnVult(sanne, await punt(stuk, 'Sanne', 'Stap 3: tot wanneer'), 'Datum afspreken', {
      'Tot wanneer': '2027-02-11',
    });
    expect(textOf(await punt(stuk, 'Lotte', 'Stap 3: tot wanneer'))).toContain(
      'Afgesproken: Stap 3: invullen tot do 11 februari',
    );
    await opentEnVult(
      sanne,
      await punt(stuk, 'Sanne', 'Wanneer is het volgende overleg?'),
      'Overleg 2 plannen',
      {
        'Welke dag?': '2027-03-02',
        'Waar?': 'stadhuis',
      },
    );
    await stuk.world.rust();
    expect(textOf(stuk.groep.card('Overleg 2 is gepland.'))).toContain(
      'di 2 maart, 10.00 uur, stadhuis',
    );

    const form = await sluitOverleg(stuk);
    expect(textOf(form)).toContain('5 punten hebben nog geen uitkomst. Dat is niet erg.');
    expect(aantalMet(stuk.groep, 'Overleg 1 is klaar.')).toBe(1);
    const summary = textOf(stuk.groep.card('Overleg 1 is klaar.'));
    for (const line of [
      'Aanwezig: 2 deelnemers.',
      '• Opening en mededelingen – besluit: We beginnen met de scooters.',
      '• Stap 3: invullen tot do 11 februari',
      '• Bram: Een schouw met bewoners.',
    ])
      expect(summary).toContain(line);

    const stap3 = await stuk.zegt('Sanne', 'volgende stap');
    expect(textOf(stap3)).toContain(
      'Tot wanneer kan iedereen invullen? (afgesproken in overleg 1)',
    );
    expect(standing(stap3)).toMatchObject({ datum: '2027-02-11', tijd: '17:00' });
    await stuk.world.close();
  });

  it('tells what was decided with the buttons alone, in the summary, the decisions and the minutes [A5, Z8]', async () => {
    const stuk = await metProbleem();
    await plant(stuk);
    await begintOverleg(stuk);
    const lijst = await stuk
      .lid('Sanne')
      .drukt('Lijst vaststellen', {}, await stuk.zegt('Sanne', 'agenda'));
    await vult(stuk.lid('Sanne'), lijst, {}, 'Vaststellen');
    await sluitOverleg(stuk);

    const klaar = textOf(stuk.groep.card('Overleg 1 is klaar.'));
    expect(klaar).toContain('De prioriteitenlijst is vastgesteld.');
    expect(klaar).toContain('1. Op vrijdagavond rijden scooters over de stoep.');
    const project = projectVan(await live(stuk.world, stuk.groep, 2));
    const tab = lezer(stuk.world, 'Bram');
    const verslag = await tab.bestand(project, { soort: 'verslag', id: 'overleg1' });
    const regels = wordRegels(verslag).join('\n');
    expect(regels).not.toContain('Er zijn geen besluiten genomen.');
    expect(regels).toContain('De prioriteitenlijst is vastgesteld.');
    await stuk.world.close();
  });

  it('comes by going on when it was forgotten, with the same summary', async () => {
    const stuk = await metProbleem();
    await begintOverleg(stuk);
    await volgende(stuk.lid('Sanne'), {}, (text) => stuk.zegt('Sanne', text));
    await stuk.world.rust();
    expect(aantalMet(stuk.groep, 'Overleg 1 is klaar.')).toBe(1);
    expect(allesIn(stuk.groep)).toContain('Stap 2 is gesloten.\nJe kunt niets meer invullen.');
    await stuk.world.close();
  });

  it('of overleg 2 is not the opening of step 5: it goes on there, as the same overleg [A28]', async () => {
    const stuk = await metProbleem();
    const verder = async () => {
      await volgende(stuk.lid('Sanne'), {}, (text) => stuk.zegt('Sanne', text));
      await stuk.world.rust();
    };
    await verder();
    await verder();
    await begintOverleg(stuk, { 'Wie is er aanwezig?': ['Sanne', 'Lotte'] });
    await opentEnVult(stuk.lid('Sanne'), await stuk.zegt('Sanne', 'agenda'), 'Uitkomst', {
      'Wat is de uitkomst?': 'Welkom terug.',
    });
    await verder();

    const agenda = textOf(await stuk.zegt('Bram', 'agenda'));
    expect(agenda).toMatch(/Agenda overleg 2.*\nBezig\. Aanwezig: 2 deelnemers\./);
    expect(agenda).toContain('Uitkomst (ter informatie): Welkom terug.');
    expect(allesIn(stuk.groep)).not.toContain('Overleg 2 is klaar.');
    await verder();
    expect(aantalMet(stuk.groep, 'Overleg 2 is klaar.')).toBe(1);
    await stuk.world.close();
  });
});

describe('the agenda of overleg 2 and 3, shown to the group', () => {
  it('are in the words of the source, and lead to new deelnemers, achterban and the next date [G1, G7, G9, G11]', async () => {
    const stuk = await metProbleem();
    const sanne = stuk.lid('Sanne');
    for (let stap = 3; stap <= 4; stap++)
      await volgende(sanne, {}, (text) => stuk.zegt('Sanne', text));
    await sanne.drukt('Agenda aan de groep tonen', {}, await stuk.zegt('Sanne', 'agenda'));
    await stuk.world.rust();
    const agenda = textOf(stuk.groep.card('Mis je een punt?'));
    expect(agenda).toContain('VOORSTEL VOOR DE AGENDA VOOR HET PROJECTGROEPOVERLEG:');
    const gezien = await punten(stuk, 'Bram');
    for (const line of [
      'Zijn door de nieuwe maatregelen nieuwe deelnemers aan deze projectgroep nodig?',
      'Afspraken maken over betrekken van achterbannen en de eigen organisatie bij de doelstelling van deze lokale veiligheidsaanpak',
      'Rondvraag en afspreken nieuwe datum',
    ])
      expect(gezien).toContain(line);

    await begintOverleg(stuk);
    await opentEnVult(
      sanne,
      await punt(stuk, 'Sanne', 'Moet er iemand bij'),
      'Nieuwe deelnemer toevoegen',
      { 'Naam van een partner': 'Anke Smit', 'Soort organisatie': 'GGZ' },
      'Toevoegen',
    );
    await opentEnVult(
      sanne,
      await punt(stuk, 'Sanne', 'Hoe betrekken we'),
      'Afspraak met achterban',
      {
        'Wat spreken we af?': 'De wijkraad bijpraten.',
        'Wie doet het?': 'Lotte',
      },
    );
    await opentEnVult(sanne, await punt(stuk, 'Sanne', 'Rondvraag'), 'Overleg 3 plannen', {
      'Welke dag?': '2027-11-02',
      'Waar?': 'stadhuis',
    });
    await stuk.world.rust();

    expect(allesIn(stuk.groep)).toContain('Anke Smit doet mee.');
    const after = textOf(await punt(stuk, 'Sanne', 'Hoe betrekken we'));
    expect(after).toContain('De wijkraad bijpraten');
    expect(textOf(stuk.groep.card('Overleg 3 is gepland.'))).toContain(
      'di 2 november, 10.00 uur, stadhuis',
    );
    await stuk.world.close();
  });

  it('of overleg 2 asks at its line who does what, when, at what cost and with what capacity [G8]', async () => {
    const stuk = await metProbleem();
    const sanne = stuk.lid('Sanne');
    for (let stap = 3; stap <= 4; stap++)
      await volgende(sanne, {}, (text) => stuk.zegt('Sanne', text));
    await begintOverleg(stuk);
    const agenda = await punt(stuk, 'Sanne', 'Wie doet wat');
    expect(textOf(agenda)).toContain(
      'Vaststellen wie wat doet, wanneer, welke (mogelijke extra) kosten en welke capaciteit wordt ingezet',
    );
    const form = textOf(await sanne.drukt('Regel toevoegen', {}, agenda));
    for (const veld of [
      'Wat gaan we doen?',
      'Wie is de trekker?',
      'Wanneer begint het?',
      'Kosten',
      'Extra kosten',
    ])
      expect(form).toContain(veld);
    expect(titels(await sanne.drukt('Bekijk de matrix', {}, agenda))).toContain('Besluiten');
    await stuk.world.close();
  });

  it('ends with the new cycle, afspraken and rondvraag [K1, K11]', async () => {
    const stuk = await metProbleem();
    const sanne = stuk.lid('Sanne');
    for (let stap = 3; stap <= 6; stap++)
      await volgende(sanne, {}, (text) => stuk.zegt('Sanne', text));
    await sanne.drukt('Agenda aan de groep tonen', {}, await stuk.zegt('Sanne', 'agenda'));
    await stuk.world.rust();
    const agenda = textOf(stuk.groep.card('Mis je een punt?'));
    expect(agenda).toContain('VOORSTEL VOOR EEN AGENDA VAN HET PROJECTGROEPOVERLEG:');
    expect(agenda).toMatch(/\d+\. Is er een nieuwe ronde nodig\?\n\d+\. Afspraken en rondvraag/);
    expect(await punten(stuk, 'Bram')).toContain(
      'Is er een nieuwe cyclus voor dit probleem met de Lokale Veiligheidsplanner nodig?',
    );
    await stuk.world.close();
  });
});
