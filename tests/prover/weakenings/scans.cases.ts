import { drop, inResource, plusResource, put, withoutResource } from '../changes';
import { weakening } from '../weakening';

const ADA = 'shard-1-01/ada/Cloud/Images/Resource';
const BO = 'user:bo@example.edu';
const OFF = 'Images of a registry are not looked through, though the cohort says so';

/** Ways in which what scans find is not found, or is shown to others. */
export const SCAN_WEAKENINGS = [
  weakening(
    'a registry is not scanned',
    inResource(ADA, put('vulnerability_scanning_config > enablement_config', 'DISABLED')),
    'images',
    OFF,
  ),
  weakening(
    'nobody says whether a registry is scanned',
    inResource(ADA, drop('vulnerability_scanning_config')),
    'images',
    OFF,
  ),
  weakening(
    'the scanner is off where tenants share a project',
    withoutResource('cell-1/Project/containerscanning.googleapis.com'),
    'images',
    'Images should be looked through, and the service that does is off',
  ),
  weakening(
    'a student sees what was found in the images of all',
    plusResource('cell-1', 'google_project_iam_binding', {
      project: 'mlops-fall27-c1',
      role: 'roles/containeranalysis.occurrences.viewer',
      members: [BO],
    }),
    'iam',
    'A student holds roles/containeranalysis.occurrences.viewer on the project of a cell',
  ),
];
