import type { Document, YAMLError } from 'yaml';
import { isCollection, isScalar, visit } from 'yaml';
import type { Problem } from './problem';
import type { Position } from './position';

const SECOND_COLON = 'a second "key: value" stands in this value';

const SYNTAX: Readonly<Partial<Record<YAMLError['code'], readonly [message: string, write: string]>>> = {
  DUPLICATE_KEY: ['this key stands here twice', 'one of the two; delete the other'],
  MULTIPLE_DOCS: ['a second document starts here', 'one document: delete the line "---" and what follows it'],
  TAB_AS_INDENT: ['a tab indents this line', 'spaces instead of the tab'],
  MULTILINE_IMPLICIT_KEY: [
    'this line is no "key: value"',
    'a space after the colon, and as many spaces in front as the lines beside it have',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    SECOND_COLON,
    'quotes around the value, or as many spaces in front as the lines beside it have',
  ],
  BLOCK_IN_FLOW: [SECOND_COLON, 'quotes around the value'],
  BAD_SCALAR_START: ['a value cannot start with this character', 'quotes around the value'],
  BAD_DQ_ESCAPE: ['no escape starts like this', '\\\\ for a backslash, or single quotes around the value'],
  KEY_OVER_1024_CHARS: ['this key has more than 1024 characters', 'a shorter key'],
  BAD_INDENT: ['the indentation does not fit', 'the same number of spaces as the lines beside it'],
  BAD_ALIAS: ['an alias has no name', 'the value itself'],
  UNEXPECTED_TOKEN: [
    'a sign stands here where none can',
    'one comma between two entries, one colon in each, and quotes around a value that has such signs',
  ],
  MISSING_CHAR: ['a character is missing', 'the closing quote, bracket or colon'],
  NON_STRING_KEY: ['a key is not text', 'a key of letters'],
};

/** Faults that leave the parser in step; after any other it misreads what follows and complains of that too. */
const IN_STEP: ReadonlySet<YAMLError['code']> = new Set([
  'DUPLICATE_KEY',
  'NON_STRING_KEY',
  'BAD_SCALAR_START',
  'BAD_DQ_ESCAPE',
  'BAD_ALIAS',
]);

/** What keeps a text from being YAML, in the order of the text. */
export function syntaxProblems(
  file: string,
  document: Document.Parsed,
  at: (offset: number) => Position,
): readonly Problem[] {
  return withoutEchoes(document.errors).map((error) => syntaxProblem(file, document, error, at));
}

function withoutEchoes(errors: readonly YAMLError[]): readonly YAMLError[] {
  const inOrder = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const lost = inOrder.findIndex(({ code }) => !IN_STEP.has(code));
  return lost < 0 ? inOrder : inOrder.slice(0, lost + 1);
}

/** What was opened and never closed, which the parser notices only where it cannot go on. */
function unclosed(document: Document.Parsed, error: YAMLError): { what: string; offset: number } | undefined {
  const quote = error.message.startsWith('Missing closing');
  if (!quote && !/must be sufficiently indented and end with a [\]}]/.test(error.message)) return undefined;
  let offset = error.pos[0];
  visit(document, {
    Node(_, node) {
      const opens = quote
        ? isScalar(node) && /^QUOTE/.test(node.type ?? '')
        : isCollection(node) && node.flow;
      const [from, to] = node.range ?? [0, 0];
      if (opens && from < error.pos[0] && to >= error.pos[0]) offset = from;
    },
  });
  return { what: quote ? 'quote' : 'bracket', offset };
}

function syntaxProblem(
  file: string,
  document: Document.Parsed,
  error: YAMLError,
  at: (offset: number) => Position,
): Problem {
  const open = unclosed(document, error);
  if (open !== undefined) {
    return {
      file,
      ...at(open.offset),
      message: `a ${open.what} was opened and never closed`,
      write: `the closing ${open.what} at the end of that value`,
    };
  }
  const [message, write] = SYNTAX[error.code] ?? [];
  const detail = error.message.split('\n')[0]!;
  return {
    file,
    ...at(error.pos[0]),
    message: message ?? `this is not YAML: ${detail.charAt(0).toLowerCase()}${detail.slice(1)}`,
    allowed: 'YAML 1.2: "key: value", lists with "- ", indentation by spaces',
    ...(write === undefined ? {} : { write }),
  };
}
