import { z } from 'zod';
import type { IdRule } from '../domain/ids';
import { taught, textOf } from '../input/teach';

const REGISTRY_HOST = '[a-z0-9-]+(?:\\.[a-z0-9-]+)+(?::\\d{1,5})?';
const PATH = '[a-z0-9]+(?:[._-]+[a-z0-9]+)*';

const REGISTRY: IdRule = {
  pattern: new RegExp(`^(?=.{4,200}$)${REGISTRY_HOST}(?:/${PATH})*$`),
  allowed: 'the host of a registry, and a path in it if you like',
  example: 'ghcr.io',
};
const IMAGE: IdRule = {
  pattern: new RegExp(`^(?=.{4,200}$)${REGISTRY_HOST}(?:/${PATH})+$`),
  allowed: 'the whole name of an image with its registry and without a tag',
  example: 'docker.io/library/redis',
};

const named = (rule: IdRule, about: string): z.ZodType<string, string> =>
  textOf((text) => (rule.pattern.test(text) ? text : undefined), { about, ...rule });

/** Images that may run in every place, beside those of its own registry. */
export const IMAGES_SCHEMA = taught(z.array(named(IMAGE, 'An image, in every version.')).max(200), {
  about: "Images that may run in every place, beside those of the tenant's own registry.",
  allowed: 'up to 200 names of images',
  example: '[docker.io/library/redis, docker.io/grafana/k6]',
});

const REGISTRIES_SCHEMA = taught(
  z.array(named(REGISTRY, 'A registry that any image may come from.')).max(20),
  {
    about: 'Public registries that any image may come from; none unless named.',
    allowed: 'up to 20 registries',
    example: '[ghcr.io]',
  },
);

/** What a cohort lets its places run beyond what the course names. */
export const COHORT_IMAGES_SCHEMA = taught(
  z.strictObject({ registries: REGISTRIES_SCHEMA.default([]), allow: IMAGES_SCHEMA.default([]) }),
  {
    about: "What may run beside images of each place's own registry and those that the course names.",
    allowed: 'registries and allow',
    example: '{ registries: [ghcr.io], allow: [docker.io/library/postgres] }',
  },
);
