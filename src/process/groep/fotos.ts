import { formOf, vorm } from '../contract/action.ts';
import type { Ctx } from '../contract/contract.ts';
import {
  accept,
  isRefused,
  notNow,
  refuse,
  refuseFields,
  type Refused,
} from '../contract/decision.ts';
import type { Wie } from '../contract/lezing.ts';
import { isVan, leads } from '../feiten/deelnemers.ts';
import { foto, fotosBij, isTeZien, MAX_FOTOS, type Foto } from '../feiten/foto.ts';
import { begin, gewist, newId, one, withdraw, type Project } from '../feiten/project.ts';
import { isVergeven, type Upload } from '../feiten/upload.ts';
import { kortweg } from '../taal/tekst.ts';
import { kies } from '../vormen/form.ts';
import { PER_BLAD } from '../vormen/grenzen.ts';
import type { Rijfoto } from '../vormen/hoofdstuk.ts';
import { gelukt, ontvangen, type Args, type Button } from '../vormen/screen.ts';

export const FOTO_TOEVOEGEN = 'foto.toevoegen';

/** Throws away what was sent and stands nowhere yet: no event, so no action. */
export const WEG_ERMEE = 'bestand.weg';

/** Of the arguments the files only: they are those of one message, whatever project one looks in. */
export const wegErmee = ({ upload = '' }: Args): Button => ({
  titel: 'Weg ermee',
  verb: WEG_ERMEE,
  args: { upload },
});

/** Something that these photos can be put with. */
interface Keuze {
  id: string;
  tekst: string;
  soort: string;
  bij: string;
  van: string;
}

/** All that this person may put a photo with now. What kind of thing each is stands with it where there are several kinds. */
function plekkenVan(ctx: Ctx): Keuze[] {
  const perSoort = ctx.traject.stappen
    .flatMap((step) => step.fotoplekken)
    .map(({ soort, naam, eigen }) => ({ soort, naam, alle: eigen(ctx) }))
    .filter(({ alle }) => alle.length > 0);
  return perSoort.flatMap(({ soort, naam, alle }) =>
    alle.map(({ id: bij, van, tekst }) => ({
      id: `${soort}.${bij}`,
      tekst: kortweg(perSoort.length > 1 ? `${naam}: ${tekst}` : tekst),
      soort,
      bij,
      van,
    })),
  );
}

/** `deze foto`, `deze 3 foto’s` */
const dezeFotos = (n: number) => (n === 1 ? 'deze foto' : `deze ${n} foto’s`);

export const waarHoort = (n: number) => `Waar ${n === 1 ? 'hoort' : 'horen'} ${dezeFotos(n)} bij?`;

/** Puts the photos of one message with an entry of one's own. Whoever may not change the entry now puts no photo with it. */
export const toevoegen = vorm({
  verb: FOTO_TOEVOEGEN,
  right: 'deelnemer',
  when: 'open',
  form: (ctx) => {
    const { uploads = [] } = ctx;
    if (uploads.length === 0) return notNow(ctx.args['upload'] ? VERLOPEN : STUUR);
    if (!uploads.every(isFoto)) return refuse('niet-gevonden');
    const plekken = plekkenVan(ctx);
    if (plekken.length === 0)
      return notNow('Er is nu niets van jou waar een foto bij kan, of de stap is gesloten.');
    return formOf(
      waarHoort(uploads.length),
      {
        bij: kies(
          { label: 'Kies er een', nodig: NODIG, per: PER_BLAD.problemen, wat: 'keuzes' },
          plekken.map(({ id, tekst }) => ({ id, tekst })),
        ),
      },
      {
        uitleg: ['Let op: geen herkenbare mensen, geen kentekens.'],
        opslaan: uploads.length === 1 ? 'Foto toevoegen' : 'Foto’s toevoegen',
        knoppen: [wegErmee(ctx.args)],
      },
    );
  },
  decide: (ctx, { bij: gekozen }) => {
    const { project, uploads = [] } = ctx;
    const plek = plekkenVan(ctx).find(({ id }) => id === gekozen);
    if (!plek) return refuse('niet-gevonden');
    const hier = fotosBij(project, plek.soort, plek.bij);
    const staatAl = hier.find(({ facts }) =>
      uploads.some(({ sleutel }) => sleutel === facts.sleutel),
    );
    if (staatAl && uploads.every((upload) => isVergeven(project, upload.sleutel)))
      return accept(staatAl.id, []);
    if (uploads.some((upload) => isVergeven(project, upload.sleutel)))
      return notNow(`${uploads.length === 1 ? 'Deze foto staat' : 'Deze foto’s staan'} al ergens.`);
    if (hier.length + uploads.length > MAX_FOTOS) return refuseFields({ bij: vol(hier.length) });
    return accept(
      newId(project, 'f'),
      uploads.map((upload, nth) => nieuw(project, nth, upload, plek)),
    );
  },
  receipt: ({ uploads = [] }) =>
    ontvangen(
      [uploads.length > 1 ? `De ${uploads.length} foto’s staan erbij.` : 'De foto staat erbij.'],
      [],
    ),
});

