import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, vorm } from '../../../process/contract/action.ts';
import { accept, notNow, refuse, refuseFields } from '../../../process/contract/decision.ts';
import { type Deelnemer, voluitVan } from '../../../process/feiten/deelnemers.ts';
import { kies, kort, lang, vink } from '../../../process/vormen/form.ts';
import { PER_BLAD } from '../../../process/vormen/grenzen.ts';
import { hertekenen, naOpslaan, naVink, eerst } from '../../../process/stappen/lezers.ts';
import { eigenaar, metNamens } from '../../../process/contract/namens.ts';
import { type Project, all, begin, newId, one, oneEver } from '../../../process/feiten/project.ts';
import { isBesloten, magLezen } from '../../../process/feiten/vertrouwelijk.ts';
import { changeIfNew } from '../../../process/feiten/say-if-new.ts';
import { ontvangen } from '../../../process/vormen/screen.ts';
import { intrekkenEnTerug } from '../../../process/contract/intrekken.ts';
import {
  cluster,
  doei,
  naamVanOnderwerp,
  onderwerpen,
  probleem,
  type EntryOf,
  type Onderwerp,
} from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { vertrouwelijkVeld } from '../../plan/lezers.ts';
import { STAP, isEigen, isInbrengLeesbaar } from '../regels/eigen.ts';
import { ALLES } from '../regels/knoppen.ts';
import { namensRegel, type Probleem } from './problemen.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';
import { DOORGEVEN } from '../../plan/knoppen.ts';

export type Doei = EntryOf<typeof doei>;

/** Data, Onderzoek, Ervaringen en Inzichten (D6 to D8). */
export const SOORTEN = [
  { id: 'data', tekst: 'Data: cijfers en gegevens' },
  { id: 'onderzoek', tekst: 'Onderzoek' },
  { id: 'ervaring', tekst: 'Ervaringen en inzichten' },
] as const;

/** `Data`, without what it is. */
export const soortNaam = (soort: string): string =>
  SOORTEN.find(({ id }) => id === soort)?.tekst.replace(/:.*/, '') ?? soort;

/** What is known about an onderwerp: on it, on its problems, and on clusters that were undone in which they were. */
export function doeiBij(project: Project, { id, problemen }: Onderwerp): Doei[] {
  const ids = new Set([id, ...problemen.map((found) => found.id)]);
  const isAbout = (over: string) => {
    if (ids.has(over)) return true;
    const undone = oneEver(project, cluster, over);
    return undone?.gone === true && undone.facts.problemen.some((of) => ids.has(of));
  };
  return all(project, doei).filter(({ facts }) => isAbout(facts.over));
}

/** True when this person may read it: neither the item nor its problem is hidden from them. */
export const isDoeiLeesbaar = (project: Project, lid: Deelnemer, { id }: Doei) =>
  magLezen(project, lid, doei.name, id);

/** The problems of an onderwerp with figures that were typed with them, as far as this person may read those. */
export const cijfersBij = (lid: Deelnemer, project: Project, problemen: readonly Probleem[]) =>
  problemen.filter((found) => found.texts.cijfers !== '' && isInbrengLeesbaar(project, lid, found));

/** All that this person may read about an onderwerp: figures that came with a problem count as data. */
export const bekend = (project: Project, lid: Deelnemer, found: Onderwerp, max = 300): string[] => [
  ...cijfersBij(lid, project, found.problemen).map(
    ({ facts, texts }) =>
      aaneen`${kortweg(texts.cijfers, max)}. Bron: ${voluitVan(project, facts.van)}`,
  ),
  ...doeiBij(project, found)
    .filter((stuk) => isDoeiLeesbaar(project, lid, stuk))
    .map((stuk) => doeiZin(project, stuk, max)),
];

/** True when everybody in the conversation may see it, as on cards, agenda and plan. */
export const isDoeiOpenbaar = (project: Project, { id }: Doei) =>
  !isBesloten(project, doei.name, id);

/** `Meldingen stegen met 20 procent. Bron: politie`; of an oral item only who tells it (rule 10). */
export function doeiZin(project: Project, { facts, texts }: Doei, max = 300): string {
  const wie = voluitVan(project, facts.van);
  if (facts.mondeling) return `${wie} vertelt dit in het overleg.`;
  return aaneen`${kortweg(texts.tekst, max)}. Bron: ${texts.bron === '' ? wie : texts.bron}`;
}

const velden = (nu?: Doei) => ({
  soort: kies(
    {
      label: 'Wat wil je delen?',
      nodig: 'Kies data, onderzoek of ervaringen.',
      waarde: nu?.facts.soort,
    },
    SOORTEN,
  ),
  tekst: lang({
    label: 'Wat weet je?',
    uitleg: 'Mag leeg blijven als je het in het overleg vertelt.',
    waarde: nu?.texts.tekst,
  }),
  bron: kort({
    label: 'Waar komt dit vandaan?',
    uitleg: 'Bijvoorbeeld: politiecijfers 2026.',
    waarde: nu?.texts.bron,
  }),
  mondeling: vink({
    label: 'Ik vertel dit liever in het overleg',
    uitleg: 'De groep ziet dan alleen dat jij hier iets over vertelt.',
    aan: nu?.facts.mondeling ?? false,
  }),
  vertrouwelijk: vertrouwelijkVeld(nu?.facts.vertrouwelijk),
});

