/** A text of at most so many signs, cut between whole characters. */
export function afgekort(tekst: string, max: number): string {
  const signs = [...tekst];
  return signs.length <= max ? tekst : `${signs.slice(0, max - 1).join('')}…`;
}
