import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUCKET_SCRIPT } from '../../../src/core/catalogue/build/bucket-script';
import { SAMPLE_SAVED_MODEL } from '../../../src/core/catalogue/tf-serving/sample-model';
import { tfServing } from '../../../src/core/catalogue/tf-serving/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { GoogleStandIn } from './google-stand-in';
import { withParts } from './parts';
import type { PlacedContainer } from './placed-container';
import { placedContainer } from './placed-container';
import type { Ended } from './started';
import { ran } from './started';

const ADDRESS = '127.61.83.1';
const PLACE = placeOf(tfServing, 'small');
const PREFIX = `/${PLACE.bucket}/models/tf-serving`;
const PATH = { PATH: process.env['PATH'] };

withParts({ onPath: ['python3'] }, () => {
  let google: GoogleStandIn;

  beforeEach(async () => {
    google = await GoogleStandIn.start(ADDRESS);
  });
  afterEach(() => google.stop());

  const models = (root: string): PlacedContainer =>
    placedContainer({
      toolkit: tfServing,
      size: 'small',
      workload: 'tf-serving',
      container: 'models',
      root,
      here: [
        ['http://metadata.google.internal', google.url],
        ['https://storage.googleapis.com', google.url],
      ],
    });

  async function fetched(root: string): Promise<Ended> {
    const { command, env } = models(root);
    return ran(command[0]!, command.slice(1), { env: { ...PATH, ...env } });
  }

  const config = (root: string): string => readFileSync(join(root, 'models', 'models.config'), 'utf8');

  test('Without a model in the bucket the server is told of the sample', async () => {
    const root = temporaryFolder();
    expect((await fetched(root)).code).toBe(0);
    expect(config(root)).toBe(
      [
        'model_config_list {',
        `  config { name: "sample" base_path: "${root}/models/sample" model_platform: "tensorflow" }`,
        '}',
        '',
      ].join('\n'),
    );
    expect(readFileSync(join(root, 'models', 'sample', '1', 'saved_model.pbtxt'), 'utf8')).toBe(
      SAMPLE_SAVED_MODEL,
    );
  });

  test('What a script puts into the bucket is what the server is told of, whatever it is called', async () => {
    const folder = temporaryFolder();
    const model = join(folder, 'model');
    mkdirSync(join(model, 'variables'), { recursive: true });
    writeFileSync(join(model, 'saved_model.pb'), Buffer.from([0, 1, 255]));
    writeFileSync(join(model, 'variables', 'variables.index'), 'index');
    writeFileSync(join(folder, 'bucket.py'), BUCKET_SCRIPT);
    const script = join(folder, 'put.py');
    writeFileSync(script, `import bucket\nbucket.put("${model}", 'models/tf-serving/my "model"/1')\n`);

    const put = await ran('python3', [script], {
      env: { ...PATH, BUCKET: PLACE.bucket, METADATA_SERVER: google.url, STORAGE: google.url },
    });
    expect(put.said).toContain(`gs://${PLACE.bucket}/models/tf-serving/my "model"/1/saved_model.pb\n`);
    expect(put.code).toBe(0);
    // What is no version of a model is left where it is.
    google.objects.set(`${PREFIX}/read-me.txt`, Buffer.from('x'));
    const root = temporaryFolder();
    expect((await fetched(root)).code).toBe(0);
    expect(readdirSync(join(root, 'models')).sort()).toEqual(['models.config', 'my "model"']);
    expect(config(root)).toContain('name: "my \\"model\\""');
    expect(readFileSync(join(root, 'models', 'my "model"', '1', 'saved_model.pb'))).toEqual(
      Buffer.from([0, 1, 255]),
    );
  });

  test('A bucket that may not be read ends the start with a reason, and serves nothing', async () => {
    const root = temporaryFolder();
    const { command, env } = models(root);
    const { code, said } = await ran(command[0]!, command.slice(1), {
      env: { ...PATH, ...env, BUCKET: 'forbidden/bucket' },
    });
    expect(code).not.toBe(0);
    expect(said).toContain('404');
    expect(readdirSync(join(root, 'models'))).toEqual([]);
  });
});
