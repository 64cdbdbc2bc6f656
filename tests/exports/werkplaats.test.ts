import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onthoudend } from '../../src/exports/onthouden.ts';
import { Werkplaats } from '../../src/exports/werkplaats.ts';
import { GeenBestand, type Klus } from '../../src/process/stukken/klus.ts';
import { agendaVan } from '../../src/process/stukken/agenda.ts';
import { lezingVan, stukMet } from './hulp.ts';
import { gelezen } from './hulp.ts';

const word: Klus = { soort: 'word', naam: ['Plan', '../x'], stuk: stukMet('Overlast') };
const excel: Klus = { soort: 'excel', naam: ['Tabellen'], stuk: stukMet('Overlast') };

describe('the workplace', () => {
  it('makes each kind of file in a thread of its own, with a safe name and its type', async () => {
    const plaats = new Werkplaats();
    const agenda: Klus = { soort: 'agenda', naam: ['Agenda'], agenda: agendaVan(lezingVan()) };

    const [een, twee, drie] = await Promise.all(
      [word, excel, agenda].map((klus) => plaats.maak(klus)),
    );
    await plaats.sluit();

    expect([een?.naam, twee?.naam, drie?.naam]).toEqual([
      'Plan-x.docx',
      'Tabellen.xlsx',
      'Agenda.ics',
    ]);
    expect(een?.type).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(drie?.type).toBe('text/calendar; charset=utf-8');
    expect(gelezen(een!.bytes).has('word/document.xml')).toBe(true);
    expect(gelezen(twee!.bytes).has('xl/workbook.xml')).toBe(true);
    expect(new TextDecoder().decode(drie!.bytes)).toMatch(/^BEGIN:VCALENDAR/);
  });
});

