import { vanDeGroep } from './persoonlijk.ts';
import { all, kind, one, type Entry, type Project } from './project.ts';

/** The project itself; its id is always `project`. Made by its first event. */
export const profiel = kind<
  {
    /** Id of the traject that the project follows. */
    traject: string;
    start: string;
    einde: string;
    /** The conversation, only to find the way back to it; rights never come from it. */
    gesprek: string;
    soort: 'personal' | 'groupChat' | 'channel';
    tenant: string;
    /** When it was closed; empty while open. */
    afgerond: string;
    /** Project id of the round before; empty for a first round. */
    vorige: string;
  },
  { naam: string; toelichting: string }
>('project', { leeg: { facts: { traject: 'planner' } } });

export const PROJECT = 'project';

export type Profiel = Entry<
  NonNullable<typeof profiel.shape>['facts'],
  NonNullable<typeof profiel.shape>['texts']
>;

/** Who gave the assignment: the mayor, the chief of police, and so on. */
export const opdrachtgever = kind<object, { naam: string }>('opdrachtgever');

vanDeGroep(profiel, opdrachtgever);

/** A document that a deelnemer added: a link, or a file that is kept under `sleutel`. `van`: deelnemer id. */
export const document = kind<
  { van: string; upload: { sleutel: string; soort: string; bytes: number } | null },
  { titel: string; link: string; toelichting: string; bestandsnaam: string }
>('document', { leeg: { facts: { upload: null }, texts: { bestandsnaam: '' } } });

/** The profile. Throws on a project that was never started; no code should get that far with one. */
export function profielVan(project: Project): Profiel {
  const found = one(project, profiel, PROJECT);
  if (!found) throw new Error(`project ${project.id} has no profile`);
  return found;
}

export const isGestart = (project: Project) => one(project, profiel, PROJECT) !== undefined;
export const isAfgerond = (project: Project) =>
  isGestart(project) && profielVan(project).facts.afgerond !== '';
export const opdrachtgevers = (project: Project) =>
  all(project, opdrachtgever).map(({ texts }) => texts.naam);
