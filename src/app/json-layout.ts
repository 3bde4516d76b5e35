import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lays out what an engine wrote the way `JSON.stringify` does: cdktf puts the brackets of an empty list on
 * two lines, its fork on one. What we emit does not depend on which of the two ran.
 */
export function layOutLikeStringify(outdir: string): void {
  const stacks = readdirSync(join(outdir, 'stacks')).map((stack) => join('stacks', stack, 'cdk.tf.json'));
  for (const file of ['manifest.json', ...stacks]) {
    const path = join(outdir, file);
    writeFileSync(path, withTightBrackets(readFileSync(path, 'utf8')));
  }
}

/** No text of a JSON file is touched: a line cannot end inside one. */
export function withTightBrackets(json: string): string {
  return json.replaceAll(/([[{])\n *([\]}])/g, '$1$2');
}
