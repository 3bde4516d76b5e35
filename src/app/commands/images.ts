import { mkdirSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { TOOLKITS, toolkitOf } from '../../core/catalogue/catalogue';
import { listedImages } from '../../core/catalogue/image-list';
import type { ListedImage } from '../../core/catalogue/image-list';
import type { Toolkit } from '../../core/catalogue/toolkit';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import { readAskedCourse } from '../course/read-course';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { imageLines } from '../images/image-lines';
import { imagePage } from '../images/image-page';
import { mirrorScript } from '../images/mirror-script';
import { reportProblems } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';

export interface ImagesOptions {
  readonly course?: string;
  readonly json?: boolean;
  readonly out?: string;
}

const asJson = (images: readonly ListedImage[]): string => JSON.stringify(images, undefined, 2);

/** What is written for each ending of a file. */
const FORMATS: Readonly<Record<string, (images: readonly ListedImage[]) => string>> = {
  '.json': (images) => `${asJson(images)}\n`,
  '.md': imagePage,
  '.sh': mirrorScript,
};

/** Lists the images that a course needs, or all there are, for those who keep copies of their own. */
export function images(terminal: Terminal, options: ImagesOptions): ExitCode {
  const json = options.json === true;
  const toolkits = toolkitsOf(options.course);
  const format = formatOf(options.out);
  if (!toolkits.ok || !format.ok) {
    const problems = [toolkits, format].flatMap((part) => (part.ok ? [] : part.problems));
    return reportProblems(terminal, problems, json);
  }
  const list = listedImages(toolkits.value);
  if (options.out !== undefined) {
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileAtomic(options.out, format.value(list));
  }
  if (json) terminal.print(asJson(list));
  else if (options.out !== undefined)
    terminal.print(`${terminal.colors.green('✓')} ${counted(list.length, 'image')} in ${options.out}`);
  else for (const line of imageLines(list, terminal)) terminal.print(line);
  return EXIT.ok;
}

function toolkitsOf(course: string | undefined): Outcome<readonly Toolkit[]> {
  if (course === undefined) return accept(TOOLKITS);
  const file = readAskedCourse(course, 'practicum images --course');
  if (!file.ok) return file;
  const uses = file.value.course.labs.flatMap(({ toolkits }) => toolkits);
  return accept([...new Map(uses.map((use) => [use.id, use])).values()].map(toolkitOf));
}

function formatOf(out: string | undefined): Outcome<(images: readonly ListedImage[]) => string> {
  if (out === undefined) return accept(imagePage);
  const format = FORMATS[extname(out)];
  if (format !== undefined) return accept(format);
  return refuse([
    {
      file: '--out',
      line: 1,
      column: 1,
      message: 'the ending of the file says what is written, and this one says nothing',
      got: shown(out),
      allowed: '.json for data, .md for a page, .sh for the commands that copy',
      write: '--out mirror.sh',
    },
  ]);
}
