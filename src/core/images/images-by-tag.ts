import type { Course } from '../course/course.schema';
import { TAGGED_IMAGES } from '../domain/pinned-images';
import { byText } from '../domain/sorting';
import type { LockRow } from './image-lock';

/** Images that a cohort with this course runs and nobody names by digest: those that its lock may hold. */
export function imagesByTag({ labs }: Pick<Course, 'labs'>): readonly string[] {
  const own = labs.flatMap(({ toolkits }) => toolkits.flatMap((use) => use.own?.images ?? []));
  const all = [...Object.values<string>(TAGGED_IMAGES), ...own];
  return [...new Set(all.filter((ref) => !ref.includes('@')))].sort(byText(String));
}

/** How many images a cohort runs by tag, and which lines of its lock hold none of its images. */
export function imageNotices(course: Pick<Course, 'labs'>, lock: readonly LockRow[]): readonly string[] {
  const run = imagesByTag(course);
  const held = new Set(lock.map(({ image }) => image));
  const open = run.filter((image) => !held.has(image)).length;
  const [words, those] = open === 1 ? ['1 image is', 'it'] : [`${open} images are`, 'them'];
  return [
    ...(open === 0 ? [] : [`${words} run by tag: "practicum images lock" pins ${those}`]),
    ...lock
      .filter(({ image }) => !run.includes(image))
      .map(
        ({ image, line }) =>
          `images.lock.yaml:${line} holds ${image}, which this cohort does not run by tag; by tag it runs ${run.join(', ') || 'none'}: "practicum images lock" takes the line out`,
      ),
  ];
}
