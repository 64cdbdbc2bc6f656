// Plain JavaScript on purpose: it must load on a Node that is too old, to be able to say so.
import { existsSync } from 'node:fs';

/** The first is the one in the folder that runs in production, the second that of a built project. */
const main = ['./src/main.js', '../dist/src/main.js']
  .map((path) => new URL(path, import.meta.url))
  .find((path) => existsSync(path));

if (Number.parseInt(process.versions.node) < 24) {
  console.error(
    `Veiligheidsplanner needs Node 24 or newer; this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}
if (!main) {
  console.error('Nothing to start yet: run "npm run build" first.');
  process.exit(1);
}
// Read by Azure's own library, which would otherwise tell Microsoft how it is used.
process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] ??= 'true';
await import(main.href);
