import { CloudError } from '../../../src/rehearsal/cloud/cloud-error';
import { PartlyMade } from '../../../src/rehearsal/provider/partly-made';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { bucketAsset, bucketKind } from '../provider/sample-bucket';
import type { Stack } from './terraform-ground';
import { TerraformGround, googleProvider } from './terraform-ground';

let ground: TerraformGround;

beforeEach(async () => {
  ground = await TerraformGround.start();
});

afterEach(() => ground.stop());

const LABS = { name: 'labs', location: 'US' };
const RULES = [{ port: 443, log: true }, { port: 80 }];
const buckets = (of: Readonly<Record<string, object>>, more: object = {}): object => ({
  resource: { google_storage_bucket: of },
  ...more,
});

test('A stack is made, found unchanged, changed, replaced, put right after drift, and taken away', async () => {
  const config = (more: object = {}): object => ({
    resource: {
      google_storage_bucket: { labs: { ...LABS, rule: RULES, ...more } },
      google_storage_bucket_object: {
        note: { name: 'note', content: 'of ${google_storage_bucket.labs.url}' },
      },
    },
  });
  const stack = await ground.stack(config());
  expect((await stack.apply()).output).toContain(
    'Apply complete! Resources: 2 added, 0 changed, 0 destroyed.',
  );
  expect(ground.buckets()['labs']).toMatchObject({ storage_class: 'STANDARD', seconds: 60 });
  expect(ground.cloud.find('//google_storage_bucket_object/note').data['content']).toBe('of gs://labs');
  expect((await stack.plan()).outcome).toBe('empty');

  stack.write(config({ rule: [...RULES].reverse(), labels: { team: 'a' } }));
  expect((await stack.apply()).output).toContain('Resources: 0 added, 1 changed, 0 destroyed.');
  stack.write(config({ location: 'EU' }));
  const replaced = await stack.apply();
  expect(replaced.output).toContain('~ location = "US" -> "EU" # forces replacement');
  expect(replaced.output).toContain('Resources: 1 added, 0 changed, 1 destroyed.');

  ground.cloud.change(bucketAsset('labs'), {
    data: { ...ground.buckets()['labs']!, storage_class: 'COLDLINE' },
  });
  const drifted = await stack.plan();
  expect(drifted.outcome).toBe('changes');
  expect(drifted.output).toContain('# google_storage_bucket.labs will be updated in-place');
  expect(drifted.output).toContain('~ storage_class = "COLDLINE" -> "STANDARD"');
  ground.cloud.remove(bucketAsset('labs'));
  const missing = await stack.plan();
  expect(missing.output).toContain('# google_storage_bucket.labs will be created');

  expect((await stack.destroy()).output).toContain('Destroy complete! Resources: 1 destroyed.');
  expect(ground.cloud.list()).toEqual([]);
}, 60_000);

test('What stands already is imported, and what does not is said so in terraform’s own words', async () => {
  const [known] = await bucketsMade();
  const imported = (id: string): object =>
    buckets({ labs: LABS }, { import: [{ to: 'google_storage_bucket.labs', id }] });
  const stack = await ground.stack(imported('other'));
  expect((await stack.plan()).output).toContain(
    'Error: Cannot import non-existent remote object While attempting to import an existing object to ' +
      'google_storage_bucket, the provider detected that no object exists with the given id "other".',
  );
  stack.write(imported('A/b/c'));
  expect((await stack.plan()).output).toContain(
    'Error: Error importing google_storage_bucket: googleapi: Error 400: Import id "A/b/c" ' +
      `doesn't match any of the accepted formats of google_storage_bucket, badRequest`,
  );
  stack.write(imported('w255/labs'));
  expect((await stack.apply()).output).toContain('Resources: 1 imported, 0 added, 0 changed, 0 destroyed.');
  expect((await stack.plan()).outcome).toBe('empty');
  expect(ground.buckets()['labs']).toEqual(known);
}, 60_000);

/** A bucket that a run made that nobody remembers. */
async function bucketsMade(): Promise<readonly Attributes[]> {
  await (await ground.stack(buckets({ labs: LABS }))).apply();
  return Object.values(ground.buckets());
}

test('Sets, many of a kind, and numbers that a double does not hold change nothing by themselves', async () => {
  const stack = await ground.stack(
    buckets({
      labs: {
        for_each: '${toset(["a", "b"])}',
        name: '${each.key}',
        location: 'US',
        ratio: 0.1,
        seconds: '${9007199254740993}',
        owners: ['ines', 'ada', '${each.key}'],
        rule: RULES,
        timeouts: { create: '5m' },
      },
      large: { ...LABS, ratio: '${18446744073709551617}', seconds: 0.5 },
    }),
  );
  expect((await stack.apply()).output).toContain('Resources: 3 added');
  expect(ground.buckets()).toMatchObject({
    a: { ratio: '0.1', seconds: 9007199254740993n, owners: ['a', 'ada', 'ines'] },
    labs: { ratio: '18446744073709551617', seconds: 0.5 },
  });
  expect((await stack.plan()).outcome).toBe('empty');
  const state = await stack.run('state', 'pull');
  expect(state.output).toContain('"ratio": 0.1,');
  expect(state.output).toContain('"seconds": 9007199254740993,');
  expect(state.output).toContain('"ratio": 18446744073709551617,');
}, 60_000);

