import { Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { schoon } from '../shared/schoon.ts';

/** A text as runs: a new line stays a new line, and nothing in it means anything to Word. */
export function runs(text: string, look: { bold?: boolean } = {}): TextRun[] {
  // An amount stays on one line.
  return schoon(text.replace(/€ (?=\d)/g, '€\u00a0'))
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...look, ...(at > 0 && { break: 1 }) }));
}

/** One paragraph of what somebody may have typed. */
export const alinea = (text: string, rest: Omit<IParagraphOptions, 'children' | 'text'> = {}) =>
  new Paragraph({ ...rest, children: runs(text) });
