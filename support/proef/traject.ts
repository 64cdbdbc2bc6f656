import { startenMet } from '../../src/process/groep/starten.ts';
import { rolKiezen } from '../../src/process/groep/rollen.ts';
import { formOf, tap, vorm } from '../../src/process/contract/action.ts';
import type { Overlegsoort, Step } from '../../src/process/contract/contract.ts';
import { accept } from '../../src/process/contract/decision.ts';
import { notWhen } from '../../src/process/contract/judge.ts';
import { liveKaart } from '../../src/process/contract/live.ts';
import { traject } from '../../src/process/contract/step.ts';
import { vertel } from '../../src/process/contract/verloop.ts';
import { geteld } from '../../src/process/feiten/deelnemers.ts';
import { profiel, profielVan } from '../../src/process/feiten/gegevens.ts';
import { all, begin, kind, newId, say, type Project } from '../../src/process/feiten/project.ts';
import { leiding } from '../../src/process/kalender/moment.ts';
import { samen } from '../../src/process/samen.ts';
import { utcOf } from '../../src/process/taal/time.ts';
import { lang } from '../../src/process/vormen/form.ts';
import { kolom, rij, tabel } from '../../src/process/vormen/hoofdstuk.ts';
import { gelukt, item } from '../../src/process/vormen/screen.ts';

// A small traject of its own beside the planner: one step with input, one overleg that comes again, one moment of a
// calendar, one role besides leading and taking part. Tests run it in the same program, and look for planner words in it.

export const signaal = kind<{ van: string }, { wat: string }>('signaal');

const wieGaven = (project: Project) =>
  geteld(project).filter(({ id }) => all(project, signaal).some(({ facts }) => facts.van === id));

const geven = vorm({
  verb: 'signaal.geven',
  right: 'deelnemer',
  when: { invoer: 'signalen' },
  form: () =>
    formOf('Signaal geven', { wat: lang({ label: 'Wat zie je?', nodig: 'Schrijf het op.' }) }),
  decide: ({ project, actor }, { wat }) => {
    const id = newId(project, 'sg');
    return accept(id, [begin(signaal, id, { van: actor.id }, { wat })]);
  },
  receipt: () => gelukt('Je signaal is opgeslagen.'),
});

const afronden = tap({
  verb: 'proef.afronden',
  right: 'projectleider',
  when: 'open',
  decide: ({ project, now }) => {
    const nu = profielVan(project);
    return accept(nu.id, [say(profiel, nu, { afgerond: now })]);
  },
  receipt: () => gelukt('Het programma is klaar.'),
});

const KALENDER = { soort: 'voorjaar', facts: {} };