describe('What is refused', () => {
  const refused = new CloudError({ status: 429, reason: 'rateLimitExceeded', message: 'Quota exceeded' });
  const outputOf = async (stack: Stack): Promise<string> => (await stack.apply()).output;

  test('by the cloud is said as the real provider says it, with the resource', async () => {
    const stack = await ground.stack(buckets({ labs: LABS }));
    ground.observer = {
      before: ({ action }) => {
        if (action !== 'read') throw refused;
        return 0;
      },
      after: () => undefined,
    };
    const words = (doing: string): string =>
      `Error: Error ${doing} google_storage_bucket: googleapi: Error 429: Quota exceeded, rateLimitExceeded`;
    expect(await outputOf(stack)).toContain(`${words('creating')} with google_storage_bucket.labs,`);
    ground.observer = { before: () => 0, after: () => undefined };
    await stack.apply();
    ground.observer = {
      before: () => {
        throw refused;
      },
      after: () => undefined,
    };
    expect((await stack.plan()).output).toContain(words('reading'));
    const destroyed = await stack.run('destroy', '-auto-approve', '-refresh=false');
    expect(destroyed.output).toContain(words('deleting'));
    stack.write(buckets({ labs: { ...LABS, labels: { a: '1' } } }));
    expect((await stack.run('apply', '-auto-approve', '-refresh=false')).output).toContain(words('updating'));
  }, 60_000);

  test('of a data source is said with its type', async () => {
    const stack = await ground.stack({ data: { google_project: { nobody: { project_id: 'nobody' } } } });
    expect(await outputOf(stack)).toContain(
      'Error: Error reading google_project: googleapi: Error 404: The project nobody was not found, notFound ' +
        'with data.google_project.nobody,',
    );
  }, 60_000);

  test('before the cloud is asked is said at its attribute, by the schema and by the kind', async () => {
    const stack = await ground.stack(buckets({ labs: { ...LABS, colour: 'red' } }));
    expect(await outputOf(stack)).toContain('No argument or block type is named "colour"');
    stack.write(buckets({ labs: { name: 'labs', placement: [{}, {}] } }));
    const output = await outputOf(stack);
    expect(output).toContain('The argument "location" is required');
    expect(output).toContain('Too many placement blocks');
    expect(ground.cloud.list()).toEqual([]);
  }, 60_000);
});

describe('With a kind of its own', () => {
  const startWith = async (kind: ReturnType<typeof bucketKind>): Promise<void> => {
    await ground.stop();
    ground = await TerraformGround.start(googleProvider(kind));
  };

  test('what the kind finds wrong stops the plan', async () => {
    const validate = (): readonly { path: string[]; message: string }[] => [
      { path: ['location'], message: 'expected location to be one of ["US"], got EU' },
    ];
    await startWith(bucketKind({ validate }));
    const stack = await ground.stack(buckets({ labs: { ...LABS, location: 'EU' } }));
    const { outcome, output } = await stack.plan();
    expect(outcome).toBe('failed');
    expect(output).toContain(
      'Error: expected location to be one of ["US"], got EU with google_storage_bucket.labs,',
    );
  }, 60_000);

  test('what was made half-way is remembered, and made anew by the next run', async () => {
    const kind = bucketKind();
    let fails = true;
    await startWith({
      ...kind,
      create: (planned, operation) => {
        const made = kind.create(planned, operation) as Attributes;
        if (fails) throw new PartlyMade(made, new CloudError({ status: 500, reason: 'e', message: 'no' }));
        return made;
      },
    });
    const stack = await ground.stack(buckets({ labs: LABS }));
    expect((await stack.apply()).output).toContain('googleapi: Error 500: no, e');
    fails = false;
    const next = await stack.apply();
    expect(next.output).toContain('# google_storage_bucket.labs is tainted, so must be replaced');
    expect(next.output).toContain('Resources: 1 added, 0 changed, 1 destroyed.');
  }, 60_000);

  test('a mistake of ours is told as ours, with its place', async () => {
    await startWith(bucketKind({ computed: () => ({ id: 'labs', colour: 'red' }) }));
    const output = (await (await ground.stack(buckets({ labs: LABS }))).apply()).output;
    expect(output).toContain('ApplyResourceChange: Error: colour is not in the schema');
    await startWith(
      bucketKind({
        computed: () => {
          throw new TypeError('a is not a function');
        },
      }),
    );
    const second = (await (await ground.stack(buckets({ labs: LABS }))).apply()).output;
    expect(second).toContain('Error: The rehearsal itself failed at creating google_storage_bucket');
    expect(second).toContain('TypeError: a is not a function at');
  }, 60_000);
});
