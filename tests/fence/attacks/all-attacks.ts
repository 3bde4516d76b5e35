import type { Attack } from '../attack';
import { AMOUNTS } from './amounts.cases';
import { ANOTHER_PLACE } from './another-place.cases';
import { CORNERS } from './corners.cases';
import { HELD } from './held.cases';
import { HOSTS } from './hosts.cases';
import { HOURS } from './hours.cases';
import { IMAGES } from './images.cases';
import { MESH } from './mesh.cases';
import { METRICS } from './metrics.cases';
import { MORE_RIGHTS } from './more-rights.cases';
import { POD_SECURITY } from './pod-security.cases';
import { CLASS_HOURS } from './class-hours.cases';
import { STAFF } from './staff.cases';
import { THE_CLUSTER } from './the-cluster.cases';
import { THE_FENCE } from './the-fence.cases';
import { TOOLKITS } from './toolkits.cases';
import { WINDOWS } from './windows.cases';
import { WORKFLOW_ATTACKS } from './workflows.cases';
import { WORKLOADS } from './workloads.cases';

/** Everything that is tried. */
export const ALL_ATTACKS: readonly Attack[] = [
  ...ANOTHER_PLACE,
  ...MORE_RIGHTS,
  ...THE_FENCE,
  ...THE_CLUSTER,
  ...POD_SECURITY,
  ...AMOUNTS,
  ...HOSTS,
  ...MESH,
  ...IMAGES,
  ...WORKLOADS,
  ...CORNERS,
  ...METRICS,
  ...WINDOWS,
  ...HOURS,
  ...CLASS_HOURS,
  ...TOOLKITS,
  ...STAFF,
  ...HELD,
  ...WORKFLOW_ATTACKS,
];
