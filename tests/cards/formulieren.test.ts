import { describe, expect, it } from 'vitest';
import { bewaarKnoppen } from '../../src/answer/bewaren.ts';
import { bovenVragen } from '../../src/process/stappen/boven-vragen.ts';
import { opBladen, ZELFDE_FORMULIER } from '../../src/process/vormen/bladen.ts';
import { duurVan } from '../../src/process/vormen/duur.ts';
import {
  hintVan,
  kies,
  kort,
  lang,
  meer,
  vink,
  type Field,
} from '../../src/process/vormen/form.ts';
import type { FormScreen } from '../../src/process/vormen/screen.ts';
import { MOMENTEN } from '../../support/momenten.ts';
import { HALF, stadium, WIE, type Fase } from '../../support/stadia.ts';
import { eigen, elementen, isAction, isInput, knoppen, type Element } from './kaarten.ts';
import { loop, type Gezien } from './lopen.ts';

type Formulier = Gezien & { screen: FormScreen };

const GEZIEN: readonly Gezien[] = MOMENTEN.flatMap(([stap, fase]) =>
  [WIE.leider, WIE.lid].flatMap(
    (wie) => loop(stadium(HALF, stap, fase), wie, { perKnop: 1 }).gezien,
  ),
);

/** Every form that whoever leads and another deelnemer can reach, as it opens and as it comes back. */
const FORMULIEREN = GEZIEN.filter(
  (found): found is Formulier => found.screen?.kind === 'formulier',
);

/** What is wrong somewhere, each once, with the form it is about. */
const mis = (gebrek: (form: Formulier) => string[]): string[] => [
  ...new Set(
    FORMULIEREN.flatMap((form) =>
      gebrek(form).map((wat) => `${form.waar.split(' > ').at(-1)}: ${wat}`),
    ),
  ),
];

const velden = ({ screen }: Formulier): Field<unknown>[] => Object.values(screen.velden);
const vragen = ({ card }: Formulier): Element[] => elementen(card).filter(isInput);
const woorden = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

describe('every form of the planner', () => {
  it('offers each choice once, also the one that is chosen', () => {
    const dubbel = (alle: readonly string[]) => alle.filter((een, at) => alle.indexOf(een) !== at);

    expect(
      mis((form) => velden(form).flatMap(({ keuzes }) => dubbel(keuzes.map(({ id }) => id)))),
    ).toEqual([]);
  });

  it('is met, more than thirty of them', () => {
    expect(new Set(FORMULIEREN.map(({ screen }) => screen.titel)).size).toBeGreaterThan(30);
  });

  it('marks each question that needs an answer, in the client or in words, and says what is missing', () => {
    const gebreken = mis((form) => {
      const { vragen: shown, knoppen: bladeren } = opBladen(form.screen.velden);
      return shown.flatMap(({ id, veld }) => {
        const input = vragen(form).find((one) => one['id'] === id);
        const { verplicht, nodig } = veld;
        if (!verplicht) return input?.['isRequired'] ? [`${id} is marked for nothing`] : [];
        if (nodig === '') return [`${id} has no sentence`];
        if (bladeren.length > 0)
          return input?.['isRequired'] ? [`${id} keeps one from turning the page`] : [];
        return input?.['isRequired'] && input['errorMessage'] === nodig ? [] : [`${id} unmarked`];
      });
    });
    expect(gebreken).toEqual([]);
  });

  it('has labels that are one question or a short noun, without a hint in them', () => {
    const gebreken = mis((form) =>
      velden(form).flatMap(({ soort, label }) => {
        const kaal = eigen(label).trim();
        if (soort === 'vink') return [];
        // What people typed is a label of its own: a measure, a problem, a criterium.
        if (kaal.includes('·') || /^(?:«|\d+$)/.test(label)) return [];
        const isVraag = /\?( Wie niet\?)?$/.test(kaal) && !/[.!:;] /.test(kaal.replace(/: /, ' '));
        const isNaam = !/[.?!:]/.test(kaal) && woorden(kaal).length <= 6;
        return isVraag || isNaam ? [] : [label];
      }),
    );
    expect(gebreken).toEqual([]);
  });

  it('says yes or no with one tick and its whole sentence beside it', () => {
    const gebreken = mis((form) =>
      vragen(form)
        .filter(({ type }) => type === 'Input.Toggle')
        .flatMap(({ id, label, title }) => [
          ...(label === undefined ? [] : [`${String(id)} has a label`]),
          ...(woorden(String(title)).length >= 3 ? [] : [`${String(id)}: ${String(title)}`]),
        ]),
    );
    expect(gebreken).toEqual([]);
  });

  it('has hints that say something else than the question', () => {
    const gebreken = mis((form) =>
      velden(form).flatMap(({ label, uitleg, naam }) => {
        const eerst = new Set(woorden(label));
        const nieuw = woorden(hintVan({ uitleg, naam })).filter((word) => !eerst.has(word));
        return uitleg + naam !== '' && nieuw.length === 0 ? [`${label} ${uitleg}`] : [];
      }),
    );
    expect(gebreken).toEqual([]);
  });

  it('says above its first question about how long it takes', () => {
    const gebreken = mis((form) => {
      const duur = duurVan(form.screen.velden);
      const texts = elementen(form.card).flatMap(({ text }) =>
        typeof text === 'string' ? [text] : [],
      );
      const said = texts.filter(
        (text) => /minu(?:ut|ten)/.test(text) && text.includes(duur.slice(1)),
      );
      const isGezegd = said.length > 0;
      return isGezegd === (duur !== '') ? [] : [`${duur}: ${said.join()}`];
    });
    expect(gebreken).toEqual([]);
  });

  it('has buttons that need no answers and ask for none, and sends them with all that save', () => {
    const gebreken = mis(({ card, screen }) =>
      elementen(card)
        .filter(isAction)
        .flatMap((action) => {
          const [sent] = knoppen(action);
          const isAnders = screen.knoppen.some(({ verb }) => verb === sent?.verb);
          const zonder = action['associatedInputs'] === 'none';
          if (sent?.op === 'bewaar')
            return zonder ? [`${String(action['title'])} sends nothing`] : [];
          return isAnders && !zonder ? [`${String(action['title'])} asks for answers`] : [];
        }),
    );
    expect(gebreken).toEqual([]);
  });
});

