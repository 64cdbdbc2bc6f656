import type { Answers } from '../../answer/answers.ts';
import { own } from '../../http/shape.ts';
import type { Woorden } from '../../process/contract/woorden.ts';
import { opBladen, type GebladerdeVraag } from '../../process/vormen/bladen.ts';
import { hintVan, KORT, LANG, type Fields } from '../../process/vormen/form.ts';
import type { Args, FormScreen } from '../../process/vormen/screen.ts';
import { nl, nlVan } from '../../text/nl.ts';
import { bewaarKnoppen } from '../../answer/bewaren.ts';
import { knop, lines, type Invoer } from './parts.ts';

interface Rond {
  verb: string;
  args: Args;
  voor: string;
  boven: string;
  woorden: Woorden;
}

/** A form as its template takes it. */
export function formData(
  screen: FormScreen,
  { verb, args, voor, boven, woorden }: Rond,
  answers: Answers,
) {
  const { vragen, mee, knoppen } = opBladen(screen.velden, answers.raw);
  const metAntwoorden = (sent: Readonly<Record<string, string>>): [typeof sent, Invoer] => [
    sent,
    'auto',
  ];
  return {
    melding: answers.melding ?? '',
    meldingStijl: answers.stijl ?? 'attention',
    voor: voor === '' ? '' : nl.formulierVoor(voor),
    titel: screen.titel,
    uitleg: lines(screen.uitleg),
    boven,
    velden: vragen.map((vraag) =>
      fieldData(vraag, {
        fout: own(answers.fouten, vraag.id) ?? '',
        isEenBlad: knoppen.length === 0,
      }),
    ),
    privacy: privacyZin(woorden, screen.velden),
    knoppen: [
      ...bewaarKnoppen(screen, answers).map(({ titel, op, extra, stijl, mee: of }) => ({
        ...knop({ titel, verb, args, op }, ...metAntwoorden({ ...mee, ...of })),
        extra,
        stijl,
      })),
      ...knoppen.map(({ titel, mee: of }) =>
        knop({ titel, verb, args, op: 'open' }, ...metAntwoorden(of)),
      ),
      ...(answers.knoppen ?? []).map((button) =>
        button.op === 'bewaar' ? knop(button, ...metAntwoorden(mee)) : knop(button),
      ),
      ...screen.knoppen.map((button) => knop(button)),
    ],
  };
}

/** The sentence that says who reads along, for forms with free text. */
function privacyZin(woorden: Woorden, fields: Fields): string {
  if (!Object.values(fields).some(({ soort, vrij }) => soort === 'lang' && vrij)) return '';
  const { privacy, privacyKeuze } = nlVan(woorden);
  return 'vertrouwelijk' in fields ? privacyKeuze : privacy;
}

/**
 * One question. Where a list has more pages the client must not ask for an answer, because it would keep people from
 * turning the page: there the hint says that it is needed.
 */
function fieldData(
  { id, veld: field, waarde }: GebladerdeVraag,
  { fout, isEenBlad }: { fout: string; isEenBlad: boolean },
) {
  const { soort, keuzes, bladeren, verplicht } = field;
  const eist = verplicht && isEenBlad;
  const hint = hintVan(field);
  return {
    id,
    soort: soort === 'getal' ? 'kort' : soort,
    label: field.label,
    waarde,
    max: soort === 'lang' || !field.vrij ? LANG : KORT,
    verplicht: eist,
    nodig: eist ? field.nodig : '',
    fout: fout === '' ? '' : nl.fout(fout),
    hint: verplicht && !eist ? [nl.verplicht, hint].join(' ').trim() : hint,
    stijl: soort === 'meer' || keuzes.length <= bladeren.open ? 'expanded' : 'compact',
    keuzes: keuzes.length === 0 ? [{ id: '', tekst: '' }] : keuzes.map((keuze) => ({ ...keuze })),
  };
}
