import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { airflow } from '../../../src/core/catalogue/airflow/toolkit';
import { Bytes } from '../../../src/core/domain/quantity';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { GoogleStandIn } from './google-stand-in';
import { withParts } from './parts';
import { placedContainer } from './placed-container';
import { Started } from './started';

const ADDRESS = '127.61.79.12';
const PLACE = placeOf(airflow, 'small');
/** Where DAGs are, by the toolkit. */
const ROOM = Bytes.parse('16Mi').bytes;

withParts({ onPath: ['python3'] }, () => {
  test('Data that a student puts among the DAGs fills no folder: what has no room is told of, and the rest comes', async () => {
    const google = await GoogleStandIn.start(ADDRESS);
    for (let number = 10; number < 40; number++)
      google.objects.set(`/${PLACE.bucket}/dags/data-${number}.json`, Buffer.alloc(900_000, '1'));
    google.objects.set(`/${PLACE.bucket}/dags/small.py`, Buffer.from('# a DAG'));
    const { command, env, at } = placedContainer({
      toolkit: airflow,
      size: 'small',
      workload: 'airflow',
      container: 'dags',
      root: temporaryFolder(),
      here: [
        ['http://metadata.google.internal', google.url],
        ['https://storage.googleapis.com', google.url],
      ],
    });
    mkdirSync(at('/dags'), { recursive: true });
    const names = (): readonly string[] => readdirSync(at('/dags'));
    const sync = await Started.start(command[0]!, command.slice(1), {
      env: { ...env, PATH: process.env['PATH'], EVERY_SECONDS: '0.2' },
      isReady: () => Promise.resolve(names().includes('small.py')),
    });
    try {
      const size = names().reduce((sum, name) => sum + statSync(join(at('/dags'), name)).size, 0);
      // A file is written beside the one that it replaces, and a ConfigMap brings up to a megabyte.
      expect(size).toBeLessThan(ROOM - 3_000_000);
      expect(sync.said).toContain('There is no room for data-');
    } finally {
      await sync.stop();
      await google.stop();
    }
  }, 30_000);
});
