import { toonMelding } from './venster.ts';
import { Fout, vraag } from './vragen.ts';

/** Fetches a file: asks for an address for one use, from which the browser saves it. */
export async function haalOp(
  project: string,
  gevraagd: Readonly<Record<string, string>>,
): Promise<void> {
  try {
    const answer = await vraag<{ adres?: string; fout?: string }>('/tab/download', {
      project,
      vraag: gevraagd,
    });
    if (answer.adres === undefined) return toonMelding(answer.fout ?? 'Er ging bij mij iets mis.');
    const link = document.createElement('a');
    link.href = answer.adres;
    link.download = '';
    document.body.append(link);
    link.click();
    link.remove();
  } catch (error) {
    if (!(error instanceof Fout)) throw error;
    toonMelding(error.message);
  }
}
