import type { PlaceRecord } from '../cohort-record';
import type { Finding } from '../finding';
import { at, blockAt, quoted } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import { cannotWork, reachThrough } from '../terraform/resource-finding';
import type { World } from '../world';

const SERVICE = 'google_cloud_run_v2_service';
/** Whoever may change a service may put it into any network of its project. */
const NETWORKS = 'compute.googleapis.com';

/**
 * Services on Cloud Run: each is a place's, runs as the account of that place alone, answers only those who hold a role,
 * reaches no network; and no network is where tenants' services stand together.
 */
export function serviceFaults({ cloud, record }: World): readonly Finding[] {
  const owners = new Map<string, PlaceRecord>(
    record.places.flatMap((place) =>
      place.service === undefined ? [] : [[`${place.service.project}/${place.service.name}`, place]],
    ),
  );
  const services = cloud.ofType(SERVICE);
  const keyOf = (each: CloudResource): string => `${cloud.text(each, 'project')}/${cloud.text(each, 'name')}`;
  const standing = new Set(services.map(keyOf));
  const accountOf = (each: CloudResource): string =>
    cloud.resolve(each.stack, blockAt(each.body, 'template', 'service_account'));
  return [
    ...services.flatMap((each) => faultsOf(each, owners.get(keyOf(each)), accountOf(each))),
    ...cloud
      .ofType('google_project_service')
      .filter(
        (each) =>
          record.serviceProjects.includes(cloud.text(each, 'project')) &&
          cloud.text(each, 'service') === NETWORKS,
      )
      .map((each) =>
        findingOf(each, undefined, 'Services of tenants stand where networks can be', 'switches networks on'),
      ),
    ...[...owners]
      .filter(([key]) => !standing.has(key))
      .map(([key, { handle }]) =>
        cannotWork(
          'iam',
          handle,
          'A tenant is given a role on a service, and it does not stand',
          `service ${key}`,
          `has no ${SERVICE}`,
        ),
      ),
  ];
}

const findingOf = reachThrough('iam');

function faultsOf(
  service: CloudResource,
  owner: PlaceRecord | undefined,
  account: string,
): readonly Finding[] {
  if (owner === undefined) return [findingOf(service, owner, "A service is nobody's", 'stands')];
  const { body } = service;
  const open = at(body, 'invoker_iam_disabled');
  const network = blockAt(body, 'template', 'vpc_access');
  return [
    ...(account === owner.service?.account
      ? []
      : [
          findingOf(
            service,
            owner,
            'A service runs as another account than its own',
            `says service_account = ${quoted(account)}`,
          ),
        ]),
    ...(open === false
      ? []
      : [
          findingOf(
            service,
            owner,
            'A service answers whoever asks',
            `says invoker_iam_disabled = ${quoted(open)}`,
          ),
        ]),
    ...(network === undefined
      ? []
      : [findingOf(service, owner, 'A service reaches into a network', 'has vpc_access')]),
  ];
}
