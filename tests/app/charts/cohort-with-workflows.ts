import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cohortDirectory } from '../../../src/app/cohort-directory';
import type { CohortDirectory } from '../../../src/app/cohort-directory';
import { argoWorkflowsCrds } from '../../../src/core/catalogue/shared/argo-workflows-crds';
import { archiveName } from '../../../src/core/catalogue/shared/shared-charts';
import { chartLockText } from '../../../src/core/charts/chart-lock';
import { COHORT, COURSE, changed } from '../../core/sample-cohort';
import { temporaryFolder } from '../temporary-folder';
import { packedChart, sha256 } from './packed-chart';
import { tellNoDigest } from './told-digests';

const ROSTER = 'email,name\namara.okafor@example.edu,Amara Okafor\nbjork.g@example.edu,Björk G\n';

// What stands for the chart has another digest than is told of it; and the lock of a cohort is tried by this.
tellNoDigest(argoWorkflowsCrds);

/** What stands for the publisher's chart. */
export const ARCHIVE = packedChart('argo-workflows', argoWorkflowsCrds.version);

/** A small cohort whose labs use Argo Workflows, and so need a chart of others; the chart is not there yet. */
export function cohortWithWorkflows(more = ''): CohortDirectory {
  const folder = temporaryFolder();
  const files = {
    'cohort.yaml':
      changed(
        changed(COHORT, 'course: mlops', 'course: ./course.yaml'),
        'state: { backend: gcs, bucket: example-mlops-state }',
        'state: { backend: local }',
      ) + more,
    'course.yaml': changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: argo-workflows }]'),
    'roster.csv': ROSTER,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return cohortDirectory(folder);
}

/** Puts the chart there, as `practicum charts get` would. */
export function withChart(directory: CohortDirectory, archive = ARCHIVE): CohortDirectory {
  mkdirSync(join(directory.path, 'charts'), { recursive: true });
  writeFileSync(join(directory.path, 'charts', archiveName(argoWorkflowsCrds)), archive);
  const { id, version } = argoWorkflowsCrds;
  writeFileSync(
    join(directory.path, 'charts.lock.yaml'),
    chartLockText([{ id, version, archive: sha256(ARCHIVE) }]),
  );
  return directory;
}
