import type { Ctx, View } from '../contract/contract.ts';
import { formOf, vorm } from '../contract/action.ts';
import { accept, isRefused, refuse, type Refused } from '../contract/decision.ts';
import { profielVan } from '../feiten/gegevens.ts';
import { all, GEWIST, gewist, newId, say, type Entry, type Project } from '../feiten/project.ts';
import { gelukt, item, lijst } from '../vormen/screen.ts';

/** The most events blanked in one transaction. An entry that was changed more often is erased by pressing again. */
const MAX_EVENTS = 60;

interface Gevonden {
  kind: string;
  entry: Entry;
}

/** Every entry with text in it, newest first, withdrawn ones included: withdrawing erases nothing. */
const metTekst = (project: Project): Gevonden[] =>
  [...project.entries.entries()]
    .flatMap(([kind, ofKind]) => [...ofKind.values()].map((entry) => ({ kind, entry })))
    .filter(({ entry }) => teksten(entry).length > 0)
    .sort((a, b) => b.entry.rev - a.entry.rev);

const teksten = ({ texts }: Entry) =>
  Object.values(texts).filter((text) => text !== '' && text !== GEWIST);

/** Where the projectleider finds the text to erase. */
export const overzicht: View = {
  verb: 'wissen',
  right: 'projectleider',
  show: ({ project, args }) => {
    const { vorige } = profielVan(project).facts;
    return lijst(
      'Tekst wissen',
      [
        {
          kop: '',
          items: metTekst(project).map(({ kind, entry }) =>
            item(
              teksten(entry).join('\n'),
              entry.gone ? ['Al ingetrokken, maar nog bewaard'] : [],
              [
                {
                  titel: 'Wissen',
                  verb: 'tekst.wissen',
                  args: { soort: kind, id: entry.id },
                  stijl: 'destructive',
                },
              ],
            ),
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

/** Erases all that was ever typed in one entry, for good: the text leaves the log itself. */
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
    const velden = Object.keys(found.texts);
    // Newest first, so that what people still read goes at once, also when erasing takes several presses.
    const events = nogTeWissen(ctx.project, found).slice(-MAX_EVENTS);
    const erasing = say(gewist, newId(ctx.project, 'g'), { events, velden }, {});
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
        ...meer.map((args) => ({ titel: 'Ook de rest wissen', verb: 'tekst.wissen', args })),
        { titel: 'Nog iets wissen', verb: 'wissen' },
      ],
    );
  },
});

/** The events that still hold text of this entry. */
function nogTeWissen(project: Project, { revs }: Entry): number[] {
  const done = new Set(all(project, gewist).flatMap(({ facts }) => facts.events));
  return revs.filter((n) => !done.has(n));
}

function asked({ project, args }: Ctx): Entry | Refused {
  const found = project.entries.get(args['soort'] ?? '')?.get(args['id'] ?? '');
  return found && nogTeWissen(project, found).length > 0 ? found : refuse('niet-gevonden');
}
