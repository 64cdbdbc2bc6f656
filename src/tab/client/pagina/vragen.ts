import type { Fragment } from '../../tekenen/fragment.ts';
import type { Gastheer } from './gastheer.ts';

export type { Fragment };

/** Something went wrong, in words for the person. */
export class Fout extends Error {
  /** The HTTP status of the answer; 0 without an answer. */
  readonly status: number;

  constructor(zin: string, status = 0) {
    super(zin);
    this.status = status;
  }
}

let gastheer: Gastheer | undefined;

export const bijGastheer = (found: Gastheer): void => void (gastheer = found);

/** True when Teams opens this address itself. */
export const teamsOpent = (adres: string): boolean => gastheer?.opent(adres) ?? false;

const TE_GROOT = 413;
const TE_LANG = 'Je tekst is te lang. Maak hem korter.';
const GEEN_VERBINDING =
  'Er is geen verbinding. Ik weet niet of dit is aangekomen. Probeer het opnieuw. Ik sla niets dubbel op.';

/** Asks the server something on behalf of the person. Throws a `Fout` when it refuses or does not answer. */
export async function vraag<T = Fragment>(path: string, body: object): Promise<T> {
  const first = await verstuurd(path, body, false);
  const response = first.status === 401 ? await verstuurd(path, body, true) : first;
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer as T;
  const { status } = response;
  const { fout = 'Er ging bij mij iets mis.' } = answer as { fout?: string };
  throw new Fout(status === TE_GROOT ? TE_LANG : fout, status);
}

/** The proof of who looks. Throws a `Fout` when Teams does not give it. */
export async function bevoegd(anew = false): Promise<string> {
  if (!gastheer) throw new Error('nobody is signed in');
  return gastheer.authorization(anew).catch(() => {
    throw new Fout('Teams kon je niet aanmelden. Sluit de tab en open hem opnieuw.');
  });
}

async function verstuurd(path: string, body: object, anew: boolean): Promise<Response> {
  const authorization = await bevoegd(anew);
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Fout(GEEN_VERBINDING);
  });
}
