import type { Document, Node, Pair } from 'yaml';
import {
  LineCounter,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import { conflictMarkers } from './merge-conflict';
import type { Outcome, Problem } from './problem';
import { accept, legible, refuse, shown } from './problem';
import type { Position } from './position';
import { syntaxProblems } from './yaml-syntax';

/** A step into a YAML document: a key of a mapping or an index of a list. */
export type Path = readonly (string | number)[];

/** More problems than a person reads; a hostile file is not told all of them. */
const MOST_TOLD = 50;

/**
 * A YAML file as plain data that still knows where each value stands. Anchors, aliases, tags, merge
 * keys and several documents are refused: none is needed here, and each can hide what a file says.
 */
export class YamlSource {
  static read(file: string, text: string): Outcome<YamlSource> {
    const lines = new LineCounter();
    let document: Document.Parsed;
    try {
      document = parseDocument(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'), {
        lineCounter: lines,
        prettyErrors: false,
        uniqueKeys: true,
        stringKeys: true,
        version: '1.2',
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return refuse([tooDeep(file)]);
    }
    // The parser tells of an overflow as of any other fault, at each level again.
    if (document.errors.some(({ message }) => /call stack/i.test(message))) return refuse([tooDeep(file)]);
    const at = (offset: number): Position => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const conflicts = conflictMarkers(file, text);
    if (conflicts.length > 0) return refuse(conflicts);
    const problems = syntaxProblems(file, document, at);
    if (problems.length > 0) return refuse(problems.slice(0, MOST_TOLD));
    const refused = refusedFeatures(file, document, at);
    if (refused.length > 0) return refuse(refused.slice(0, MOST_TOLD));
    return accept(new YamlSource(file, document, at));
  }

  /** The document as plain data; `null` for an empty file. */
  readonly value: unknown;

  private constructor(
    readonly file: string,
    private readonly document: Document.Parsed,
    private readonly at: (offset: number) => Position,
  ) {
    this.value = document.toJS({ maxAliasCount: 0 });
  }

  /** Where the value at `path` stands; of a value that is missing, the place it is missing from. */
  positionOf(path: Path): Position {
    let node: unknown = this.document.contents;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
      const pair = isMap(node) ? node.items.find((item) => keyText(item) === String(step)) : undefined;
      const next = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
      if (pair === undefined && next === undefined) break;
      offset = startOf(next) ?? startOf(pair?.key) ?? offset;
      node = next;
    }
    return this.at(offset);
  }

  /** Where the key at the end of `path` stands. */
  keyPositionOf(path: Path): Position {
    const parent = path.length > 1 ? this.document.getIn(path.slice(0, -1), true) : this.document.contents;
    const pair = isMap(parent)
      ? parent.items.find((item) => keyText(item) === String(path.at(-1)))
      : undefined;
    return this.at(startOf(pair?.key) ?? 0);
  }

  /** The plain value at `path`. */
  valueAt(path: Path): unknown {
    let value: unknown = this.value;
    for (const step of path) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value;
  }

  /** Values that stand without quotes, as they are written, where their text is like `pattern`. */
  plainScalars(pattern: RegExp): readonly (Position & { readonly text: string })[] {
    const found: (Position & { readonly text: string })[] = [];
    visit(this.document, {
      Scalar: (_, { type, source = '', range }) => {
        if (type === 'PLAIN' && pattern.test(source))
          found.push({ text: source, ...this.at(range?.[0] ?? 0) });
      },
    });
    return found;
  }

  problem(path: Path, told: Omit<Problem, 'file' | 'line' | 'column'>): Problem {
    return { file: this.file, ...this.positionOf(path), ...told };
  }
}

const tooDeep = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  message: 'values are nested too deeply to be read',
  allowed: 'at most a few levels',
});

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function refusedFeatures(
  file: string,
  document: Document.Parsed,
  at: (offset: number) => Position,
): Problem[] {
  const problems: Problem[] = [];
  const told = (node: Node, message: string, write: string): void => {
    problems.push({ file, ...at(node.range?.[0] ?? 0), message, allowed: 'plain values', write });
  };
  if (document.directives.yaml.version !== '1.2') {
    const message = `YAML ${document.directives.yaml.version} is not read`;
    problems.push({
      file,
      line: 1,
      column: 1,
      message,
      allowed: 'YAML 1.2',
      write: 'no line that starts with %',
    });
  }
  visit(document, {
    Node(_, node) {
      if (problems.length >= MOST_TOLD) return visit.BREAK;
      if (isAlias(node))
        told(node, `the alias ${legible(`*${node.source}`)} is not read`, 'the value itself');
      else if (node.anchor !== undefined)
        told(node, `the anchor ${legible(`&${node.anchor}`)} is not read`, 'the value without it');
      if (!isAlias(node) && node.tag !== undefined && !isPlainTag(node)) {
        const written = node.tag.replace(/^tag:yaml\.org,2002:/, '!!');
        told(node, `the tag ${shown(written)} is not read`, 'the value without it');
      }
      return undefined;
    },
  });
  return problems;
}

function isPlainTag(node: Node): boolean {
  if (isPair(node)) return true;
  const tag = (node as { tag?: string }).tag;
  return isCollection(node) ? /:(map|seq)$/.test(tag ?? '') : /:(str|int|float|bool|null)$/.test(tag ?? '');
}