interface Antwoord {
  soort: Doei['facts']['soort'];
  tekst: string;
  bron: string;
  mondeling: boolean;
}

/** Either it is told and nothing is stored of it, or its text is given. Figures and research name their source. */
function missesInDoei({ soort, tekst, bron, mondeling }: Antwoord): Record<string, string> {
  if (mondeling)
    return tekst === ''
      ? {}
      : { tekst: 'Je vertelt dit in het overleg. Haal de tekst weg, of het vinkje.' };
  return {
    ...(tekst === '' ? { tekst: 'Schrijf op wat je weet. Of kies dat je het vertelt.' } : {}),
    ...(bron === '' && soort !== 'ervaring' ? { bron: 'Schrijf op waar dit vandaan komt.' } : {}),
  };
}

/** Possible from step 2 on, also after the lock: in overleg 1 people add what they know (rule 10). */
const toevoegen = vorm({
  verb: 'doei.toevoegen',
  right: 'deelnemer',
  when: { vanaf: STAP },
  form: (ctx) => {
    const alles = teKiezen(ctx);
    if (alles.length === 0)
      return notNow('Er zijn nog geen problemen. Geef er eerst een door.', [DOORGEVEN]);
    const over = kies(
      {
        label: 'Over welk probleem?',
        nodig: 'Kies een probleem.',
        per: PER_BLAD.problemen,
        wat: 'problemen',
        waarde: alles.length === 1 ? alles[0]?.id : undefined,
      },
      alles,
    );
    return formOf(
      'Data, onderzoek of ervaring',
      { over, ...velden() },
      {
        uitleg: [...namensRegel(ctx)],
        nogEen: 'Opslaan en nog een',
      },
    );
  },
  decide: (ctx, values) => {
    const misses = missesInDoei(values);
    if (Object.keys(misses).length > 0) return refuseFields(misses);
    const { over, soort, tekst, bron, mondeling, vertrouwelijk } = values;
    const id = newId(ctx.project, 'i');
    const lezers = naVink(vertrouwelijk, undefined);
    const facts = { over, soort, mondeling, ...lezers, van: eigenaar(ctx).id };
    return accept(id, [begin(doei, id, facts, { tekst, bron: mondeling ? '' : bron })]);
  },
  receipt: (ctx, id) => opgeslagen(ctx, id),
});

const wijzigen = vorm({
  verb: 'doei.wijzigen',
  right: 'deelnemer',
  when: { vanaf: STAP },
  form: (ctx) => {
    const nu = one(ctx.project, doei, ctx.args['id'] ?? '');
    if (!nu) return refuse('niet-gevonden');
    if (!isEigen(ctx, nu)) return refuse('alleen-eigen');
    return formOf('Data, onderzoek of ervaring', velden(nu), {
      rev: nu.rev,
      uitleg: [`Over: ${kortweg(naamVanOnderwerp(ctx.project, nu.facts.over), 120)}`],
    });
  },
  decide: ({ project, args }, values) => {
    const nu = one(project, doei, args['id'] ?? '');
    if (!nu) return refuse('niet-gevonden');
    const misses = missesInDoei(values);
    if (Object.keys(misses).length > 0) return refuseFields(misses);
    const { soort, tekst, bron, mondeling, vertrouwelijk } = values;
    const texts = { tekst, bron: mondeling ? '' : bron };
    const lezers = naVink(vertrouwelijk, nu.facts);
    const said = changeIfNew(doei, nu, { facts: { soort, mondeling, ...lezers }, texts });
    return accept(nu.id, said, ...hertekenen(nu.facts, lezers));
  },
  receipt: (ctx, id) => opgeslagen(ctx, id),
});

/** The one onderwerp of the button, else all of them, by the names that everybody may see. */
function teKiezen({ project, args, actor }: Ctx): { id: string; tekst: string }[] {
  const asked = args['over'] ?? '';
  const gevraagd = one(project, probleem, asked);
  if (gevraagd && isInbrengLeesbaar(project, actor, gevraagd))
    return [{ id: asked, tekst: kortweg(naamVanOnderwerp(project, asked)) }];
  const alles = onderwerpen(project).map(({ id, naam }) => ({ id, tekst: kortweg(naam) }));
  const found = alles.filter(({ id }) => id === asked);
  return found.length > 0 ? found : alles;
}

function opgeslagen(ctx: Ctx, id: string) {
  const { project } = ctx;
  const nu = one(project, doei, id);
  const over = nu?.facts.over ?? '';
  const besloten = naOpslaan(nu?.facts, 'doei.vertrouwelijk', id);
  return ontvangen(
    ['Opgeslagen.', ...eerst(besloten.regels, ['Dit staat bij het probleem in overleg 1.'])],
    [
      ...besloten.knoppen,
      { titel: 'Nog iets toevoegen', verb: 'doei.toevoegen', args: metNamens(ctx, { over }) },
    ],
  );
}

export const doeiActies: readonly AnyAction[] = [
  toevoegen,
  wijzigen,
  ...intrekkenEnTerug({
    kind: doei,
    naam: 'doei',
    right: 'deelnemer',
    when: { vanaf: STAP },
    mag: isEigen,
    bijTerug: () => [],
    weg: 'Ingetrokken. De groep ziet het niet meer.',
    terug: 'Het staat er weer.',
    lijst: () => ALLES,
  }),
];
