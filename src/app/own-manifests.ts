import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { CourseFile } from '../core/course/parse-course';
import { withOwnToolkits } from '../core/course/own-toolkits';
import type { ToolkitId } from '../core/domain/ids';
import { decodeText } from '../core/input/decode-text';
import type { Outcome, Problem } from '../core/input/problem';
import { accept, refuse, shown } from '../core/input/problem';
import { YamlSource } from '../core/input/yaml-source';
import { readInput } from './cohort-directory';

/** More than any tool needs; what is larger was put there by mistake. */
const MOST_FILES = 50;
const MOST_BYTES = 512 * 1024;
const REMEDY = 'a folder with the manifests of the toolkit, or a "chart" and then: practicum course render';

/** A course with its own toolkits, from the folders that it names; `path` is where its file stands. */
export function readOwnToolkits(file: CourseFile, path: string): Outcome<CourseFile> {
  const problems: Problem[] = [];
  const manifests = new Map<ToolkitId, readonly YamlSource[]>();
  file.course.ownToolkits.forEach(({ id, manifests: folder }, index) => {
    const read = manifestsIn(resolve(dirname(path), folder), (message, got) =>
      file.source.problem(['ownToolkits', index, 'manifests'], {
        message,
        got: shown(got ?? folder),
        write: REMEDY,
      }),
    );
    if (read.ok) manifests.set(id, read.value);
    else problems.push(...read.problems);
  });
  return problems.length > 0 ? refuse(problems) : withOwnToolkits(file, manifests);
}

type Told = (message: string, got?: string) => Problem;

function manifestsIn(folder: string, told: Told): Outcome<readonly YamlSource[]> {
  const all = namesIn(folder);
  if (typeof all === 'string') return refuse([told(all)]);
  const names = all.filter((name) => /\.(ya?ml|json)$/.test(name)).sort();
  if (names.includes('Chart.yaml'))
    return refuse([
      told(
        'this is a Helm chart: name it under "chart", and here the folder that "practicum course render" writes',
        'Chart.yaml',
      ),
    ]);
  if (names.includes('kustomization.yaml') || names.includes('kustomization.yml'))
    return refuse([
      told('this is for kustomize; write what "kubectl kustomize" prints into a folder of its own'),
    ]);
  if (names.length === 0) return refuse([told('the folder holds no .yaml, .yml or .json file')]);
  if (names.length > MOST_FILES) return refuse([told(`the folder holds more than ${MOST_FILES} manifests`)]);
  const read = names.map((name) => documentsOf(join(folder, name)));
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems));
  return problems.length > 0 ? refuse(problems) : accept(read.flatMap((each) => (each.ok ? each.value : [])));
}

const UNREADABLE: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'there is no such folder'],
  ['ELOOP', 'this is a link that leads back to itself'],
  ['ENAMETOOLONG', 'the path is too long for a folder'],
  ['EACCES', 'this folder may not be read by you'],
  ['EPERM', 'this folder may not be read by you'],
]);

/** Names of what is in a folder, or why it cannot be read. */
function namesIn(folder: string): readonly string[] | string {
  try {
    return readdirSync(folder);
  } catch (error) {
    const why = UNREADABLE.get((error as NodeJS.ErrnoException).code ?? '');
    if (why === undefined) throw error;
    return why;
  }
}

/** The documents of a file, each with its lines as they are numbered in the file. Empty ones are none. */
function documentsOf(path: string): Outcome<readonly YamlSource[]> {
  const name = relative(process.cwd(), path);
  const bytes = readInput(path, name, REMEDY);
  if (!(bytes instanceof Uint8Array)) return refuse([bytes]);
  if (bytes.byteLength > MOST_BYTES)
    return refuse([
      {
        file: name,
        line: 1,
        column: 1,
        message: 'no manifest is as large',
        allowed: `${MOST_BYTES / 1024} KiB`,
        write: REMEDY,
      },
    ]);
  const text = decodeText(name, bytes);
  if (!text.ok) return text;
  const directives = directivesOf(name, text.value);
  if (directives.length > 0) return refuse(directives);
  const sources = partsOf(text.value).map((part) => YamlSource.read(name, part));
  const problems = sources.flatMap((source) => (source.ok ? octals(source.value) : source.problems));
  if (problems.length > 0) return refuse(problems);
  const found = sources.flatMap((source) => (source.ok && source.value.value !== null ? [source.value] : []));
  return accept(found);
}

/** Numbers that Kubernetes, a reader of YAML 1.1, takes for octal ones: 0400 is the mode of a file, and not four hundred. */
const octals = (source: YamlSource): readonly Problem[] =>
  source.plainScalars(/^[-+]?0[0-7]+$/).map(({ text, ...at }) => ({
    file: source.file,
    ...at,
    message: 'this number is another one to each reader',
    got: text,
    write: `${parseInt(text, 8)}, or quotes around it where it is a text`,
  }));

/** `%YAML 1.1` and the like, before a document: they change how a reader takes what follows. */
const directivesOf = (file: string, text: string): readonly Problem[] =>
  partsOf(text).flatMap((part) => {
    const lines = part.split('\n');
    const first = lines.findIndex((line) => !/^\s*(#.*)?$/.test(line));
    return /^%[A-Z]/.test(lines[first] ?? '')
      ? [
          {
            file,
            line: first + 1,
            column: 1,
            message: 'this line tells how YAML is read',
            got: shown(lines[first]),
            allowed: 'YAML 1.2 as it is, without lines that begin with %',
            write: 'the manifest without this line',
          },
        ]
      : [];
  });

/** What stands between lines that begin with `---`, where it stands: behind as many empty lines as there are before it. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [''];
  text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .forEach((line, index) => {
      // A document may begin on the line itself.
      if (/^---(\s|$)/.test(line)) parts.push(`${'\n'.repeat(index)}   ${line.slice(3)}\n`);
      else parts[parts.length - 1] += `${line}\n`;
    });
  return parts.filter((part) => part.trim() !== '');
}
