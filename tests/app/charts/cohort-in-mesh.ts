import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveName, chartsNeededBy } from '../../../src/core/catalogue/shared/shared-charts';
import { COHORT, COURSE, changed } from '../../core/sample-cohort';
import { temporaryFolder } from '../temporary-folder';
import { packedAs } from './packed-archives';
import { tellDigest } from './told-digests';

/** What stands for Istio's charts: archives of the right name and version, with nothing to install, each the one that is told. */
const MESH_CHARTS = chartsNeededBy(['istio']).map((chart) => {
  const bytes = packedAs(chart);
  tellDigest(chart, bytes);
  return { chart, bytes };
});

/** Folder of a small cohort whose places are in a mesh, with what stands for the charts. */
export function cohortInMesh(): string {
  const folder = temporaryFolder();
  const cohort = changed(COHORT, 'course: mlops', 'course: ./course.yaml');
  const files = {
    'cohort.yaml': changed(
      cohort,
      'state: { backend: gcs, bucket: example-mlops-state }',
      'state: { backend: local }',
    ),
    'course.yaml': changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: grafana }, { id: istio }]'),
    'roster.csv': 'email,name\namara.okafor@example.edu,Amara Okafor\nbjork.g@example.edu,Björk G\n',
  };
  mkdirSync(join(folder, 'charts'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  for (const { chart, bytes } of MESH_CHARTS)
    writeFileSync(join(folder, 'charts', archiveName(chart)), bytes);
  return folder;
}