describe('a workplace whose thread goes wrong', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'werker-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A thread that does what the name of the job says. */
  function werker(): URL {
    const file = join(folder, 'werker.mjs');
    writeFileSync(
      file,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ naam: [wat] }) => {
         if (wat === 'sterft') process.exit(1);
         if (wat === 'hangt') for (;;);
         if (wat === 'vol') { const all = []; for (;;) all.push(new Array(1e5).fill('x')); }
         if (wat === 'faalt') return parentPort.postMessage({ fout: 'kapot', reden: 'mislukt' });
         parentPort.postMessage({ bestand: { naam: wat, type: '', bytes: new Uint8Array() } });
       });`,
    );
    return pathToFileURL(file);
  }
  const klus = (wat: string): Klus => ({ ...word, naam: [wat] });
  const reden = (work: Promise<unknown>) =>
    work.then(
      () => 'gelukt',
      (error: unknown) => (error instanceof GeenBestand ? error.reden : String(error)),
    );

  it('loses only the file at hand: it says so, and makes the next one', async () => {
    const plaats = new Werkplaats({ werker: werker() });

    const wat = ['faalt', 'een', 'sterft', 'twee', 'hangt', 'drie'];
    const all = wat.map((one) => reden(plaats.maak(klus(one))));
    await expect.poll(() => plaats.bezig?.klus.naam).toEqual(['hangt']);
    plaats.afbreken('te-lang', 'the test has seen enough');
    const found = await Promise.all(all);
    await plaats.sluit();

    expect(found).toEqual([
      ...['mislukt', 'gelukt', 'mislukt', 'gelukt'],
      ...['te-lang', 'gelukt'],
    ]);
  });

  it('never gives somebody the file of another, also when that one comes just too late', async () => {
    const plaats = new Werkplaats({ werker: werker() });
    const { limietMs } = plaats.options;
    await plaats.maak(klus('warm'));
    // Out of the turn in which the thread was heard: what it says next comes after the timers.
    await new Promise((resolve) => setImmediate(resolve));

    // Only for the file that is made at once; the next one has the usual time.
    plaats.options.limietMs = 1;
    const found = ['van Sanne', 'van Fatima'].map((wat) =>
      plaats.maak(klus(wat)).then(
        ({ naam }) => naam,
        (error: unknown) => (error as GeenBestand).reden,
      ),
    );
    plaats.options.limietMs = limietMs;
    // The program is busy with something else, so that the time of the file is over whenever the file is there.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);

    expect(await Promise.all(found)).toEqual(['te-lang', 'van Fatima']);
    await plaats.sluit();
  });

  it('ends the thread that takes too much memory, and not the program', async () => {
    const plaats = new Werkplaats({ werker: werker() });

    const found = await Promise.all(['vol', 'een'].map((one) => reden(plaats.maak(klus(one)))));
    await plaats.sluit();

    expect(found).toEqual(['mislukt', 'gelukt']);
  });

  it('lets nobody wait without an end', async () => {
    const plaats = new Werkplaats({ werker: werker(), maxWacht: 2 });

    const all = ['hangt', 'een', 'twee', 'drie'].map((one) => reden(plaats.maak(klus(one))));

    expect(await all[3]).toBe('druk');
    await plaats.sluit();
    expect(await Promise.all(all.slice(0, 3))).toEqual(['druk', 'druk', 'druk']);
  });

  it('keeps a place for others, however much one person asks for', async () => {
    const plaats = new Werkplaats({ werker: werker(), perPersoon: 2 });

    const sanne = ['hangt', 'een', 'twee'].map((wat) => reden(plaats.maak(klus(wat), 'sanne')));
    const fatima = reden(plaats.maak(klus('drie'), 'fatima'));

    expect(await sanne[2]).toBe('druk');
    plaats.afbreken('te-lang', 'the test has seen enough');
    expect(await Promise.all([...sanne.slice(0, 2), fatima])).toEqual([
      ...['te-lang', 'gelukt', 'gelukt'],
    ]);
    // What was made takes no place any more.
    expect(await reden(plaats.maak(klus('vier'), 'sanne'))).toBe('gelukt');
    await plaats.sluit();
  });

  it('draws a page that is the same only once, as long as it is kept', async () => {
    const plaats = new Werkplaats({ werker: werker() });
    const made: string[] = [];
    const maak = onthoudend((one) => {
      made.push(one.naam.join());
      return plaats.maak(one);
    }, 2);
    const leeg = { titel: '', onder: '', stappen: [], stand: '', blokken: [], voet: '' };
    const pagina = (wat: string, titel = ''): Klus => ({
      ...{ soort: 'poster', als: 'svg', naam: [wat], poster: { ...leeg, titel } },
    });

    const both = await Promise.all([maak(pagina('een')), maak(pagina('een'))]);
    expect(both.map(({ naam }) => naam)).toEqual(['een', 'een']);
    await maak(pagina('een', 'Anders'));
    await maak(pagina('een'));
    expect(made).toEqual(['een', 'een']);

    await maak(pagina('twee'));
    await maak(pagina('een'));
    await maak(pagina('een', 'Anders'));
    expect(made).toEqual(['een', 'een', 'twee', 'een']);

    // What went wrong is not kept, and of other files each is made anew.
    expect(await reden(maak(pagina('faalt')))).toBe('mislukt');
    expect(await reden(maak(pagina('faalt')))).toBe('mislukt');
    await maak(klus('vijf'));
    await maak(klus('vijf'));
    expect(made.slice(4)).toEqual(['faalt', 'faalt', 'vijf', 'vijf']);
    await plaats.sluit();
  });

  it('ends when it is quiet, and begins anew when it is asked again', async () => {
    const plaats = new Werkplaats({ werker: werker(), stilMs: 1 });
    await plaats.maak(klus('een'));
    const first = plaats.thread;

    await new Promise((resolve) => first?.once('exit', resolve));

    expect(plaats.thread).toBeUndefined();
    expect((await plaats.maak(klus('twee'))).naam).toBe('twee');
    await plaats.sluit();
  });
});
