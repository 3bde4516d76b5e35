import { containersOf, podMakerOf } from '../catalogue/contract/pod-maker';
import type { OwnToolkit } from '../catalogue/own/own-toolkit';
import type { Course } from '../course/course.schema';
import { textAt, withAt } from '../kubernetes/field-at';
import type { PlacedObject } from '../kubernetes/placed-object';
import type { LockedImage } from './image-lock';
import { heldTo } from './image-lock';

/** A course whose own toolkits start their images by the digests that the cohort's lock holds. */
export function withHeldImages<T extends Pick<Course, 'labs'>>(course: T, lock: readonly LockedImage[]): T {
  if (lock.length === 0) return course;
  const labs = course.labs.map((lab) => ({
    ...lab,
    toolkits: lab.toolkits.map((use) => (use.own === undefined ? use : { ...use, own: held(use.own, lock) })),
  }));
  return { ...course, labs };
}

const held = (own: OwnToolkit, lock: readonly LockedImage[]): OwnToolkit => ({
  ...own,
  images: own.images.map((ref) => heldTo(ref, lock)),
  objects: own.objects.map((object) => heldObject(object, lock)),
});

function heldObject(object: PlacedObject, lock: readonly LockedImage[]): PlacedObject {
  const maker = podMakerOf(object, [object]);
  if (maker === undefined) return object;
  return containersOf(maker).reduce((changed, { path, container }) => {
    const image = textAt(container, 'image');
    return image === undefined ? changed : withAt(changed, [...path, 'image'], heldTo(image, lock));
  }, object);
}
