import type { Project } from '../../../process/feiten/project.ts';
import { EENHEDEN } from '../../../process/taal/getallen.ts';
import { aantal } from '../../../process/taal/woorden.ts';
import { getal, meer, type Field, type Fields } from '../../../process/vormen/form.ts';
import { PER_BLAD } from '../../../process/vormen/grenzen.ts';
import type { Stemming } from '../regels/overleg1.ts';
import type { Organisatie } from './organisaties.ts';
import { puntenUit, stembaar, stemVelden, veldId } from './stembiljet.ts';
import { isGeheim, isKlein } from './zicht.ts';
import { isVoorIedereen } from '../../../process/feiten/vertrouwelijk.ts';

type Punten = Readonly<Record<string, number>>;

const WIE = 'wie';

/** One person chooses as on the ballot; of several people one counts the hands or stickers at each onderwerp. */
const isAlleen = ({ mensen }: Organisatie) => mensen.length === 1;

/** Whose hands these are, and what they chose, with what was entered before. */
export function handenVelden(project: Project, nu: Stemming, van: Organisatie): Fields {
  const punten = eerder(project, nu, van);
  return {
    [WIE]: wieVeld(van),
    ...(isAlleen(van)
      ? stemVelden(project, nu, punten)
      : perOnderwerp(project, nu, { van, punten })),
  };
}

/** What was entered before: of a secret vote nobody reads that again, and of few voters not the others in a conversation. */
const eerder = (project: Project, nu: Stemming, { handen }: Organisatie): Punten =>
  isGeheim(nu) || (isKlein(project) && isVoorIedereen(project)) ? {} : (handen?.facts.punten ?? {});

const wieVeld = ({ kan, handen }: Organisatie) =>
  meer(
    {
      label: 'Van wie zijn deze handen?',
      uitleg: 'Stak niemand een hand op? Maak dit dan leeg.',
      per: PER_BLAD.stemmers,
      wat: 'mensen',
      waarde: kan.map(({ id }) => id).filter((id) => !handen || handen.facts.voor.includes(id)),
    },
    kan.map(({ id, naam }) => ({ id, tekst: naam })),
  );

function perOnderwerp(
  project: Project,
  nu: Stemming,
  { van: { mensen }, punten }: { van: Organisatie; punten: Punten },
): Fields {
  return Object.fromEntries(
    stembaar(project, nu).map(({ id, tekst }): [string, Field<unknown>] => [
      veldId(id),
      getal({
        label: tekst,
        max: mensen.length * (nu.facts.vorm === 'punten' ? nu.facts.max : 1),
        eenheden: EENHEDEN.punten,
        voorbeeld: '2',
        waarde: punten[id] ? String(punten[id]) : '',
      }),
    ]),
  );
}

/** Deelnemer ids of the people whose hands these are. */
export function wieUit(values: Readonly<Record<string, unknown>>): string[] {
  const wie = values[WIE];
  return Array.isArray(wie) ? wie.filter((id) => typeof id === 'string') : [];
}

export const handenUit = puntenUit;

/** Nobody gives more than one person may: not at one onderwerp, and not in all. */
export function handenFouten(
  project: Project,
  nu: Stemming,
  { van, voor, punten }: { van: Organisatie; voor: readonly string[]; punten: Punten },
): Record<string, string> {
  const { facts } = nu;
  const [first] = stembaar(project, nu);
  const veld = (id: string) => (isAlleen(van) && facts.vorm === 'kiezen' ? 'keuzes' : veldId(id));
  const sum = Object.values(punten).reduce((total, n) => total + n, 0);
  const samen = voor.length * facts.max;
  if (sum === 0) return { [veld(first?.id ?? '')]: 'Vul minstens een keuze in.' };
  const teVeel =
    facts.vorm === 'punten'
      ? []
      : Object.keys(punten).filter((id) => (punten[id] ?? 0) > voor.length);
  const mensen = aantal(voor.length, 'persoon', 'mensen');
  if (teVeel.length > 0)
    return Object.fromEntries(
      teVeel.map((id) => [veld(id), `Dit zijn de handen van ${mensen}. Meer kan niet.`]),
    );
  if (sum <= samen) return {};
  const wat = facts.vorm === 'punten' ? ['punt', 'punten'] : ['stem', 'stemmen'];
  return {
    [veld(first?.id ?? '')]:
      `Samen zijn dit er ${sum}. ${mensen} ${voor.length === 1 ? 'heeft' : 'hebben'} er ${aantal(samen, wat[0] ?? '', wat[1] ?? '')}.`,
  };
}
