import type { Ctx, View } from '../contract/contract.ts';
import { formOf, vorm } from '../contract/action.ts';
import { accept, isRefused, refuse, type Refused } from '../contract/decision.ts';
import { fotosOoitBij } from '../feiten/foto.ts';
import { profielVan } from '../feiten/gegevens.ts';
import { all, begin, GEWIST, gewist, newId, type Entry, type Project } from '../feiten/project.ts';
import { gelukt, item, lijst } from '../vormen/screen.ts';

/** The most events blanked in one transaction. An entry that was changed more often is erased by pressing again. */
const MAX_EVENTS = 60;

interface Gevonden {
  kind: string;
  entry: Entry;
}

/** Every entry with text in its log, the newest first, also what was withdrawn or emptied: that erases nothing. */
function metTekst(project: Project): Gevonden[] {
  const done = gewiste(project);
  return [...project.entries.entries()]
    .flatMap(([kind, ofKind]) => [...ofKind.values()].map((entry) => ({ kind, entry })))
    .filter(({ entry }) => entry.revs.some((n) => !done.has(n)))
    .sort((a, b) => b.entry.rev - a.entry.rev);
}

const teksten = ({ texts }: Entry) =>
  Object.values(texts).filter((text) => text !== '' && text !== GEWIST);

/** Why it stands here, of what one reads nowhere else. */
function bewaard(entry: Entry): string[] {
  if (entry.gone) return ['Al ingetrokken, maar nog bewaard'];
  return teksten(entry).length > 0 ? [] : ['Staat er niet meer, maar is nog bewaard'];
}

/** Where whoever leads finds the text to erase. */
export const overzicht: View = {
  verb: 'wissen',
  right: 'projectleider',
  needsVerstuurd: false,
  show: ({ project, args }) => {
    const { vorige } = profielVan(project).facts;
    return lijst(
      'Tekst wissen',
      [
        {
          kop: '',
          items: metTekst(project).map(({ kind, entry }) =>
            item(teksten(entry).join('\n') || 'Eerdere tekst', bewaard(entry), [
              {
                titel: 'Wissen',
                verb: 'tekst.wissen',
                args: { soort: kind, id: entry.id },
                stijl: 'destructive',
              },
            ]),
          ),
        },
      ],
      {
        pagina: args['pagina'],
        uitleg: ['Staat er iets over een persoon? Wis het hier voorgoed.'],
        // A text that a new round took over still stands in the round before too.
        knoppen:
          vorige === ''
            ? []
            : [{ titel: 'Zoek in de vorige ronde', verb: 'wissen', args: { project: vorige } }],
      },
    );
  },
};

/** Erases all that was ever typed in one entry, and its photos, for good: the text leaves the log itself. */
export const wissen = vorm({
  verb: 'tekst.wissen',
  right: 'projectleider',
  when: 'altijd',
  form: (ctx) => {
    const found = asked(ctx);
    if (isRefused(found)) return found;
    return formOf(
      'Deze tekst voorgoed wissen?',
      {},
      {
        uitleg: [...teksten(found), 'Dit kan niet ongedaan worden gemaakt.'],
        opslaan: 'Voorgoed wissen',
        rev: found.rev,
      },
    );
  },
  decide: (ctx) => {
    const found = asked(ctx);
    if (isRefused(found)) return found;
    const fotos = fotosOoitBij(ctx.project, ctx.args['soort'] ?? '', found.id);
    const velden = [found, ...fotos].flatMap(({ texts }) => Object.keys(texts));
    // The photos first and then the newest texts, so that what people still see goes at once, also when it takes several
    // presses.
    const events = [found, ...fotos]
      .flatMap((een) => nogTeWissen(ctx.project, een))
      .slice(-MAX_EVENTS);
    const facts = { events, velden: [...new Set(velden)] };
    const erasing = begin(gewist, newId(ctx.project, 'g'), facts, {});
    return accept(found.id, [erasing], { soort: 'hertekenen', facts: {} });
  },
  receipt: ({ project }, about) => {
    const meer = [...project.entries.entries()].flatMap(([soort, ofKind]) => {
      const found = ofKind.get(about);
      return found && nogTeWissen(project, found).length > 0 ? [{ soort, id: about }] : [];
    });
    return gelukt(
      meer.length > 0 ? 'Een deel is gewist. Er zijn nog oudere versies.' : 'De tekst is gewist.',
      ['Kopieën die iemand zelf maakte, kan ik niet wissen.'],
      [
        ...meer.map((args) => ({ titel: 'Oudere versies ook wissen', verb: 'tekst.wissen', args })),
        { titel: 'Nog een tekst wissen', verb: 'wissen' },
      ],
    );
  },
});

/** The events that still hold text of this entry. */
function nogTeWissen(project: Project, { revs }: Pick<Entry, 'revs'>): number[] {
  const done = gewiste(project);
  return revs.filter((n) => !done.has(n));
}

const gewiste = (project: Project): ReadonlySet<number> =>
  new Set(all(project, gewist).flatMap(({ facts }) => facts.events));

function asked({ project, args }: Ctx): Entry | Refused {
  const found = project.entries.get(args['soort'] ?? '')?.get(args['id'] ?? '');
  return found && nogTeWissen(project, found).length > 0 ? found : refuse('niet-gevonden');
}
