import { document, opdrachtgever, profiel, PROJECT } from '../../src/process/feiten/gegevens.ts';
import { overleg, overlegId } from '../../src/process/feiten/overleg.ts';
import { say } from '../gezegd.ts';
import { groepIn } from '../groep.ts';
import { beginOverleg, HALF, mensen, WIE, type Tekst, type Wereld } from '../stadia.ts';
import { proef, signaal } from './traject.ts';

/** The first of the kind that comes again; the numbers before it belong to the list of kinds. */
const NUMMER = proef.overleggen.length + 1;

function* fasen(wereld: Wereld, tekst: Tekst): Generator {
  yield;
  wereld.het_is('2027-02-02');
  const gepland = { soort: 'voortgang', nummer: NUMMER, datum: '2027-02-28', tijd: '10:00' };
  const leeg = { begonnen: '', gesloten: '', aanwezig: [], notulist: '' };
  yield wereld.said(WIE.leider, [
    say(
      overleg,
      overlegId(NUMMER),
      { ...gepland, ...leeg },
      { plaats: tekst('kort'), anderen: '' },
    ),
  ]);
  yield beginOverleg(wereld, HALF, NUMMER, tekst, 'overleg');
  yield wereld.said(WIE.notulist, [say(overleg, overlegId(NUMMER), { gesloten: wereld.now })]);
  yield wereld.said(WIE.leider, [say(profiel, PROJECT, { afgerond: wereld.now })]);
}

/** Groups in the proof, at every point of the way through it; `tekst` gives whatever they typed. */
export function* groepenInProef(tekst: Tekst): Generator<Wereld> {
  const wereld = groepIn(proef, WIE.leider);
  wereld.said(WIE.leider, [
    say(profiel, PROJECT, {}, { naam: tekst('kort'), toelichting: tekst('lang') }),
    say(opdrachtgever, 'og1', {}, { naam: tekst('kort') }),
    say(
      document,
      'b1',
      { van: WIE.lid },
      { titel: tekst('kort'), link: 'https://voorbeeld.nl/1', toelichting: tekst('lang') },
    ),
  ]);
  mensen(wereld, HALF, tekst);
  wereld.said(WIE.lid, [say(signaal, 'sg1', { van: WIE.lid }, { wat: tekst('lang') })]);
  const verder = fasen(wereld, tekst);
  while (!verder.next().done) yield wereld;
}
