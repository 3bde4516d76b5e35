import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decideApplication } from '../../../src/app/roster/application';
import { cohortDirectory } from '../../../src/app/cohort-directory';
import { TAGGED_IMAGES } from '../../../src/core/domain/pinned-images';
import { imageLockText } from '../../../src/core/images/image-lock';
import { valueOf } from '../../core/outcomes';
import { copyOfExample, temporaryFolder } from '../temporary-folder';

test('What a new roster would make runs the images that the lock holds, as what there is does', () => {
  const folder = copyOfExample('tier-namespace', { ledger: true });
  const image = TAGGED_IMAGES.labelEnforcer;
  const digest = `sha256:${'a'.repeat(64)}`;
  writeFileSync(join(folder, 'images.lock.yaml'), imageLockText([{ image, digest }]));
  const roster = join(temporaryFolder(), 'export.csv');
  writeFileSync(roster, `${readFileSync(join(folder, 'roster.csv'), 'utf8').trimEnd()}\n`);
  const { before, after } = valueOf(
    decideApplication(cohortDirectory(folder), [roster, undefined], { at: '2027-02-01T12:00' }),
  ).plans;
  for (const plan of [before, after])
    expect(plan?.cells.map(({ cluster }) => cluster!.monitoring.images.labelEnforcer)).toEqual([
      `${image}@${digest}`,
    ]);
});
