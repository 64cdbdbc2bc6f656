/** Takes a place for somebody and gives back what frees it; undefined when there is none for them now. */
export type Plaatsen = (wie: string) => (() => void) | undefined;

/** So many places, and of those so many for one person: who is slow keeps nobody else out. */
export function createPlaatsen(samen: number, perPersoon: number): Plaatsen {
  const bezet: string[] = [];
  return (wie) => {
    const eigen = bezet.filter((one) => one === wie).length;
    if (bezet.length >= samen || eigen >= perPersoon) return undefined;
    bezet.push(wie);
    return () => void bezet.splice(bezet.indexOf(wie), 1);
  };
}
