import type { Ctx } from '../contract/contract.ts';
import { formOf, tap, vorm } from '../contract/action.ts';
import { accept, isRefused, notNow, refuse } from '../contract/decision.ts';
import { isVan, leads } from '../feiten/deelnemers.ts';
import { kort, KORT, lang, link } from '../vormen/form.ts';
import { document, profielVan } from '../feiten/gegevens.ts';
import { begin, newId, one, say, withdraw, type Entry } from '../feiten/project.ts';
import { BESTAND_TOEVOEGEN } from '../vormen/naar-tab.ts';
import { gelukt, type Button, ontvangen } from '../vormen/screen.ts';
import { isVergeven, zonderEinde, type Upload } from '../feiten/upload.ts';
import { aaneen } from '../taal/aaneen.ts';
import { wegErmee } from './fotos.ts';

type Document = Entry<
  NonNullable<typeof document.shape>['facts'],
  NonNullable<typeof document.shape>['texts']
>;

/** The action that makes a document of a file that was sent before. */
export const UPLOADEN = 'document.uploaden';

const NAAR_LIJST: Button = { titel: 'Alle documenten', verb: 'documenten' };

const titel = (waarde?: string) =>
  kort({ label: 'Titel', nodig: 'Geef het document een titel.', waarde });

const toelichting = (found?: Document) =>
  lang({
    label: 'Waar gaat het over?',
    waarde: found?.texts.toelichting,
  });

const velden = (found?: Document) => ({
  titel: titel(found?.texts.titel),
  link: link({
    label: 'Link',
    uitleg: 'Kopieer de link uit Teams of SharePoint en plak hem hier.',
    nodig: 'Plak de link naar het document.',
    waarde: found?.texts.link,
  }),
  toelichting: toelichting(found),
});

/** The file itself stays as it is; its title and its explanation can change. */
const uploadVelden = (waarde: string, found?: Document) => ({
  titel: titel(waarde),
  toelichting: toelichting(found),
});

/** Adds a document. All deelnemers may do so, and all can read it (B8, B9). */
export const toevoegen = vorm({
  verb: 'document.toevoegen',
  right: 'deelnemer',
  when: 'open',
  form: () =>
    formOf('Document toevoegen', velden(), {
      uitleg: [
        'Plak een link naar het document. Alle deelnemers kunnen het lezen.',
        'Heb je een bestand of foto? Kies dat in de tab, met Bestand toevoegen.',
      ],
      knoppen: [BESTAND_TOEVOEGEN],
    }),
  decide: ({ project, actor }, texts) => {
    const id = newId(project, 'b');
    const facts = { van: actor.id, upload: null };
    return accept(id, [begin(document, id, facts, { ...texts, bestandsnaam: '' })]);
  },
  receipt: () =>
    ontvangen(
      ['Het document is opgeslagen.'],
      [{ titel: 'Nog een document', verb: 'document.toevoegen' }],
    ),
});

/** Adds a document with a file, which came by the tab or by one's own chat; a card takes none (B8, B9). */
export const uploaden = vorm({
  verb: UPLOADEN,
  right: 'deelnemer',
  when: 'open',
  form: ({ project, args, uploads: [upload] = [] }) =>
    formOf('Bestand toevoegen', uploadVelden(voorgesteldeTitel(upload)), {
      uitleg: [
        ...(upload?.uitChat
          ? [aaneen`Het komt bij de documenten van ${profielVan(project).texts.naam}.`]
          : []),
        'Alle deelnemers kunnen het lezen.',
      ],
      knoppen: upload?.uitChat ? [wegErmee(args)] : [],
    }),
  decide: ({ project, actor, uploads: [upload] = [], traject: { woorden } }, texts) => {
    if (!upload) return notNow(`Kies een bestand in de tab van dit ${woorden.project}.`);
    if (isVergeven(project, upload.sleutel)) return refuse('niet-gevonden');
    const id = newId(project, 'b');
    const { sleutel, soort, bytes, naam: bestandsnaam } = upload;
    const facts = { van: actor.id, upload: { sleutel, soort, bytes } };
    return accept(id, [begin(document, id, facts, { ...texts, link: '', bestandsnaam })]);
  },
  receipt: () => gelukt('Het bestand is opgeslagen.', [], [NAAR_LIJST]),
});

const voorgesteldeTitel = (upload: Upload | undefined) =>
  upload ? zonderEinde(upload.naam).slice(0, KORT).trim() : '';

export const wijzigen = vorm({
  verb: 'document.wijzigen',
  right: 'deelnemer',
  when: 'open',
  form: (ctx) => {
    const found = eigen(ctx);
    return isRefused(found)
      ? found
      : formOf('Document aanpassen', wijzigVelden(found), { rev: found.rev });
  },
  decide: (ctx, texts) => {
    const found = eigen(ctx);
    return isRefused(found) ? found : accept(found.id, [say(document, found, {}, texts)]);
  },
  receipt: () => gelukt('Het document is aangepast.', [], [NAAR_LIJST]),
});

const wijzigVelden = (found: Document) =>
  found.facts.upload ? uploadVelden(found.texts.titel, found) : velden(found);

export const intrekken = tap({
  verb: 'document.intrekken',
  right: 'deelnemer',
  when: 'open',
  decide: (ctx) => {
    const found = eigen(ctx);
    return isRefused(found) ? found : accept(found.id, [withdraw(document, found.id)]);
  },
  receipt: () => gelukt('Het document is ingetrokken.', [], [NAAR_LIJST]),
});

/** The document asked for, when it belongs to this person or this person leads. */
function eigen({ project, actor, args }: Ctx) {
  const found = one(project, document, args['id'] ?? '');
  if (!found) return refuse('niet-gevonden');
  return isVan(project, actor, found.facts.van) || leads(actor) ? found : refuse('alleen-eigen');
}