const signalen: Step = {
  id: 'signalen',
  nummer: 1,
  naam: 'Signalen verzamelen',
  inHetKort: 'We willen weten wat er speelt.',
  doel: 'Weten wat er speelt.',
  werk: [{ wat: 'signalen geven', wijze: 'online' }],
  heeftInvoer: true,
  streefvraag: '',
  acties: [geven, afronden],
  weergaven: [],
  jij: ({ project }, lid) => ({
    zin: signalen.heeftGereageerd(project, lid)
      ? 'Jij gaf een signaal.'
      : 'Jij gaf nog geen signaal.',
    moetNog: !signalen.heeftGereageerd(project, lid),
    knoppen: undefined,
  }),
  kaart: (beeld) =>
    liveKaart(beeld, signalen, {
      vraag: 'Welke signalen zie jij?',
      regels: [
        `${wieGaven(beeld.project).length} van de ${geteld(beeld.project).length} gaven een signaal.`,
      ],
      knoppen: [
        { titel: 'Signaal geven', verb: 'signaal.geven' },
        { titel: 'Voor wie leidt', verb: 'leiding' },
      ],
    }),
  heeftGereageerd: (project, { id }) => wieGaven(project).some((lid) => lid.id === id),
  moetReageren: () => true,
  gereed: ({ project }) => [
    { klaar: all(project, signaal).length > 0, zin: `${all(project, signaal).length} signalen` },
  ],
  voorwaarde: () => undefined,
  teruggenomen: () => [],
  inbreng: () => [],
  zonderReden: () => [],
  samenvatting: ({ project }) => ({
    titel: 'De signalen zijn binnen.',
    regels: [`Er zijn er ${all(project, signaal).length}.`],
    knoppen: [],
  }),
  berichten: {
    voorjaar: () => ({ titel: 'Het voorjaar begint.', regels: ['Kijk vooruit.'], knoppen: [] }),
  },
  momenten: () => [],
  plan: ({ project }) => [
    { kop: 'Signalen', items: all(project, signaal).map(({ texts }) => item(texts.wat)) },
  ],
  hoofdstukken: ({ project }) => [
    {
      id: 'signalen',
      titel: 'Signalen',
      inleiding: '',
      delen: [
        tabel('signalen', 'Signalen', {
          kolommen: [kolom('Wat')],
          rijen: all(project, signaal).map(({ id, texts }) => rij(id, [texts.wat])),
          leeg: 'Er zijn nog geen signalen.',
        }),
      ],
      knoppen: [],
    },
  ],
  poster: () => [],
  kortom: ({ project }) => `${all(project, signaal).length} signalen`,
  fotoplekken: [
    {
      soort: signaal.name,
      naam: 'Signaal',
      eigen: (ctx) =>
        notWhen({ invoer: signalen.id }, ctx)
          ? []
          : all(ctx.project, signaal)
              .filter(({ facts }) => facts.van === ctx.actor.id)
              .map(({ id, facts, texts }) => ({ id, van: facts.van, tekst: texts.wat })),
    },
  ],
  verzoeken: () => [],
  taken: (beeld, lid) =>
    signalen.heeftGereageerd(beeld.project, lid)
      ? []
      : [
          {
            zin: 'Geef een signaal.',
            wanneer: '',
            op: '',
            knoppen: [{ titel: 'Signaal geven', verb: 'signaal.geven' }],
          },
        ],
  meenemen: () => [],
};

const voortgang: Overlegsoort = {
  id: 'voortgang',
  naam: 'Voortgangsoverleg',
  stappen: ['signalen'],
  herhaalt: true,
  genodigd: geteld,
  vraag: 'wat speelt er?',
  agendatitel: 'Agenda',
  agenda: [
    {
      id: 'stand',
      titel: 'Signalen bespreken',
      tekst: 'Hoe staat het ervoor?',
      isOnderdeel: false,
      gegevens: ({ project }) => [`${all(project, signaal).length} signalen`],
      knoppen: () => [],
      isGedaan: () => false,
      besloten: () => [],
      werk: () => [],
    },
  ],
};

export const proef = traject(
  {
    id: 'proef',
    naam: 'Programma',
    woorden: {
      project: 'programma',
      projecten: 'programma’s',
      projectleider: 'regisseur',
      projectgroep: 'regiegroep',
    },
    stappen: [signalen],
    overleggen: [voortgang],
    rollen: [{ id: 'bestuurder', naam: 'Bestuurder' }],
    start: 'proef.start',
    acties: [startenMet('proef.start'), rolKiezen],
    weergaven: [],
    momenten: ({ project }) => [
      {
        reeks: 'kalender.voorjaar.2027',
        op: utcOf({ datum: '2027-03-01', tijd: '09:00' }),
        tot: '',
        naam: 'Begin van het voorjaar',
        messages: leiding(project, false).length > 0 ? [KALENDER] : [],
      },
    ],
    slot: [{ titel: 'Programma afronden', verb: 'proef.afronden' }],
    verloop: new Map([['signaal', vertel('gaf een signaal', 'paste een signaal aan')]]),
    uitleg: { titel: 'Samen vooruitkijken', regels: ['Ik verzamel signalen.'] },
    instellingen: [],
    rondeUitleg: 'De regiegroep gaat mee.',
    ondertitel: 'Plan',
    berichtnamen: { voorjaar: 'Begin van het voorjaar' },
    uitBericht: { verb: 'signaal.geven', veld: 'wat' },
    voorbeeld: [],
  },
  samen,
);
