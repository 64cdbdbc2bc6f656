import { isVuil, type Concept, type Staat, type Velden } from './concept.ts';
import { toon } from './uitkomst-beeld.ts';
import { Fout, vraag, type Fragment } from '../pagina/vragen.ts';

/** A save without an answer by then counts as failed, ms. */
const LIMIT_MS = 10_000;
const TE_SNEL = 429;
const BIJ_ONS_MIS = 500;

const WEER: readonly Staat[] = ['druk', 'onbekend', 'geenVerbinding'];

/** True when it may still be stored without the person doing anything. */
export const isTeHerhalen = ({ staat }: Concept): boolean => WEER.includes(staat);

/** Sends the values of the form. Undefined when the page has nothing to follow up. */
export async function verstuur(
  concept: Concept,
  extra: '' | 'toch',
): Promise<Fragment | undefined> {
  const sent = { ...concept.nu };
  // Repeated attempts do not announce themselves each time.
  if (!isTeHerhalen(concept)) concept.staat = 'bezig';
  toon(concept);
  const { nonce, rev } = concept;
  const answer = await antwoord({ ...concept.vraag, nonce, rev, velden: sent, extra });
  if (answer instanceof Fout) mislukt(concept, sent, answer);
  else verwerk(concept, sent, answer);
  return answer instanceof Fout ? undefined : answer;
}

/** The server has all that was typed. */
export function rust(concept: Concept): void {
  if (isVuil(concept) || concept.staat === 'stil') return;
  Object.assign(concept, { staat: 'opgeslagen', melding: '', fouten: {}, magToch: false });
}

const antwoord = (body: object): Promise<Fragment | Fout> =>
  Promise.race([
    vraag('/tab/doe', body).catch((error: unknown) => {
      if (!(error instanceof Fout)) throw error;
      return error;
    }),
    new Promise<Fout>((resolve) => setTimeout(() => resolve(new Fout('')), LIMIT_MS)),
  ]);

/**
 * Without an answer, or with an answer that is not about the text, it is sent again. Otherwise the person has to change
 * it.
 */
function mislukt(concept: Concept, sent: Velden, { status, message }: Fout): void {
  if (status === 0) concept.staat = 'geenVerbinding';
  else if (status === TE_SNEL && concept.staat !== 'onbekend') concept.staat = 'druk';
  else if (status === TE_SNEL || status >= BIJ_ONS_MIS) concept.staat = 'onbekend';
  else Object.assign(concept, { staat: 'geweigerd', melding: message, fouten: {} });
  if (isTeHerhalen(concept)) isVerstuurd(concept, sent);
}

function isVerstuurd(concept: Concept, sent: Velden): void {
  const isNieuw = JSON.stringify(concept.verzonden.at(-1)) !== JSON.stringify(sent);
  if (isNieuw) concept.verzonden = [...concept.verzonden, sent];
}

const STAAT: ReadonlyMap<string, Staat> = new Map([
  ['busy', 'druk'],
  ['unknown', 'onbekend'],
  // The page that is asked for now shows whether it was another person.
  ['gewijzigd', 'getypt'],
]);

function verwerk(concept: Concept, sent: Velden, answer: Fragment): void {
  const { opgeslagen, reden = '', rev = 0, melding = '', fouten = {} } = answer;
  if (opgeslagen) {
    Object.assign(concept, { staat: 'opgeslagen', basis: sent, verzonden: [] });
    concept.rev = Math.max(concept.rev, rev);
    return;
  }
  // What nobody knew the last time is no more certain when it is too busy to look.
  const isOnzeker = reden === 'busy' && ['onbekend', 'geenVerbinding'].includes(concept.staat);
  const staat = isOnzeker ? 'onbekend' : (STAAT.get(reden) ?? 'geweigerd');
  Object.assign(concept, { staat, melding, fouten, magToch: reden === 'bevestigen' });
  if (reden === 'unknown') isVerstuurd(concept, sent);
}
