import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { hoeveelVan, hoevelen } from '../../src/process/taal/woorden.ts';
import { luister, NIET_MEER, OP_EEN_KAART, taalfouten, ZINSBOUW } from './taal.ts';

const WAAR = 'een groep | iedereen | bericht iets';
const fouten = (tekst: string, waar = WAAR) => taalfouten(new Map([[tekst, waar]]));

describe('what no sentence may have', () => {
  it.each([...ZINSBOUW, ...OP_EEN_KAART, ...NIET_MEER])(
    'is found, and nothing else: $reden',
    ({ reden, zoNiet, maarZo }) => {
      expect(fouten(zoNiet)).toEqual([expect.stringContaining(reden)]);
      expect(fouten(maarZo)).toEqual([]);
    },
  );

  it('is not looked for in the words of the source, nor on paper for officials', () => {
    expect(
      fouten('• Clusteren van de problemen, (zodat alle deelnemers over hetzelfde spreken)'),
    ).toEqual([]);
    expect(fouten('Kosten en dekking', 'een groep | iedereen | bestand plan')).toEqual([]);
    expect(fouten('1 van de 2 hebben', 'een groep | iedereen | bestand plan')).toHaveLength(1);
  });

  it('is a bot and a group in one message, whatever its buttons say', () => {
    const gehoord = luister();
    for (const line of [
      ...[`# ${WAAR}`, '  Ik vraag het je opnieuw.', '  [Wij doen hier niets aan]'],
      ...[`# ${WAAR}`, '  Ik hoor graag van je.', '  Dan kiezen we.'],
      '# einde',
    ])
      gehoord.hoor(line);

    expect(gehoord.berichten()).toBe(2);
    expect(gehoord.doorElkaar()).toEqual([expect.stringContaining('Dan kiezen we.')]);
  });
});

it.each(planner.stappen)(
  'step $nummer says in plain, short sentences what is done in it',
  (step) => {
    const zinnen = step.inHetKort.split(/(?<=[.?]) /);

    expect(fouten(step.inHetKort)).toEqual([]);
    expect(step.inHetKort).not.toBe(step.doel);
    expect(zinnen.filter((zin) => zin.split(' ').length > 15)).toEqual([]);
  },
);

describe('how many did something', () => {
  const heeft = ['heeft', 'hebben'] as const;
  const doel = ['doel', 'doelen'] as const;

  it('is said with the verb that belongs to it, for none, one, two and many', () => {
    expect([0, 1, 2, 12].map((n) => hoevelen({ n, van: 12 }, heeft))).toEqual([
      ...['Nog niemand heeft', '1 van de 12 heeft', '2 van de 12 hebben', '12 van de 12 hebben'],
    ]);
    expect([0, 1, 2].map((n) => hoeveelVan({ n, van: 2 }, doel, heeft))).toEqual([
      ...['Geen van de 2 doelen heeft', '1 van de 2 doelen heeft', '2 van de 2 doelen hebben'],
    ]);
    expect([0, 1].map((n) => hoeveelVan({ n, van: 1 }, doel, heeft))).toEqual([
      ...['Geen doel heeft', '1 van de 1 doel heeft'],
    ]);
  });

  it('is never refused, whatever the numbers are', () => {
    for (let van = 0; van < 130; van++)
      for (let n = 0; n <= van; n++)
        expect(
          fouten(
            `${hoevelen({ n, van }, heeft)} gestemd. ${hoeveelVan({ n, van }, doel, ['is', 'zijn'])} bereikt.`,
          ),
        ).toEqual([]);
  });
});
