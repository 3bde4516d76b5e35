import { relative, resolve } from 'node:path';
import { isScalar, isSeq, parseDocument } from 'yaml';

/** What of a toolkit of one's own leads out of the file, from the folder that the file is in. */
const PATHS: readonly (readonly string[])[] = [['manifests'], ['chart', 'from'], ['chart', 'values']];

/** The text of a course file as it leads to the same manifests and charts from another folder. */
export function movedPaths(text: string, from: string, to: string): string {
  if (resolve(from) === resolve(to)) return text;
  const document = parseDocument(text);
  const toolkits = document.errors.length > 0 ? undefined : document.get('ownToolkits', true);
  if (!isSeq(toolkits)) return text;
  const nodes = toolkits.items.flatMap((_, index) =>
    PATHS.map((path) => toolkits.getIn([index, ...path], true)),
  );
  return nodes.reduceRight<string>((moved, node) => {
    if (!isScalar(node) || !node.range || typeof node.value !== 'string' || !/^\.\.?\//.test(node.value))
      return moved;
    const [start, end] = node.range;
    return `${moved.slice(0, start)}${written(relative(to, resolve(from, node.value)))}${moved.slice(end)}`;
  }, text);
}

/** As a course has paths: they start with ./ or ../, and stand in quotes where YAML would read something else. */
function written(path: string): string {
  const led = path.startsWith('../') ? path : `./${path}`;
  return /^[\w./-]+$/.test(led) ? led : JSON.stringify(led);
}
