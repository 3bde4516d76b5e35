import { TOOLKITS } from '../../core/catalogue/catalogue';
import type { ListedImage } from '../../core/catalogue/image-list';
import { listedImages } from '../../core/catalogue/image-list';

const cell = (text: string): string => text.replaceAll('|', '\\|');

function row({ image, digest, unpinned, licence, source, date, usedBy }: ListedImage): string {
  const pin = digest === undefined ? `none: ${unpinned ?? ''}` : `\`${digest}\``;
  return `| \`${image}\` | ${pin} | ${licence} | ${usedBy.join(', ')} | ${date} | ${cell(source)} |`;
}

/** Images as a page of the documentation: `docs/images.md` lists all. */
export const imagePage = (images: readonly ListedImage[] = listedImages(TOOLKITS)): string =>
  [
    '# Images',
    '',
    'Every image that Practicum and its toolkits start. `npm run schemas` writes this page from the catalogue;',
    '`practicum images` prints those of a course with the commands that copy them into a registry of your own.',
    '',
    `${images.length} images, ${images.filter(({ digest }) => digest !== undefined).length} of them by digest. A tag without a digest may be another image tomorrow: mirror it, and look at what`,
    'you got. The licence is of the software; the base of an image brings more. `practicum` is what every cluster runs.',
    '',
    '| image | digest | licence | for | read | where the digest was read |',
    '| --- | --- | --- | --- | --- | --- |',
    ...images.map(row),
    '',
  ].join('\n');
