import { plek } from './blad.ts';
import { open, toonMelding } from './venster.ts';
import { bevoegd, Fout } from './vragen.ts';

const BYTES_PER_MB = 1024 * 1024;

/**
 * Lets a person choose a file, sends it, and opens the form that makes a document of it. The button lists what the server
 * takes: extensions, and the number of bytes. The server looks at the content.
 */
export function kiesBestand(knop: Element, verb: string): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = knop.getAttribute('data-kan') ?? '';
  const max = Number(knop.getAttribute('data-max'));
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void verstuur(file, max, verb);
  });
  input.click();
}

async function verstuur(file: File, max: number, verb: string): Promise<void> {
  const { project } = plek();
  if (file.size > max)
    return toonMelding(
      `Dit bestand is groter dan ${Math.floor(max / BYTES_PER_MB)} MB. Maak het kleiner, of zet het in Teams of SharePoint en voeg de link toe.`,
    );
  try {
    toonMelding(BEZIG, 0);
    const sleutel = await gestuurd(file, project, (deel) => toonMelding(BEZIG, deel));
    await open(project, verb, { upload: sleutel });
  } catch (error) {
    if (!(error instanceof Fout)) throw error;
    toonMelding(error.message);
  }
}

const BEZIG = 'Het bestand wordt verstuurd.';

/** By XMLHttpRequest, because fetch does not report progress. */
async function gestuurd(
  file: File,
  project: string,
  voortgang: (deel: number) => void,
): Promise<string> {
  const authorization = await bevoegd();
  const request = new XMLHttpRequest();
  request.open('POST', '/tab/upload');
  request.responseType = 'json';
  request.setRequestHeader('Authorization', authorization);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('X-Project', encodeURIComponent(project));
  request.setRequestHeader('X-Naam', encodeURIComponent(file.name));
  request.upload.addEventListener('progress', ({ loaded, total }) => voortgang(loaded / total));
  return new Promise((done, fail) => {
    request.addEventListener('load', () => {
      const answer = request.response as { sleutel?: string; fout?: string } | null;
      if (answer?.sleutel) done(answer.sleutel);
      else fail(new Fout(answer?.fout ?? NIET_GELUKT));
    });
    request.addEventListener('error', () => fail(new Fout(NIET_GELUKT)));
    request.send(file);
  });
}

const NIET_GELUKT = 'Het bestand is niet opgeslagen. Probeer het opnieuw.';
