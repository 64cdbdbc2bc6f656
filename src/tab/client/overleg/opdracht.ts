import type { Opdracht, Invulling, Terug } from '../../../process/vormen/werkvlak.ts';
import { gezienIs, plek, ververs } from '../pagina/blad.ts';
import { meld } from '../pagina/melding.ts';
import { zin } from '../pagina/zinnen.ts';
import { Fout, vraag, type Fragment } from '../pagina/vragen.ts';

/** What was chosen or typed. */
export type Uit = Partial<Record<Invulling['uit'], string>>;

/** The gesture that belongs to an element. */
export const opdrachtOp = (element: Element | null, naam = 'opdracht'): Opdracht | undefined => {
  const json = element?.getAttribute(`data-${naam}`);
  return json ? (JSON.parse(json) as Opdracht) : undefined;
};

function ingevuld({ args, velden, vult }: Pick<Opdracht, 'args' | 'velden' | 'vult'>, uit: Uit) {
  const filled = { args: { ...args }, velden: { ...velden } } as Record<
    'args' | 'velden',
    Record<string, string>
  >;
  for (const { uit: van, arg, veld } of vult) {
    if (arg !== '') filled.args[arg] = uit[van] ?? '';
    if (veld !== '') filled.velden[veld] = uit[van] ?? '';
  }
  return filled;
}

/** Carries out a gesture: the same action as a form in chat, with the same rules. Then says what became of it. */
export async function voerUit(opdracht: Opdracht, uit: Uit, gedaan: string): Promise<boolean> {
  return verstuur({ opdracht, uit, gedaan, nonce: crypto.randomUUID() });
}

interface Gebaar {
  opdracht: Opdracht;
  uit: Uit;
  /** What one reads when it is done. */
  gedaan: string;
  nonce: string;
}

async function verstuur(gebaar: Gebaar, extra: '' | 'toch' = ''): Promise<boolean> {
  const { opdracht, uit, gedaan, nonce } = gebaar;
  const { verb, rev, terug } = opdracht;
  const { project } = plek();
  const again = (how: '' | 'toch') => () => void verstuur(gebaar, how);
  try {
    const body = { project, verb, rev, nonce, ...ingevuld(opdracht, uit), extra };
    const answer = await vraag('/tab/doe', body);
    if (answer.opgeslagen !== true) {
      const toch = { titel: zin.tochOpslaan, doe: again('toch') };
      meld(waarom(answer), answer.reden === 'bevestigen' ? toch : undefined);
      if (answer.reden === 'gewijzigd') await ververs();
      return false;
    }
    gezienIs(answer.n);
    const back = terug && alsOpdracht(terug, answer.over ?? '', answer.rev ?? 0);
    const doe = () => void (back && voerUit(back, uit, zin.teruggedraaid));
    meld(gedaan, back && { titel: zin.ongedaan, doe });
    await ververs();
    return true;
  } catch (error) {
    if (!(error instanceof Fout)) throw error;
    meld(error.message, { titel: zin.opnieuw, doe: again(extra) });
    return false;
  }
}

/** There are no fields here to point at, so what is wrong with a field is said in the message. */
const waarom = ({ fouten = {}, melding = zin.nogNiet }: Fragment): string => {
  const zinnen = Object.values(fouten);
  return zinnen.length > 0 ? zinnen.join(' ') : melding;
};

const alsOpdracht = ({ over, args, ...rest }: Terug, about: string, rev: number): Opdracht => ({
  ...rest,
  rev,
  args: over === '' ? args : { ...args, [over]: about },
});
