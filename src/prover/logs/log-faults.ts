import type { PlaceRecord } from '../cohort-record';
import type { Finding } from '../finding';
import { quoted } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import { cannotWork, reachThrough } from '../terraform/resource-finding';
import type { World } from '../world';
import { namespacesIn } from './log-filter';
import type { LogProjectRecord, LogRecord } from './log-record';

const SINK = 'google_logging_project_sink';
const EXCLUSION = 'google_logging_project_exclusion';
const BUCKET = 'google_logging_project_bucket_config';
const VIEW = 'google_logging_log_view';
/** Every project has it, and what is in it is the staff's to read. */
const DEFAULT_BUCKET = '_Default';

/** A place that has a log of its own. */
type Logged = PlaceRecord & { readonly log: LogRecord };

const isLogged = (place: PlaceRecord): place is Logged => place.log !== undefined;

const destinationOf = ({ project, location, name }: LogRecord): string =>
  `logging.googleapis.com/projects/${project}/locations/${location}/buckets/${name}`;

/** Places by what is theirs: the destination of a sink, or the bucket of a project. */
type Owners = ReadonlyMap<string, Logged>;

const keysOf = (log: LogRecord): readonly string[] => [destinationOf(log), bucketOf(log)];

const bucketOf = ({ project, name }: Pick<LogRecord, 'project' | 'name'>): string => `${project}/${name}`;

/** The part of a log that a resource is, in words that are compared. */
const partOf =
  (cloud: World['cloud']) =>
  (each: CloudResource): string => {
    const text = (attribute: string): string => cloud.text(each, attribute);
    if (each.type === SINK) return `${SINK} ${text('destination')}`;
    const bucket =
      each.type === VIEW
        ? { project: projectOfView(text), name: text('name') }
        : { project: text('project'), name: text('bucket_id') };
    return `${each.type} ${bucketOf(bucket)}`;
  };

const projectOfView = (text: (attribute: string) => string): string =>
  text('parent').replace(/^projects\//, '');

/**
 * Logs of places: what pods of a namespace print gets into the bucket of its place and into no other, nothing else gets there,
 * and nothing is left out elsewhere that is not kept there.
 */
export function logFaults(world: World): readonly Finding[] {
  const { cloud, record } = world;
  const places = record.places.filter(isLogged);
  const owners = new Map(places.flatMap((place) => keysOf(place.log).map((key) => [key, place] as const)));
  const standing = new Set([BUCKET, SINK, VIEW].flatMap((type) => cloud.ofType(type).map(partOf(cloud))));
  return [
    ...cloud.ofType(SINK).flatMap((sink) => sinkFaults(world, sink, places, owners)),
    ...cloud.ofType(EXCLUSION).flatMap((exclusion) => exclusionFaults(world, exclusion, places)),
    ...[BUCKET, VIEW].flatMap((type) =>
      cloud.ofType(type).flatMap((each) => strangerFaults(world, each, owners)),
    ),
    ...places.flatMap((place) => missingParts(standing, place)),
    ...record.logProjects.flatMap((project) => missingRoute(world, project, places)),
  ];
}

const findingOf = reachThrough('metrics');

function sinkFaults(
  { cloud, record }: World,
  sink: CloudResource,
  places: readonly Logged[],
  owners: Owners,
): readonly Finding[] {
  const [project, destination, filter] = [
    cloud.text(sink, 'project'),
    cloud.text(sink, 'destination'),
    cloud.text(sink, 'filter'),
  ];
  const route = record.logProjects.find(
    (each) =>
      project === each.clusterProject && destination === `logging.googleapis.com/projects/${each.project}`,
  );
  const says = `says filter = ${quoted(filter)}`;
  if (route !== undefined) {
    const led = namespacesIn(filter, route);
    const own = namespacesOf(places, route);
    if (led?.every((each) => own.has(each)) === true) return [];
    return [findingOf(sink, undefined, 'A sink leads away more than what pods of places print', says)];
  }
  const owner = owners.get(destination);
  if (owner?.log.project !== project)
    return [
      findingOf(
        sink,
        undefined,
        'A sink leads logs where no place has its own',
        `says destination = ${quoted(destination)}`,
      ),
    ];
  const source = { clusterProject: owner.clusterProject, cluster: owner.cluster };
  const led = namespacesIn(filter, source);
  if (led?.length === 1 && led[0] === owner.namespace) return [];
  return [findingOf(sink, owner, 'The log of a place takes more than what its own pods print', says)];
}

const namespacesOf = (places: readonly Logged[], { project }: LogProjectRecord): ReadonlySet<string> =>
  new Set(places.filter(({ log }) => log.project === project).map(({ namespace }) => namespace));

/** What is left out is stored nowhere but in the logs of places: there it has to be led. */
function exclusionFaults(
  { cloud, record }: World,
  exclusion: CloudResource,
  places: readonly Logged[],
): readonly Finding[] {
  const project = cloud.text(exclusion, 'project');
  const filter = cloud.text(exclusion, 'filter');
  const route = record.logProjects.find((each) => [each.project, each.clusterProject].includes(project));
  const own = route === undefined ? new Set<string>() : namespacesOf(places, route);
  const out = route === undefined ? undefined : namespacesIn(filter, route);
  if (out?.every((each) => own.has(each)) === true) return [];
  return [
    {
      ...findingOf(
        exclusion,
        undefined,
        'Logs are thrown away that are kept nowhere else',
        `says filter = ${quoted(filter)}`,
      ),
      kind: 'guard',
    },
  ];
}

/** Buckets and views beside those of places: nobody can say who reads them. */
function strangerFaults({ cloud }: World, resource: CloudResource, owners: Owners): readonly Finding[] {
  const isView = resource.type === VIEW;
  const text = (attribute: string): string => cloud.text(resource, attribute);
  const project = isView ? projectOfView(text) : text('project');
  const bucket = cloud.text(resource, isView ? 'bucket' : 'bucket_id');
  if (!isView && bucket === DEFAULT_BUCKET) return [];
  const owner = owners.get(bucketOf({ project, name: bucket }));
  const isOwn = owner !== undefined && (!isView || cloud.text(resource, 'name') === owner.log.name);
  if (isOwn) return [];
  const what = isView ? 'view of logs' : 'log bucket';
  return [findingOf(resource, owner, `A ${what} is nobody's`, `stands in ${project}`)];
}

function missingParts(standing: ReadonlySet<string>, { handle, log }: Logged): readonly Finding[] {
  const parts = { [BUCKET]: bucketOf(log), [SINK]: destinationOf(log), [VIEW]: bucketOf(log) };
  return Object.entries(parts).flatMap(([type, part]) =>
    standing.has(`${type} ${part}`) ? [] : [unread(handle, log.name, type)],
  );
}

function missingRoute(
  { cloud }: World,
  route: LogProjectRecord,
  places: readonly Logged[],
): readonly Finding[] {
  const sink = cloud
    .ofType(SINK)
    .find((each) => cloud.text(each, 'destination') === `logging.googleapis.com/projects/${route.project}`);
  const led = sink === undefined ? [] : (namespacesIn(cloud.text(sink, 'filter'), route) ?? []);
  return [...namespacesOf(places, route)]
    .filter((namespace) => !led.includes(namespace))
    .map((namespace) => unread(namespace, route.project, 'sink that leads there'));
}

const unread = (handle: string, object: string, what: string): Finding =>
  cannotWork(
    'metrics',
    handle,
    'A place should have a log of its own, and nothing gets there',
    object,
    `has no ${what}`,
  );
