import { drop, inResource, plusResource, put, withoutResource } from '../changes';
import { weakening } from '../weakening';

const ADA = 'shard-1-01/ada/Log';
const PIA = 'shard-1-01/pia/Log';
const ROUTE = 'cell-1/Logs/Route';
const BO = 'user:bo@example.edu';
const LOGS = 'mlops-fall27-c1-logs';
const MORE = 'The log of a place takes more than what its own pods print';
const AWAY = 'A sink leads away more than what pods of places print';
const LOST = 'Logs are thrown away that are kept nowhere else';
const SILENT = 'A place should have a log of its own, and nothing gets there';

const filter = (namespaces: string): string =>
  'resource.type=("k8s_container" OR "k8s_pod") AND resource.labels.project_id="mlops-fall27-c1" AND ' +
  `resource.labels.cluster_name="mlops-fall27-c1" AND ${namespaces}`;

/** Ways in which what pods print could be read by others, or get lost. */
export const LOG_WEAKENINGS = [
  weakening(
    'a log takes what two places print',
    inResource(`${ADA}/Sink`, put('filter', filter('resource.labels.namespace_name=("ada" OR "bo")'))),
    'metrics',
    MORE,
  ),
  weakening(
    "a log takes another's",
    inResource(`${ADA}/Sink`, put('filter', filter('resource.labels.namespace_name="bo"'))),
    'metrics',
    MORE,
  ),
  weakening(
    'a log takes whatever the cluster prints',
    inResource(`${ADA}/Sink`, put('filter', 'resource.labels.cluster_name="mlops-fall27-c1"')),
    'metrics',
    MORE,
  ),
  weakening(
    'a log takes its own or anything',
    inResource(
      `${ADA}/Sink`,
      put(
        'filter',
        filter(
          'resource.labels.namespace_name="ada" AND resource.labels.pod_name="web" OR severity>=DEFAULT',
        ),
      ),
    ),
    'metrics',
    MORE,
  ),
  weakening(
    'a log takes a namespace of its name in any cluster',
    inResource(`${ADA}/Sink`, put('filter', 'resource.labels.namespace_name="ada"')),
    'metrics',
    MORE,
  ),
  weakening(
    'two places share a log bucket',
    inResource(
      `${PIA}/Sink`,
      put('destination', `logging.googleapis.com/projects/${LOGS}/locations/us-west1/buckets/ada`),
    ),
    'metrics',
    MORE,
  ),
  weakening(
    'logs are led out of the cohort',
    plusResource('cell-1', 'google_logging_project_sink', {
      project: 'mlops-fall27-c1',
      name: 'extra',
      destination: 'storage.googleapis.com/somebodys-bucket',
      filter: '',
    }),
    'metrics',
    'A sink leads logs where no place has its own',
  ),
  weakening(
    'what the fence prints is led away too',
    inResource(`${ROUTE}/Resource`, put('filter', filter('resource.labels.namespace_name=~".*"'))),
    'metrics',
    AWAY,
  ),
  weakening(
    "the staff's namespace is among those of places",
    inResource(
      `${ROUTE}/Resource`,
      put('filter', filter('resource.labels.namespace_name=("ada" OR "practicum-monitoring")')),
    ),
    'metrics',
    AWAY,
  ),
  weakening(
    'everything is left out of the log of the cell',
    inResource(`${ROUTE}/Here`, put('filter', 'resource.type="k8s_container"')),
    'metrics',
    LOST,
  ),
  weakening(
    'what the fence prints is left out',
    inResource(`${ROUTE}/Here`, put('filter', filter('resource.labels.namespace_name="kube-system"'))),
    'metrics',
    LOST,
  ),
  weakening(
    'calls that are recorded are left out of the project of logs',
    inResource(`${ROUTE}/There`, drop('filter')),
    'metrics',
    LOST,
  ),
  weakening('a place has no log bucket', withoutResource(`${ADA}/Bucket`), 'metrics', SILENT),
  weakening('a place has no view', withoutResource(`${ADA}/View`), 'metrics', SILENT),
  weakening('nothing leads to a log', withoutResource(`${ADA}/Sink`), 'metrics', SILENT),
  weakening('nothing is led to the logs of places', withoutResource(`${ROUTE}/Resource`), 'metrics', SILENT),
  weakening(
    'a view is made that nobody planned',
    plusResource('shard-1-01', 'google_logging_log_view', {
      parent: `projects/${LOGS}`,
      location: 'us-west1',
      bucket: 'ada',
      name: 'extra',
    }),
    'metrics',
    "A view of logs is nobody's",
  ),
  weakening(
    'a bucket for logs stands that nobody planned',
    plusResource('shard-1-01', 'google_logging_project_bucket_config', {
      project: LOGS,
      location: 'us-west1',
      bucket_id: 'extra',
    }),
    'metrics',
    "A log bucket is nobody's",
  ),
  weakening(
    "a student reads another's log",
    inResource(`${ADA}/Readers`, put('members > 9', BO)),
    'metrics',
    'A student holds roles/logging.viewAccessor on the view of logs of a tenant',
  ),
  weakening(
    'a log is read without an end',
    inResource(`${ADA}/Readers`, drop('condition')),
    'metrics',
    'A student holds roles/logging.viewAccessor on their own view of logs, without an end',
  ),
  weakening(
    'a student reads every log of the shared project',
    plusResource('cell-1', 'google_project_iam_binding', {
      project: LOGS,
      role: 'roles/logging.viewAccessor',
      members: [BO],
    }),
    'metrics',
    'A student holds roles/logging.viewAccessor on the project of logs that tenants share',
  ),
  weakening(
    'a student writes into the logs of all',
    plusResource('cell-1', 'google_project_iam_binding', {
      project: LOGS,
      role: 'roles/logging.logWriter',
      members: [BO],
    }),
    'metrics',
    'A student holds roles/logging.logWriter on the project of logs that tenants share',
  ),
];
