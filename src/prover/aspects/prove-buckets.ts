import type { AspectProof, Finding } from '../finding';
import { EVERYONE_ELSE, STAFF } from '../finding';
import { quoted } from '../json-value';
import { stepIn } from '../terraform/cloud-resources';
import type { World } from '../world';

/** What every bucket says, so that IAM alone decides who reads it. */
const SETTINGS = [
  {
    key: 'uniform_bucket_level_access',
    value: true,
    otherwise: 'single objects may be given to anybody, past IAM and past the end of the term',
  },
  {
    key: 'public_access_prevention',
    value: 'enforced',
    otherwise: 'one mistaken grant opens it to everyone on the internet',
  },
] as const;

/** Buckets: that each place has its own, that IAM alone decides who reads it, and that none is unknown. */
export function proveBuckets({ record, cloud }: World): AspectProof {
  const buckets = cloud.ofType('google_storage_bucket');
  const owners = new Map(
    record.places.map(({ bucket, project, handle }) => [`${project} ${bucket}`, handle]),
  );
  const { stateBucket } = record;
  if (stateBucket !== undefined) owners.set(`${stateBucket.project} ${stateBucket.name}`, STAFF);
  const found = new Set<string>();
  const findings = buckets.flatMap((bucket): readonly Finding[] => {
    const key = `${cloud.text(bucket, 'project')} ${cloud.text(bucket, 'name')}`;
    found.add(key);
    const owner = owners.get(key);
    const common = {
      aspect: 'buckets',
      kind: 'guard',
      from: EVERYONE_ELSE,
      to: owner ?? STAFF,
      pairs: 1,
    } as const;
    const unknown =
      owner === undefined
        ? [
            {
              ...common,
              sentence: "A bucket is nobody's",
              path: [stepIn(bucket, `is ${key}, which no place has`)],
            },
          ]
        : [];
    const open = SETTINGS.filter(({ key: setting, value }) => bucket.body[setting] !== value);
    return [
      ...unknown,
      ...open.map(({ key: setting, value, otherwise }) => ({
        ...common,
        sentence: `Unless a bucket says ${setting}: ${value}, ${otherwise}`,
        path: [stepIn(bucket, `says ${setting}: ${quoted(bucket.body[setting])}`)],
      })),
    ];
  });
  const absent = [...owners]
    .filter(([key]) => !found.has(key))
    .map(([key, owner]): Finding => ({
      aspect: 'buckets',
      kind: 'cannot work',
      from: owner,
      to: owner,
      sentence: 'A bucket is missing',
      path: [{ file: 'terraform', object: `bucket ${key.split(' ')[1]}`, says: 'is made by no stack' }],
      pairs: 1,
    }));
  return {
    aspect: 'buckets',
    about: 'Buckets: whose each is, and that nothing but IAM opens it',
    objects: buckets.length,
    classes: new Set(buckets.map(({ body }) => JSON.stringify(SETTINGS.map(({ key }) => body[key])))).size,
    findings: [...findings, ...absent],
  };
}
