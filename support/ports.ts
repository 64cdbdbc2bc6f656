import { createServer } from 'node:net';

/** Free ports of this machine for a whole stack: Azurite's two, the bot's and the Playground's. */
export async function freePorts() {
  const [azurite = 0, bestanden = 0, bot = 0, playground = 0] = await Promise.all(
    [1, 2, 3, 4].map(freePort),
  );
  return { azurite, bestanden, bot, playground };
}

/** Below these are the ports that services have, and from `END` on those that clients get by chance. */
const [FIRST, END] = [12_000, 32_000];

/** One that nobody listens on, and that no client gets before its service has it. */
function freePort(): Promise<number> {
  const port = FIRST + Math.floor(Math.random() * (END - FIRST));
  return new Promise((done) => {
    const probe = createServer()
      .once('error', () => done(freePort()))
      .listen(port, '127.0.0.1', () => probe.close(() => done(port)));
  });
}
