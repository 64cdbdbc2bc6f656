/** Takes a place for a person and gives back how to free it; undefined when there is none for them now. */
export type Plaatsen = (wie: string) => (() => void) | undefined;

/** A number of places in all, and for one person: a slow sender keeps no one else out. */
export function createPlaatsen(samen: number, perPersoon: number): Plaatsen {
  const bezet: string[] = [];
  return (wie) => {
    const eigen = bezet.filter((plaats) => plaats === wie).length;
    if (bezet.length >= samen || eigen >= perPersoon) return undefined;
    bezet.push(wie);
    return () => void bezet.splice(bezet.indexOf(wie), 1);
  };
}
