/** A change that changes nothing that anybody can see: in this file or folder, with this in its name, and why. */
interface Equal {
  readonly file: string;
  readonly change: string;
  readonly why: string;
}

export const EQUAL: readonly Equal[] = [
  {
    file: 'src/process/groep/berichten.ts',
    change: 'leden(project).find((lid) => leads(lid)',
    why: 'one leads and one stands in (tests/property/leiding.test.ts): beside who left there is one at most',
  },
  {
    file: 'src/',
    change: "args['id'] ?? '' → ",
    why: 'what is looked up under no id is not found, just as under an empty one',
  },
];
