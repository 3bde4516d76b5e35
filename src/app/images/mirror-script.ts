import type { ListedImage } from '../../core/catalogue/image-list';

/** Commands that copy images into a registry of one's own, each line short enough to be read and copied. */
export function mirrorCommands(images: readonly ListedImage[]): readonly string[] {
  return images.flatMap(({ image, digest }) => {
    const from = digest === undefined ? image : `${image.replace(/:[^:/]+$/, '')}@$D`;
    return [
      ...(digest === undefined
        ? ['# no digest is known: pin it before, with "practicum images lock"']
        : [`D=${digest}`]),
      `crane copy ${from} \\`,
      `  $MIRROR/${image}`,
    ];
  });
}

/** A whole script with them. `crane` keeps digests, so that what is pinned stays pinned. */
export const mirrorScript = (images: readonly ListedImage[]): string =>
  [
    '#!/bin/sh',
    '# Copies every image that the cohort runs into a registry of your own. Make it once:',
    '#   gcloud artifacts repositories create mirror --repository-format docker --location us',
    '#   gcloud auth configure-docker us-docker.pkg.dev',
    'set -eu',
    'MIRROR=${MIRROR:?for example us-docker.pkg.dev/my-project/mirror}',
    '',
    ...mirrorCommands(images),
    '',
  ].join('\n');
