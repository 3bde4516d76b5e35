import { COHORT_IMAGES_SCHEMA, IMAGES_SCHEMA } from '../../../src/core/course/images.schema';

test.each([
  'docker.io/library/redis',
  'us-docker.pkg.dev/example-labs/course/model_1',
  'registry.example.edu:5000/a/b.c--d',
])('an image is its whole name: %s', (image) => expect(IMAGES_SCHEMA.parse([image])).toEqual([image]));

test.each([
  ['without its registry', 'redis'],
  ['without the host of its registry', 'library/redis'],
  ['of a registry without a dot', 'localhost/redis'],
  ['with a tag', 'docker.io/library/redis:7'],
  ['with a digest', 'docker.io/library/redis@sha256:00'],
  ['in capitals', 'docker.io/library/Redis'],
  ['that is a registry alone', 'docker.io'],
  ['with a slash at its end', 'docker.io/library/'],
  ['with a quote', "docker.io/a'b"],
  ['with a pattern', 'docker.io/library/*'],
])('an image %s is refused', (_, image) => expect(IMAGES_SCHEMA.safeParse([image]).success).toBe(false));

test.each(['ghcr.io', 'quay.io/example-lab', 'registry.example.edu:5000'])(
  'a registry may be %s',
  (registry) =>
    expect(COHORT_IMAGES_SCHEMA.parse({ registries: [registry] })).toEqual({
      registries: [registry],
      allow: [],
    }),
);

test.each(['docker', 'https://ghcr.io', 'ghcr.io/', '*.io'])('a registry may not be %s', (registry) =>
  expect(COHORT_IMAGES_SCHEMA.safeParse({ registries: [registry] }).success).toBe(false),
);
