import { parseArgs } from 'node:util';
import { NIVEAUS, type Niveau } from '../../support/voorbeeld/niveaus.ts';
import type { Ports } from '../stack.ts';

/** What stands behind `npm run dev --`. */
export interface DevOptions {
  /** The step that the example goes up to; undefined: no example. */
  niveau: Niveau | undefined;
  partners: boolean;
  folder: string;
  ports: Ports;
}

/** The options. Throws one clear sentence on a step that the example does not have. */
export function readOptions(argv: readonly string[]): DevOptions {
  const { values } = parseArgs({
    args: withLevel(argv),
    options: {
      voorbeeld: { type: 'string' },
      partners: { type: 'boolean', default: false },
      azurite: { type: 'string', default: '10102' },
      bestanden: { type: 'string', default: '10100' },
      bot: { type: 'string', default: '3978' },
      playground: { type: 'string', default: '56150' },
      folder: { type: 'string', default: '.dev' },
    },
  });
  const { voorbeeld, partners, folder, azurite, bestanden, bot, playground } = values;
  return {
    niveau: voorbeeld === undefined ? undefined : levelIn(voorbeeld),
    partners,
    folder,
    ports: {
      azurite: Number(azurite),
      bestanden: Number(bestanden),
      bot: Number(bot),
      playground: Number(playground),
    },
  };
}

/** `--voorbeeld` may stand alone, which `parseArgs` does not know. */
const withLevel = (argv: readonly string[]) =>
  argv.flatMap((arg, at) => {
    const stands = arg === '--voorbeeld' && (argv[at + 1] ?? '--').startsWith('--');
    return stands ? [arg, String(NIVEAUS[0])] : [arg];
  });

function levelIn(given: string): Niveau {
  const found = NIVEAUS.find((niveau) => String(niveau) === given);
  if (found === undefined)
    throw new Error(
      `Het voorbeeld kan in stap ${NIVEAUS.join(', ')} staan, niet in stap "${given}".`,
    );
  return found;
}
