import type { Lezing } from '../contract/contract.ts';
import { rolNaam } from '../contract/rollen.ts';
import { naamVan, wieLeidt, perOrganisatie } from '../feiten/deelnemers.ts';
import { document, opdrachtgevers, profielVan } from '../feiten/gegevens.ts';
import { kolom, rij, tabel, type Deel, type Hoofdstuk, type Tabel } from '../vormen/hoofdstuk.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { partnerTekst } from '../feiten/partners.ts';
import { PLAN } from '../vormen/poster.ts';
import { all } from '../feiten/project.ts';
import { dateOf, dateText } from '../taal/time.ts';
import { uploadTekst } from '../feiten/upload.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { doetMee, documentKnoppen, knoppenBij } from './overzicht.ts';
import { opEenRij } from '../taal/opsomming.ts';

/** What the project is, and who takes part in it (B3 to B7, B10). */
export function groepHoofdstuk(lezing: Lezing): Hoofdstuk {
  const { project, projectgroep } = lezing.traject.woorden;
  return {
    id: 'groep',
    titel: `${hoofdletter(project)} en ${projectgroep}`,
    inleiding: '',
    delen: [profiel(lezing), ...opgave(lezing), deelnemers(lezing)],
    knoppen: [
      { titel: `${hoofdletter(project)} aanpassen`, verb: 'project.wijzigen' },
      KNOP.mijnGegevens,
      KNOP.deelnemerToevoegen,
      { titel: 'Deel het plan als plaatje', verb: 'beeld', args: { wat: PLAN } },
    ],
  };
}

function profiel({ project, traject: { woorden } }: Lezing): Deel {
  const { facts, texts } = profielVan(project);
  const afgerond =
    facts.afgerond === ''
      ? []
      : [{ naam: 'Afgerond op', waarde: dateText(dateOf(facts.afgerond)) }];
  return {
    soort: 'kenmerken',
    kop: `${hoofdletter(woorden.project)}gegevens`,
    paren: [
      { naam: hoofdletter(woorden.project), waarde: texts.naam },
      { naam: 'Opdrachtgever', waarde: opEenRij(opdrachtgevers(project)) },
      { naam: hoofdletter(woorden.projectleider), waarde: wieLeidt(project) },
      { naam: 'Looptijd', waarde: `${dateText(facts.start)} tot ${dateText(facts.einde)}` },
      ...afgerond,
    ],
  };
}

function opgave({ project }: Lezing): Deel[] {
  const { toelichting } = profielVan(project).texts;
  return toelichting === ''
    ? []
    : [{ soort: 'alinea', kop: 'Taak en opgave', tekst: alineas(toelichting) }];
}

/** A typed text as paragraphs. */
const alineas = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '');

function deelnemers({ project, traject, lezer }: Lezing): Tabel {
  const rijen = perOrganisatie(project)
    .flatMap(({ mensen }) => mensen)
    .map((lid) =>
      rij(
        lid.id,
        [
          lid.organisatie,
          lid.naam,
          lid.texts.functie,
          hoofdletter(rolNaam(traject, lid.facts.rol)),
          partnerTekst(lid.facts.partner),
          doetMee(lid),
        ],
        knoppenBij({ project, traject, lezer }, lid),
      ),
    );
  return tabel('deelnemers', 'Deelnemers', {
    kolommen: [
      kolom('Organisatie', 'tekst', { breedte: 2 }),
      kolom('Naam', 'tekst', { breedte: 2 }),
      kolom('Functie', 'tekst', { breedte: 2 }),
      kolom('Rol'),
      kolom('Soort organisatie', 'tekst', { breedte: 2 }),
      kolom('Bijzonderheden'),
    ],
    rijen,
    leeg: 'Er zijn nog geen deelnemers.',
  });
}

/** The documents that deelnemers gave the group to read (B8, B9). */
export const documentenTabel = ({ project, lezer }: Lezing): Tabel =>
  tabel('documenten', 'Documenten', {
    kolommen: [
      kolom('Titel', 'tekst', { breedte: 2 }),
      kolom('Link of bestand', 'tekst', { breedte: 3 }),
      kolom('Van'),
      kolom('Toelichting', 'tekst', { breedte: 3 }),
    ],
    rijen: all(project, document).map(({ id, facts, texts }) =>
      rij(
        id,
        [
          texts.titel,
          facts.upload ? uploadTekst(facts.upload) : texts.link,
          naamVan(project, facts.van),
          texts.toelichting,
        ],
        [
          ...(facts.upload
            ? [{ titel: 'Downloaden', verb: 'download', args: { soort: 'document', id } }]
            : []),
          ...documentKnoppen(project, lezer, { id, van: facts.van }),
        ],
      ),
    ),
    leeg: 'Er zijn nog geen documenten.',
  });
