// Measures handing over: npm run bench:exports. Each format runs in a process of its own, like an instance that was just
// started. Measured are the time from the question to the file (first and again), the most memory, and how long the event
// loop stood still. With MALLOC_ARENA_MAX=2, as an instance should be started.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Werkplaats } from '../src/exports/werkplaats.ts';
import { mens } from '../src/process/feiten/deelnemers.ts';
import { klusVan } from '../src/process/stukken/aanbod.ts';
import { HALF, stadium, WIE, type Omvang, type Tekst } from '../support/stadia.ts';

const VRAGEN = ['plan', 'tabellen', 'verslag', 'akkoordverzoek', 'agenda', 'poster', 'figuur'];
const IDS: Record<string, string> = {
  verslag: 'overleg1',
  akkoordverzoek: 'o.og0',
  figuur: 'probleem.risicomatrix',
};

/** About 300 things that people entered, and what the planner makes of them. */
const DRIEHONDERD: Omvang = {
  ...HALF,
  deelnemers: 12,
  problemen: 40,
  clusters: 6,
  eerst: 4,
  maatregelen: 24,
  doelen: 5,
  regels: 14,
  documenten: 5,
  rest: 5,
};

const MAX_MS = 2_000;
const MAX_MB = 300;
const MAX_LAG_MS = 100;

const tekst: Tekst = (soort) =>
  soort === 'kort'
    ? 'Overlast bij het station'
    : 'Op vrijdagavond rijden jongeren met scooters over de stoep. '.repeat(4);

if (process.argv[2] === undefined) all();
else await eenFormaat(process.argv[2]);

function all(): void {
  console.log('formaat          eerst ms  daarna ms  meeste MB  stilstand ms      kB');
  const slecht = VRAGEN.filter((soort) => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), soort],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        // Without it glibc keeps a heap for each thread, and libvips leaves 60 MB behind in them.
        env: { ...process.env, MALLOC_ARENA_MAX: '2' },
      },
    );
    console.log(stdout.trimEnd());
    return status !== 0;
  });
  console.log(
    slecht.length === 0
      ? `Each under ${MAX_MS} ms, ${MAX_MB} MB and ${MAX_LAG_MS} ms of standstill.`
      : `Over the limit: ${slecht.join(', ')}`,
  );
  process.exitCode = slecht.length === 0 ? 0 : 1;
}

async function eenFormaat(soort: string): Promise<void> {
  const wereld = stadium(DRIEHONDERD, 6, 'na overleg', tekst);
  const lezer = mens(wereld.project, WIE.leider);
  if (!lezer) throw new Error('nobody leads');
  const lezing = { ...wereld.beeld, lezer };
  const vraag = IDS[soort] === undefined ? { soort } : { soort, id: IDS[soort] };
  const werkplaats = new Werkplaats();
  const lag = monitorEventLoopDelay({ resolution: 5 });
  const keer = async () => {
    const begin = performance.now();
    const klus = klusVan(lezing, vraag);
    if (!klus) throw new Error(`no ${soort}`);
    const { bytes } = await werkplaats.maak(klus);
    return { ms: performance.now() - begin, kB: bytes.length / 1024 };
  };
  lag.enable();
  // Lets the monitor take its first sample.
  await new Promise((resolve) => setTimeout(resolve, 20));
  lag.reset();
  const eerst = await keer();
  const daarna = await keer();
  lag.disable();
  await werkplaats.sluit();
  const mb = process.resourceUsage().maxRSS / 1024;
  const stil = lag.max / 1e6;
  const cells = [eerst.ms, daarna.ms, mb, stil, eerst.kB].map((one) => one.toFixed(0).padStart(9));
  console.log(`${soort.padEnd(16)}${cells.join('  ')}`);
  process.exitCode = eerst.ms > MAX_MS || mb > MAX_MB || stil > MAX_LAG_MS ? 1 : 0;
}
