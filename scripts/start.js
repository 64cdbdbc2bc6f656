// Plain JavaScript on purpose: it must still load on a Node that is too old, to be able to say so.
import { existsSync } from 'node:fs';

const main = new URL('../dist/src/main.js', import.meta.url);

if (Number.parseInt(process.versions.node) < 24) {
  console.error(
    `Veiligheidsplanner needs Node 24 or newer; this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}
if (!existsSync(main)) {
  console.error('Nothing to start yet: run "npm run build" first.');
  process.exit(1);
}
// Of Azure's own library, which would tell Microsoft how it is used.
process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] ??= 'true';
await import(main.href);
