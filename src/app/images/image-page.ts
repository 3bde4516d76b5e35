import { TOOLKITS } from '../../core/catalogue/catalogue';
import type { ListedImage } from '../../core/catalogue/image-list';
import { listedImages } from '../../core/catalogue/image-list';

const cell = (text: string): string => text.replaceAll('|', '\\|');

function row({ image, digest, unpinned, licence, source, date, usedBy }: ListedImage): string {
  const pin = digest === undefined ? `none: ${unpinned ?? ''}` : `\`${digest}\``;
  return `| \`${image}\` | ${pin} | ${licence} | ${usedBy.join(', ')} | ${date} | ${cell(source)} |`;
}

/** How many have a digest, and what to do about the others. */
function digestLines(images: readonly ListedImage[]): readonly string[] {
  const open = images.filter(({ digest }) => digest === undefined).length;
  if (open === 0) return [`${images.length} images, all by digest.`];
  return [
    `${images.length} images, ${images.length - open} of them by digest. A tag may lead to another image tomorrow: run \`npx practicum images lock\``,
    'in the folder of your cohort, look at what it saw, and commit `images.lock.yaml`: from then on your clusters run that by',
    'digest, and a tag that is moved is told ([toolkits.md](toolkits.md#images-that-have-only-a-tag)).',
  ];
}

/** Images as a page of the documentation: `docs/images.md` lists all. */
export const imagePage = (images: readonly ListedImage[] = listedImages(TOOLKITS)): string =>
  [
    '# Images',
    '',
    'Every image that Practicum and its toolkits start. `npm run schemas` writes this page from the catalogue;',
    '`practicum images` prints those of a course with the commands that copy them into a registry of your own.',
    '',
    ...digestLines(images),
    'The licence is of the software; the base of an image brings more. `practicum` is what every cluster runs.',
    '',
    '| image | digest | licence | for | read | where the digest was read |',
    '| --- | --- | --- | --- | --- | --- |',
    ...images.map(row),
    '',
  ].join('\n');
