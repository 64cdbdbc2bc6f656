import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Where people's words stand. */
const BRON = 'src/{process,planner,answer,text,tab,teams,exports}/**/*.ts';

/** Words of ours in the source that the record holds nowhere: nothing guards them. Each with its place. */
export function ongelezen(teksten: ReadonlyMap<string, string>): string[] {
  const gelezen = [...teksten.keys()].join('\n').replace(/\s+/g, ' ');
  return globSync(BRON)
    .filter((path) => !path.includes('tab/client'))
    .sort()
    .flatMap((path) => woordenIn(path).filter(([tekst]) => !gelezen.includes(tekst)))
    .map(([tekst, waar]) => `${waar}: ${tekst}`);
}

type Woorden = readonly [tekst: string, waar: string];

function woordenIn(path: string): Woorden[] {
  const found: Woorden[] = [];
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const kijk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) return;
    // Of markup only what is filled in: the rest is drawn as it stands.
    if (ts.isTaggedTemplateExpression(node)) {
      if (ts.isTemplateExpression(node.template))
        node.template.templateSpans.forEach(({ expression }) => kijk(expression));
      return;
    }
    if (isTekst(node) && isLeesbaar(node.text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push([node.text.replace(/\s+/g, ' ').trim(), `${path}:${line + 1}`]);
    }
    ts.forEachChild(node, kijk);
  };
  kijk(source);
  return found;
}

const isTekst = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node);

/** False for ids, paths and codes. */
const isLeesbaar = (text: string) =>
  /\p{L}{2}/u.test(text) && (/\p{L} \p{L}/u.test(text) || /^[A-Z][a-z]+/.test(text));
