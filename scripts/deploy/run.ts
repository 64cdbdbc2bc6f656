import { lastLines, typed, withoutSecrets, type Az, type AzResult } from './az.ts';
import { NOT_KNOWN_YET, Stop, type Known } from './known.ts';
import type { Options } from './options.ts';
import { BUNDLE, stepsFor, type AzStep, type OwnStep, type Step } from './steps.ts';

/** Everything that a deployment does outside this process. */
export interface Effects {
  az: Az;
  /** Makes the zip of the program. */
  bundle: () => Promise<void>;
  /** Resolves when the program is ready at this host. */
  wait: (host: string) => Promise<void>;
  /** Makes the app for Teams, and gives its path. */
  package: (known: Known) => string;
  say: (line: string) => void;
  /** Today, as a date. */
  today: string;
}

/**
 * Carries out all steps of these options, one after the other. Throws a `Stop` that says what went wrong and at which
 * step. What was done stays done, and a next run finds it.
 */
export async function deploy(options: Options, effects: Effects): Promise<void> {
  const steps = stepsFor(options);
  let known = startOf(options, effects.today);
  for (const [index, step] of steps.entries()) {
    const nth = `[${index + 1}/${steps.length}]`;
    if (step.kind !== 'az') {
      effects.say(`${nth} ${step.zin}`);
      await doOwn(step, known, effects);
    } else if (step.isNeeded?.(known) === false) {
      effects.say(`${nth} ${step.zin}: ${step.anders ?? 'niet nodig'}`);
    } else {
      effects.say(`${nth} ${step.zin}`);
      known = { ...known, ...(await doAz(step, known, effects)) };
      if (index === 0) effects.say(`  Abonnement: ${known.subscriptionName}`);
    }
  }
  effects.say(options.whatIf ? '\nEr is niets veranderd.' : closing(options, known));
}

function startOf({ tabId = '' }: Options, today: string): Known {
  const { tab, ...rest } = NOT_KNOWN_YET;
  return { ...rest, tabId, budgetStart: `${today.slice(0, 7)}-01` };
}

async function doOwn(step: OwnStep, known: Known, effects: Effects): Promise<void> {
  if (step.kind === 'bundle') await effects.bundle();
  else if (step.kind === 'wait') await effects.wait(step.host?.(known) ?? known.host);
  else effects.say(`  ${effects.package(known)}`);
}

async function doAz(step: AzStep, known: Known, { az, say }: Effects): Promise<Partial<Known>> {
  const result = await az(step.args(known), step.env?.(known));
  if (result.code !== 0) throw new Stop(failed(step, result));
  if (step.isShown) say(withoutSecrets(result.stdout));
  return step.learn?.(answerIn(result.stdout)) ?? {};
}

/** An empty output is an answer too. */
function answerIn(stdout: string): unknown {
  if (stdout.trim() === '') return null;
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Stop('Azure gaf een antwoord dat ik niet begrijp. Is je Azure CLI up-to-date?');
  }
}

function failed(step: AzStep, { stderr, stdout }: AzResult): string {
  if (step.signedOut && /\baz login\b/.test(stderr)) return step.signedOut;
  return [
    `Dit lukte niet: ${step.zin}`,
    'Azure zegt:',
    lastLines(stderr || stdout),
    ...(step.hint ? [step.hint] : []),
    'Los dit op en geef dezelfde opdracht nog eens. Wat klaar is, blijft staan: het gaat verder waar het stopte.',
  ].join('\n');
}

/** Prints the commands of these options; nothing else happens. */
export function dryRun(options: Options, say: Effects['say']): void {
  const tabId = options.tabId ?? NOT_KNOWN_YET.tabId;
  for (const step of stepsFor(options)) {
    say(`# ${step.zin}${'anders' in step ? ` (overgeslagen als: ${step.anders})` : ''}`);
    say(commandOf(step, { ...NOT_KNOWN_YET, tabId }));
  }
}

function commandOf(step: Step, known: Known): string {
  if (step.kind === 'az') return typed(step.args(known), step.env?.(known));
  if (step.kind === 'bundle') return `npm run bundle  # maakt ${BUNDLE}`;
  if (step.kind === 'wait') return `# tot https://${step.host?.(known)}/ready antwoordt`;
  return `npm run package -- --app-id ${known.appId} --tab-id ${known.tabId} --host ${known.host}`;
}

function closing({ environment, skipProgram, tabId }: Options, { host }: Known): string {
  const isTest = environment === 'test';
  const lines = [
    '',
    skipProgram
      ? `Azure staat klaar voor https://${host}. Het programma is niet verstuurd.`
      : `Klaar. De Veiligheidsplanner${isTest ? ' (test)' : ''} draait op https://${host}.`,
    '',
    'Wat je nu nog doet, één keer:',
    '1. Open het Teams-beheercentrum: https://admin.teams.microsoft.com/policies/manage-apps',
    '2. Kies Acties en dan Nieuwe app uploaden. Kies het zip-bestand van de laatste stap hierboven.',
    '3. Zoek de app op. Sta hem toe voor de mensen die hem gaan gebruiken.',
    '4. Voeg de app toe aan een team of een groepschat. Teams vraagt of de app mag zien wie er meedoet: sta dat toe.',
    '5. Typ daar @Veiligheidsplanner start.',
  ];
  const own = tabId
    ? [
        '',
        `De registratie van de tab heb ik niet veranderd. Hij hoort dit adres te hebben: api://${host}/${tabId}`,
      ]
    : [];
  return [...lines, ...own].join('\n');
}
