import { imagesByTag } from '../../core/images/images-by-tag';
import type { Problem } from '../../core/input/problem';
import { shown } from '../../core/input/problem';
import type { CohortDirectory } from '../cohort-directory';
import { cohortDirectory } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { IMAGE_LOCK_FILE } from '../images/image-lock-file';
import { lockImages } from '../images/lock-images';
import type { AskedImage, AskedImages } from '../images/lock-images';
import { loadCohort } from '../load-cohort';
import { reportProblems, wrapped } from '../report-problems';
import type { Terminal } from '../terminal';

export interface ImagesLockOptions {
  readonly cohort?: string;
  readonly json?: boolean;
  /** Options of the list, which a lock has no use for. */
  readonly course?: string;
  readonly out?: string;
}

/** Asks registries for the images that a cohort runs by tag, and holds them to what was seen first. */
export async function imagesLock(terminal: Terminal, options: ImagesLockOptions): Promise<ExitCode> {
  const json = options.json === true;
  const strangers = strangersIn(options);
  if (strangers.length > 0) return reportProblems(terminal, strangers, json);
  const directory = cohortDirectory(options.cohort);
  const inputs = loadCohort(directory);
  if (!inputs.ok) return reportProblems(terminal, inputs.problems, json);
  terminal.progress('Asking registries');
  const asked = await lockImages(directory, imagesByTag(inputs.value.course));
  terminal.done();
  if (!asked.ok) return reportProblems(terminal, asked.problems, json);
  if (json) terminal.print(JSON.stringify(asked.value, undefined, 2));
  else for (const line of askedLines(asked.value, directory, terminal)) terminal.print(line);
  return EXIT.ok;
}

const strangersIn = (options: ImagesLockOptions): readonly Problem[] =>
  (['course', 'out'] as const).flatMap((name) => {
    const given = options[name];
    return given === undefined
      ? []
      : [
          {
            file: `--${name}`,
            line: 1,
            column: 1,
            message: 'a lock is of a cohort, and lies in its folder',
            got: shown(given),
            allowed: '--cohort, --json',
            write: 'practicum images lock --cohort .',
          },
        ];
  });

const HOW: Readonly<Record<AskedImage['how'], string>> = {
  'as before': 'as before',
  'seen first': 'seen for the first time',
};

function askedLines(
  { images, gone }: AskedImages,
  directory: CohortDirectory,
  { colors, width }: Terminal,
): readonly string[] {
  const first = images.filter(({ how }) => how === 'seen first').length;
  const file = directory.display(IMAGE_LOCK_FILE);
  return [
    ...(images.length === 0 ? ['Every image of this cohort is named by its digest.'] : []),
    ...images.flatMap(({ image, digest, how }) => [
      `${colors.green('✓')} ${colors.bold(image)}`,
      `  ${HOW[how]}`,
      `  ${digest}`,
    ]),
    ...gone.flatMap((image) => [
      `${colors.yellow('–')} ${colors.bold(image)}`,
      wrapped('  ', `taken out of ${file}: this cohort does not run it by its tag`, width),
    ]),
    ...(first === 0
      ? []
      : [
          '',
          wrapped(
            '',
            `Commit ${file}: from now on clusters run ${first === 1 ? 'this image' : 'these images'} by digest, and a tag that is moved is told.`,
            width,
          ),
        ]),
  ];
}
