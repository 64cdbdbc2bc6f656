import { openServer, refuse } from '../../src/http/server.ts';
import { createStrangers } from '../../src/http/strangers.ts';
import { createLog } from '../../src/log/log.ts';
import { startTelemetry } from '../../src/telemetry.ts';

/** A program that is measured: its telemetry trusts the certificate that the test gave this process. */
const [connectionString = '', secret = ''] = process.argv.slice(2);

const telemetry = await startTelemetry(connectionString, '1.2.3');
const log = createLog('silent');
const server = openServer(
  log,
  createStrangers(log, () => performance.now()),
  '1.2.3',
);
server.get('/tab/bestand/:token', async (_request, response) => {
  refuse(log, response, { status: 500, about: { err: new Error(secret) } });
});
const port = await new Promise<number>((resolve) => {
  server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
});
const base = `http://127.0.0.1:${port}`;
await (await fetch(`${base}/health?wie=${secret}`)).text();
await (await fetch(`${base}/tab/bestand/${secret}`, { headers: { Authorization: secret } })).text();
await (await fetch(`${base}/${secret}`)).text();
telemetry.pulse({ waiting: 2, overdueMs: 61_000, sweepMs: 12, rssMb: 123 });
await telemetry.stop();
process.exit(0);
