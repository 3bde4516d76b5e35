import { mkdirSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { TOOLKITS, toolkitOf } from '../../core/catalogue/catalogue';
import { listedImages } from '../../core/catalogue/image-list';
import type { ListedImage } from '../../core/catalogue/image-list';
import type { Toolkit } from '../../core/catalogue/toolkit';
import type { Course } from '../../core/course/course.schema';
import type { Outcome, Problem } from '../../core/input/problem';
import { accept, refuse, shown } from '../../core/input/problem';
import { cohortDirectory } from '../cohort-directory';
import { readAskedCourse } from '../course/read-course';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { imageLines } from '../images/image-lines';
import { imagePage } from '../images/image-page';
import { mirrorScript } from '../images/mirror-script';
import { loadCohort } from '../load-cohort';
import { reportProblems } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';

export interface ImagesOptions {
  readonly course?: string;
  readonly cohort?: string;
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

/** Lists the images that a course or a cohort needs, or all there are, for those who keep copies of their own. */
export function images(terminal: Terminal, options: ImagesOptions): ExitCode {
  const json = options.json === true;
  const asked = listOf(options);
  const format = formatOf(options.out);
  if (!asked.ok || !format.ok) {
    const problems = [asked, format].flatMap((part) => (part.ok ? [] : part.problems));
    return reportProblems(terminal, problems, json);
  }
  const list = asked.value;
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

function listOf({ course, cohort }: ImagesOptions): Outcome<readonly ListedImage[]> {
  if (course !== undefined && cohort !== undefined) return refuse([ONE_OF_THEM]);
  if (cohort !== undefined) {
    const inputs = loadCohort(cohortDirectory(cohort));
    return inputs.ok ? accept(listedImages(usedIn(inputs.value.course), inputs.value.imageLock)) : inputs;
  }
  if (course === undefined) return accept(listedImages(TOOLKITS));
  const file = readAskedCourse(course, 'practicum images --course');
  return file.ok ? accept(listedImages(usedIn(file.value.course))) : file;
}

const usedIn = ({ labs }: Pick<Course, 'labs'>): readonly Toolkit[] =>
  [...new Map(labs.flatMap(({ toolkits }) => toolkits).map((use) => [use.id, use])).values()].map(toolkitOf);

const ONE_OF_THEM: Problem = {
  file: '--course',
  line: 1,
  column: 1,
  message: 'a cohort has its course in its own file',
  allowed: 'one of --course and --cohort',
  write: 'one of them',
};

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