it('shows a wrong answer in words of its own, not in the question', () => {
  const terug = FORMULIEREN.filter(({ waar }) => waar.endsWith('(leeg)'));
  const fouten = terug.flatMap(({ card }) =>
    elementen(card).filter(({ text }) => String(text).startsWith('Fout: ')),
  );

  expect(fouten.length).toBeGreaterThan(20);
  expect(fouten.every(({ color, weight }) => color === 'Attention' && weight === 'Bolder')).toBe(
    true,
  );
  expect(terug.flatMap(vragen).filter(({ label }) => String(label).includes('Fout'))).toEqual([]);
});

/** What people hand in, one after another. */
const INGELEVERD = [
  'probleem.doorgeven',
  'probleem.wijzigen',
  'doei.toevoegen',
  'doei.wijzigen',
  'stem',
  'akkoord.niet',
  'maatregel.doorgeven',
  'maatregel.wijzigen',
  'monitoring.afspreken',
  'capaciteit.opgeven',
  'voortgang.melden',
  'meting.invoeren',
  'verbeterpunt.toevoegen',
  'aanbeveling.toevoegen',
  'samenwerking.geven',
  'document.toevoegen',
];

it.each(INGELEVERD)('is received as small as can be: one line, one button (%s)', (verb) => {
  const bonnen = GEZIEN.filter(({ waar }) => waar.endsWith(`${verb} (vol)`)).flatMap(({ screen }) =>
    screen?.kind === 'bericht' && screen.soort === 'gelukt' ? [screen] : [],
  );

  expect(bonnen.length).toBeGreaterThan(0);
  for (const { titel, regels, knoppen: wegen } of bonnen) {
    expect(regels).toEqual([]);
    expect(wegen.length).toBeLessThanOrEqual(1);
    expect(eigen(titel).length).toBeLessThan(140);
  }
});

describe('how long a form takes', () => {
  const vraag = { label: 'Wat?' };
  const keuzes = Array.from({ length: 30 }, (_, at) => ({ id: `k${at}`, tekst: `Keuze ${at}` }));

  it.each([
    ['nothing', {}, ''],
    ['a tick', { a: vink(vraag) }, 'minder dan 1 minuut'],
    ['a text and a line', { a: lang(vraag), b: kort(vraag) }, 'minder dan 1 minuut'],
    ['a long list', { a: lang(vraag), b: meer(vraag, keuzes) }, 'ongeveer 2 minuten'],
    ['two texts', { a: lang(vraag), b: lang(vraag) }, 'ongeveer 2 minuten'],
    ['nothing to choose from', { a: kies({ ...vraag, nodig: 'Kies.' }, []) }, ''],
  ])('is told for %s', (_wat, fields, duur) => {
    expect(duurVan(fields)).toBe(duur);
  });
});

describe('until when one can answer', () => {
  const boven = (stap: number, fase: Fase, verb: string, wie: string = WIE.lid) =>
    bovenVragen(stadium(HALF, stap, fase).ctx(wie), verb, { a: kort({ label: 'Wat?' }) });

  it.each([
    [2, 'probleem.doorgeven'],
    [3, 'maatregel.doorgeven'],
    [6, 'voortgang.melden'],
  ] as const)('stands above a form that step %i asks for (%s)', (stap, verb) => {
    expect(boven(stap, 'open', verb)).toMatch(
      /^Tot \w\w \d+ \w+, 17\.00 uur · minder dan 1 minuut$/,
    );
  });

  it.each([
    [2, 'gesloten', 'probleem.doorgeven', 'the step is closed, for who leads too'],
    [3, 'open', 'probleem.doorgeven', 'the group is in a later step'],
    [2, 'open', 'doei.toevoegen', 'one can go on after the lock'],
    [2, 'open', 'project.wijzigen', 'no step asks for it'],
  ] as const)('is left out in step %i (%s) of %s: %s', (stap, fase, verb, waarom) => {
    expect(waarom).not.toBe('');
    expect(boven(stap, fase, verb, WIE.leider)).toBe('Minder dan 1 minuut');
  });
});

describe('after a question', () => {
  const screen = { opslaan: 'Opslaan', nogEen: 'Opslaan en nog een' } as FormScreen;

  it('the safe way comes first, and only the other one saves', () => {
    const knoppen_ = bewaarKnoppen(screen, { toch: 'Tekst aanpassen' });

    expect(knoppen_.map(({ titel, op, stijl }) => [titel, op, stijl])).toEqual([
      ['Tekst aanpassen', 'open', 'positive'],
      ['Toch opslaan', 'bewaar', 'default'],
    ]);
    expect(knoppen_[0]?.mee).toEqual(ZELFDE_FORMULIER);
  });

  it('there is none where nothing can be saved', () => {
    expect(bewaarKnoppen(screen, { gesloten: true })).toEqual([]);
    expect(bewaarKnoppen(screen, {}).map(({ titel }) => titel)).toEqual([
      'Opslaan',
      'Opslaan en nog een',
    ]);
  });
});
