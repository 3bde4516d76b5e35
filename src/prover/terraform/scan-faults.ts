import type { Finding } from '../finding';
import { EVERYONE_ELSE, STAFF } from '../finding';
import { blockAt, quoted } from '../json-value';
import type { CloudResource } from './cloud-resources';
import { stepIn } from './cloud-resources';
import type { World } from '../world';

const REPOSITORY = 'google_artifact_registry_repository';
const SCANNER = 'containerscanning.googleapis.com';

/** Scans of images: where the cohort decided to pay for them, and nowhere else. */
export function scanFaults({ cloud, record }: World): readonly Finding[] {
  const { scans, places } = record;
  const meant = scans ? 'INHERITED' : 'DISABLED';
  const services = cloud
    .ofType('google_project_service')
    .filter((each) => cloud.text(each, 'service') === SCANNER);
  const switchedOn = new Set(services.map((each) => cloud.text(each, 'project')));
  const projects = [...new Set(places.map(({ project }) => project))];
  return [
    ...cloud.ofType(REPOSITORY).flatMap((each) => {
      const says = blockAt(each.body, 'vulnerability_scanning_config', 'enablement_config');
      return says === meant ? [] : [faultOf(each, scans, `says enablement_config = ${quoted(says)}`)];
    }),
    ...(scans ? [] : services.map((each) => faultOf(each, scans, `switches ${SCANNER} on`))),
    ...(scans ? projects : [])
      .filter((project) => !switchedOn.has(project))
      .map((project): Finding => ({
        aspect: 'images',
        kind: 'cannot work',
        from: STAFF,
        to: STAFF,
        sentence: 'Images should be looked through, and the service that does is off',
        path: [{ file: 'Terraform', object: `project ${project}`, says: `has no ${SCANNER}` }],
        pairs: 1,
      })),
  ];
}

const faultOf = (resource: CloudResource, scans: boolean, says: string): Finding => ({
  aspect: 'images',
  kind: 'guard',
  from: STAFF,
  to: EVERYONE_ELSE,
  sentence: scans
    ? 'Images of a registry are not looked through, though the cohort says so'
    : 'Images are looked through, and nobody decided to pay for it',
  path: [stepIn(resource, says)],
  pairs: 1,
});
