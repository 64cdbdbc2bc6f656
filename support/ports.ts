import { createServer, type AddressInfo } from 'node:net';

/** Free ports of this machine for a whole stack: Azurite's two, the bot's and the Playground's. */
export async function freePorts() {
  const [azurite = 0, bestanden = 0, bot = 0, playground = 0] = await Promise.all(
    [1, 2, 3, 4].map(freePort),
  );
  return { azurite, bestanden, bot, playground };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
