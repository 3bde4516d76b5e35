import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cronJobs } from '../../../src/core/catalogue/cron-jobs/toolkit';
import { podMakerOf } from '../../../src/core/catalogue/contract/pod-maker';
import type { PlacedObject } from '../../../src/core/kubernetes/placed-object';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { GoogleStandIn } from './google-stand-in';
import { withParts } from './parts';
import { ran } from './started';

const ADDRESS = '127.61.79.5';
const PLACE = placeOf(cronJobs, 'small');

interface Container {
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

withParts({ onPath: ['python3'] }, () => {
  test('The nightly Job writes one object a day, and the same when the day runs again', async () => {
    const [file] = cronJobs.examples(PLACE);
    const { objects } = file as { readonly objects: readonly PlacedObject[] };
    const [files, clock] = objects as readonly [PlacedObject, PlacedObject];
    const [container] = podMakerOf(clock, objects)!.spec['containers'] as readonly [Container];
    const script = join(temporaryFolder(), 'nightly.py');
    writeFileSync(script, (files['data'] as Readonly<Record<string, string>>)['nightly.py']!);
    const [program, ...args] = container.command.map((word) => (word === '/job/nightly.py' ? script : word));
    const google = await GoogleStandIn.start(ADDRESS);
    const env = {
      PATH: process.env['PATH'],
      ...Object.fromEntries(container.env.map(({ name, value }) => [name, value])),
      DAY: '2027-02-03',
      METADATA_SERVER: google.url,
      STORAGE: google.url,
    };
    try {
      const name = `${PLACE.bucket}/predictions/2027-02-03.jsonl`;
      expect(await ran(program!, args, { env })).toEqual({
        code: 0,
        said: `100 predictions: gs://${name}\n`,
      });
      const first = google.objects.get(`/${name}`)!.toString();
      expect(first.split('\n')[0]).toMatch(/^\{"day": "2027-02-03", "example": 0, "score": 0\.\d+\}$/);
      await ran(program!, args, { env });
      expect([...google.objects.keys()]).toEqual([`/${name}`]);
      expect(google.objects.get(`/${name}`)!.toString()).toBe(first);
    } finally {
      await google.stop();
    }
  }, 20_000);
});
