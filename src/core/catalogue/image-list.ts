import { imageName, PINNED_IMAGES, TAGGED_IMAGES } from '../domain/pinned-images';
import { byText } from '../domain/sorting';
import type { LockedImage } from '../images/image-lock';
import { heldTo } from '../images/image-lock';
import { IMAGE_LICENCES } from './image-licences';
import { chartsNeededBy } from './shared/shared-charts';
import type { Toolkit } from './toolkit';

/** An image that a cohort runs, with all that whoever mirrors it wants to know. */
export interface ListedImage {
  /** Registry, path and tag. */
  readonly image: string;
  /** `sha256:…`; absent where none could be read. */
  readonly digest?: string;
  /** Why there is none. */
  readonly unpinned?: string;
  readonly licence: string;
  readonly source: string;
  /** Month in which the digest was read or published. */
  readonly date: string;
  /** The digest is what the cohort's lock holds. */
  readonly locked?: true;
  /** Ids of toolkits that start it, and `practicum` for what Practicum itself runs in every cluster. */
  readonly usedBy: readonly string[];
}

/** What Practicum itself runs, as it stands among images of toolkits. */
const OWN: Pick<Toolkit, 'id' | 'images'> = {
  id: 'practicum',
  images: Object.values<string>({ ...PINNED_IMAGES, ...TAGGED_IMAGES }).map((ref) => ({
    ref,
    source: 'src/core/domain/pinned-images.ts',
    date: '2026-11',
    ...(ref.includes('@')
      ? {}
      : { unpinned: 'no digest of this release was published where we could read one' }),
  })),
};

/** All images of Practicum itself, of `toolkits` and of the charts that they share, each once, by name; `lock` is a cohort's. */
export function listedImages(
  toolkits: readonly Pick<Toolkit, 'id' | 'images'>[],
  lock: readonly LockedImage[] = [],
): readonly ListedImage[] {
  const rows = new Map<string, ListedImage>();
  const shared = toolkits.flatMap(({ id }) => chartsNeededBy([id]).map(({ images }) => ({ id, images })));
  for (const { id, images } of [OWN, ...toolkits, ...shared])
    for (const { ref, source, date, unpinned } of images) {
      const held = heldTo(ref, lock);
      const [image, digest] = held.split('@') as [string, string | undefined];
      const known = rows.get(ref);
      rows.set(ref, {
        image,
        ...(digest === undefined ? {} : { digest }),
        ...(digest !== undefined || unpinned === undefined ? {} : { unpinned }),
        ...(held === ref ? {} : { locked: true as const }),
        licence: IMAGE_LICENCES[imageName(ref)] ?? 'NOASSERTION',
        source: known?.source ?? source,
        date: known?.date ?? date,
        usedBy: [...new Set([...(known?.usedBy ?? []), id])].sort(byText(String)),
      });
    }
  return [...rows.values()].sort(byText(({ image, digest = '' }) => `${image}@${digest}`));
}
