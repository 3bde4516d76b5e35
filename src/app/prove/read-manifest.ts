import { parseAllDocuments } from 'yaml';
import type { Json, JsonMap } from '../../prover/json-value';
import { isMap } from '../../prover/json-value';

/** Values of fields that were read before, by their text. */
export type KnownFields = Map<string, JsonMap>;

/**
 * The documents of a manifest. Most fields of a tenant's objects are, text for text, those of every other tenant:
 * `known` keeps what was read once, which is four fifths of the work.
 */
export function readManifest(file: string, text: string, known: KnownFields): readonly JsonMap[] {
  return text.split(/^---\s*$/m).flatMap((document): readonly JsonMap[] => {
    const fields = fieldsOf(document);
    const values = fields?.map((field) => {
      const value = known.get(field) ?? wholeDocument(file, field);
      known.set(field, value);
      return value;
    });
    if (values === undefined) return document.trim() === '' ? [] : [wholeDocument(file, document)];
    return [Object.assign({}, ...values) as JsonMap];
  });
}

/** Whatever else may begin a line: then the text is read as a whole, by the rules of YAML alone. */
const FIELD = /^[A-Za-z][A-Za-z0-9]*:/;

/** Fields of a mapping, each with its name; undefined where the text is not that plain, or names a field twice. */
function fieldsOf(document: string): readonly string[] | undefined {
  const fields: string[] = [];
  for (const line of document.split('\n')) {
    if (FIELD.test(line)) fields.push(line);
    else if (fields.length > 0 && /^(?: |- |$)/.test(line)) fields[fields.length - 1] += `\n${line}`;
    else if (line !== '') return undefined;
  }
  const names = new Set(fields.map((field) => field.slice(0, field.indexOf(':'))));
  // An anchor of one field would be unknown in the next.
  const isPlain = fields.length > 0 && names.size === fields.length && !/[&*][A-Za-z]/.test(document);
  return isPlain ? fields : undefined;
}

function wholeDocument(file: string, text: string): JsonMap {
  const [document, ...more] = parseAllDocuments(text) as readonly (ReturnType<
    typeof parseAllDocuments
  >[number] & {
    toJS(): Json;
  })[];
  const problem =
    document?.errors[0]?.message ?? (more.length > 0 ? 'two documents without "---"' : undefined);
  const value = problem === undefined ? document?.toJS() : undefined;
  if (isMap(value)) return value;
  throw new UnreadableOutput(file, problem ?? 'no object of Kubernetes');
}

/** A file of the output that no synthesis wrote like this. */
export class UnreadableOutput extends Error {
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}
