import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drain } from '../../src/drain.ts';
import { live, projectVan, start } from '../groep/hulp.ts';
import { lezer } from '../tab/lezer.ts';
import { openWorld } from '../../support/world.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stoppen-'));
  writeFileSync(
    join(folder, 'werker.mjs'),
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => undefined);`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('tells who waits for a file to ask again, when the program stops before it is made', async () => {
  const world = await openWorld({ instances: 2 });
  const groep = world.groepschat('Sanne');
  await start(groep.lid('Sanne'));
  const project = projectVan(await live(world, groep, 1));
  await world.rust();
  const [app] = world.apps;
  if (!app) throw new Error('no app');
  // A thread that never answers.
  await app.werkplaats.stop();
  app.werkplaats.options.werker = pathToFileURL(join(folder, 'werker.mjs'));
  const vraag = { project, vraag: { soort: 'plan' } };
  const { body } = await lezer(world, 'Sanne').post('/tab/download', vraag);
  const { adres } = body as unknown as { adres: string };

  const asked = fetch(`${world.address}${adres}`, { headers: { Connection: 'close' } });
  await expect.poll(() => app.werkplaats.bezig).toBeDefined();
  await drain(app, 50);

  const answer = await asked;
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('ververs dan deze pagina');
  // Nothing is begun any more.
  await expect(app.werkplaats.maak({ soort: 'word' } as never)).rejects.toThrow('stops');
  await world.close();
});
