import type { Ctx, View } from '../contract/contract.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { item, lijst, type Button, type Screen } from '../vormen/screen.ts';
import { verzoekenVan } from '../stukken/akkoordverzoek.ts';
import { beeldVan } from '../contract/beeld.ts';
import {
  emailOver,
  gevraagd,
  heeftTeams,
  onderwerpen,
  partners,
  type Onderwerp,
  type Wat,
} from './teksten.ts';
import { leidingKnop } from '../contract/woorden.ts';
import { naamInLijst } from '../taal/opsomming.ts';
import { aaneen } from '../taal/aaneen.ts';

const VERB = 'als-email';
const ANDERE: Button = { titel: 'Andere e-mail', verb: VERB };

/** The text of an e-mail to partners who have no Teams or prefer e-mail (rule 8). We send nothing and know no addresses. */
export const alsEmail: View = {
  verb: VERB,
  right: 'projectleider',
  needsVerstuurd: false,
  show: (ctx) => {
    const over = gevraagd(ctx);
    if (!over) return kiezen(ctx);
    return ctx.args['voor'] === KIES ? kiesPartner(ctx, over) : tekst(ctx, over);
  },
};

const argsVan = ({ wat, nummer, partij }: Onderwerp) => ({
  wat,
  nummer: String(nummer),
  ...(partij !== '' && { partij }),
});

const kiezen = (ctx: Ctx): Screen =>
  lijst(
    'Als e-mail',
    [
      {
        kop: '',
        items: onderwerpen(ctx).map((over) =>
          item(over.titel, [], [{ titel: 'Maak de tekst', verb: VERB, args: argsVan(over) }]),
        ),
      },
    ],
    {
      pagina: ctx.args['pagina'],
      uitleg: ['Voor partners zonder Teams, en voor wie liever mailt. Jij verstuurt de e-mail.'],
      knoppen: [leidingKnop(ctx.traject)],
    },
  );

function tekst(ctx: Ctx, over: Onderwerp): Screen {
  const lid = partners(ctx).find(({ id }) => id === ctx.args['voor']);
  const knoppen = eenPartner(ctx, over);
  return {
    kind: 'email',
    titel: lid ? aaneen`${over.titel}, voor ${lid.naam}` : over.titel,
    // Questions about a person's own work are only in the e-mail to that person.
    uitleg:
      over.wat === 'stap' && !lid && knoppen.length > 0
        ? ['Kies “Voor één partner” om ook vragen over diens eigen werk te sturen.']
        : [],
    ...emailOver(ctx, over, lid),
    knoppen: [...antwoordKnoppen(ctx, over), ...knoppen, ANDERE],
  };
}

const antwoordKnoppen = (ctx: Ctx, { wat, partij }: Onderwerp): readonly Button[] =>
  verzoekenVan(beeldVan(ctx)).find(({ id }) => id === partij)?.knoppen ?? ANTWOORDEN[wat];

/** The buttons that record the answers to the e-mail. */
const ANTWOORDEN: Readonly<Record<Wat, readonly Button[]>> = {
  uitnodiging: [KNOP.deelnemerToevoegen],
  stap: [{ titel: 'Antwoorden invoeren', verb: 'namens' }],
  agenda: [KNOP.uitnodigen, { titel: 'Punt toevoegen', verb: 'agendapunt.toevoegen' }],
  samenvatting: [],
  overleg: [],
  akkoord: [],
};

/** Asks for the list of partners in the place of one of them. */
const KIES = 'kies';

/** The button to an e-mail to one partner by name, which also asks about their own work. */
const eenPartner = (ctx: Ctx, over: Onderwerp): Button[] =>
  over.wat === 'uitnodiging' || over.wat === 'akkoord' || partners(ctx).length === 0
    ? []
    : [{ titel: 'Voor één partner', verb: VERB, args: { ...argsVan(over), voor: KIES } }];

const kiesPartner = (ctx: Ctx, over: Onderwerp): Screen =>
  lijst(
    'Voor wie is de e-mail?',
    [
      {
        kop: '',
        items: partners(ctx).map((lid) =>
          item(
            naamInLijst(lid.naam),
            [
              ...(lid.organisatie === '' ? [] : [lid.organisatie]),
              ...(heeftTeams(lid) ? [] : ['Doet mee zonder Teams']),
            ],
            [{ titel: 'Maak de tekst', verb: VERB, args: { ...argsVan(over), voor: lid.id } }],
          ),
        ),
      },
    ],
    { pagina: ctx.args['pagina'], uitleg: [over.titel], knoppen: [ANDERE] },
  );