/** True for what was made smaller as it came in; whatever else is sent keeps what its camera wrote in it. */
const isFoto = ({ soort, uitChat }: Upload) => uitChat && soort === 'jpg';

const STUUR = 'Stuur mij eerst een foto, in je eigen chat met mij.';
const VERLOPEN = 'Dit heb ik niet meer. Stuur het opnieuw in je eigen chat met mij.';
const NODIG = 'Kies waar het bij hoort. Of kies Weg ermee.';

const nieuw = (project: Project, nth: number, upload: Upload, { soort, bij, van }: Keuze) =>
  begin(
    foto,
    newId(project, 'f', nth),
    { soort, bij, van, sleutel: upload.sleutel, bytes: upload.bytes },
    { bestandsnaam: upload.naam },
  );

/** Why so many do not fit. */
function vol(n: number): string {
  const rest = MAX_FOTOS - n;
  if (rest <= 0) return `Hier staan al ${MAX_FOTOS} foto’s. Meer kan niet.`;
  if (n === 0) return `Er passen er ${MAX_FOTOS} bij. Stuur er minder tegelijk.`;
  const staan = n === 1 ? 'Hier staat al 1 foto.' : `Hier staan al ${n} foto’s.`;
  return `${staan} Er ${rest === 1 ? 'past' : 'passen'} er nog ${rest} bij. Kies iets anders.`;
}

/** The photos with an entry, as a page shows them to this reader. */
export const getoond = (wie: Wie, soort: string, bij: string): Rijfoto[] =>
  fotosBij(wie.project, soort, bij).map((found, at, alle) => ({
    id: found.id,
    naam: `Foto ${at + 1} van ${alle.length}`,
    knoppen: magWeg(wie, found) ? [{ ...WEGHALEN, args: { id: found.id } }] : [],
  }));

const WEGHALEN = { titel: 'Foto weghalen', verb: 'foto.weghalen' } as const;

/** One's own, what one put with an entry of another, and all of them for whoever leads. */
const magWeg = ({ project, actor }: Pick<Wie, 'project' | 'actor'>, { facts, by }: Foto) =>
  leads(actor) || isVan(project, actor, facts.van) || by === actor.id;

function asked({ project, actor, args }: Ctx): Foto | Refused {
  const found = one(project, foto, args['id'] ?? '');
  if (!found || !isTeZien(found)) return refuse('niet-gevonden');
  return magWeg({ project, actor }, found) ? found : refuse('alleen-eigen');
}

/** Takes a photo away for good: its file goes as well. */
export const weghalen = vorm({
  verb: WEGHALEN.verb,
  right: 'deelnemer',
  when: 'open',
  form: (ctx) => {
    const found = asked(ctx);
    if (isRefused(found)) return found;
    return formOf(
      'Deze foto weghalen?',
      {},
      {
        uitleg: ['Dit kan niet ongedaan worden gemaakt.'],
        opslaan: WEGHALEN.titel,
        rev: found.rev,
      },
    );
  },
  decide: (ctx) => {
    const found = asked(ctx);
    if (isRefused(found)) return found;
    const { project } = ctx;
    const erasing = { events: found.revs, velden: ['bestandsnaam'] };
    return accept(
      found.id,
      [withdraw(foto, found.id), begin(gewist, newId(project, 'g'), erasing, {})],
      { soort: 'hertekenen', facts: {} },
    );
  },
  receipt: () => gelukt('De foto is weg.'),
});
