import type { ListedImage } from '../../core/catalogue/image-list';
import { wrapped } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';
import { mirrorCommands } from './mirror-script';

/** Images for people, and the commands that copy them. */
export function imageLines(
  images: readonly ListedImage[],
  { colors, width }: Pick<Terminal, 'colors' | 'width'>,
): readonly string[] {
  const unpinned = images.filter(({ digest }) => digest === undefined).length;
  const pinned = unpinned === 0 ? 'all with a digest' : `${unpinned} without a digest`;
  return [
    `${counted(images.length, 'image')}, ${pinned}`,
    ...images.flatMap(({ image, digest, licence, usedBy, date, locked }) => [
      '',
      colors.bold(image),
      digest === undefined
        ? colors.yellow('  no digest is known: "practicum images lock" pins it in a cohort')
        : `  ${digest}`,
      wrapped(
        '  ',
        `${licence}; ${locked === true ? 'held by images.lock.yaml' : `read ${date}`}; for ${usedBy.join(', ')}`,
        width,
      ),
    ]),
    '',
    colors.bold('To copy them'),
    '',
    wrapped(
      '',
      'Set MIRROR to a registry of yours, such as us-docker.pkg.dev/my-project/mirror; "--out mirror.sh" writes these lines into a script.',
      width,
    ),
    '',
    ...mirrorCommands(images),
  ];
}
