import type { Value } from '../values/value';

/**
 * An id of a service's own choice that is not `taken`, made by `form` of what the thing says of itself: the same
 * stacks get the same ids in whatever order they are applied.
 */
export function assignedId(
  form: (text: string) => string,
  about: Value,
  taken: (id: string) => boolean,
): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = form(`${attempt} ${JSON.stringify(about)}`);
    if (!taken(id)) return id;
  }
}
