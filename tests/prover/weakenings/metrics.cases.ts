import { parse, stringify } from 'yaml';
import type { Json, JsonMap } from '../../../src/prover/json-value';
import { textAt } from '../../../src/prover/json-value';
import type { Change, Edit } from '../changes';
import { drop, inObject, put, withoutObject } from '../changes';
import { weakening } from '../weakening';

const HOME = 'practicum-monitoring';
const POD = `Deployment ${HOME}/prometheus`;

const arg = (container: number, index: number, value: string): Change =>
  inObject(POD, put(`spec > template > spec > containers > ${container} > args > ${index}`, value));

/** Edits a file of a ConfigMap, as YAML. */
const inFile = (id: string, file: string, ...edits: readonly Edit[]): Change =>
  inObject(id, (object) => {
    const content = edits.reduce<Json>(
      (each, edit) => edit(each as JsonMap),
      parse(textAt(object, 'data', file)!) as Json,
    );
    return put(`data > ${file}`, stringify(content))(object);
  });

const inText = (id: string, file: string, from: RegExp, to: string): Change =>
  inObject(id, (object) => put(`data > ${file}`, textAt(object, 'data', file)!.replace(from, to))(object));

const scraping = (...edits: readonly Edit[]): Change =>
  inFile(`ConfigMap ${HOME}/prometheus-config`, 'prometheus.yml', ...edits);
const JOB = 'scrape_configs > 0';

/** Ways in which the only ways to metrics are not the only ones, or a pod writes under another's name. */
export const METRICS_WEAKENINGS = [
  weakening(
    'Prometheus listens to everybody',
    arg(0, 1, '--web.listen-address=0.0.0.0:9090'),
    'metrics',
    'The container prometheus is not the one that is meant',
  ),
  weakening(
    'nobody writes the namespace into questions',
    arg(3, 1, '--upstream=http://127.0.0.1:9090/'),
    'metrics',
    'The container tenants-proxy is not the one that is meant',
  ),
  weakening(
    'tenants may do more than ask',
    arg(3, 4, '--allow-paths=/api/v1/query,/api/v1/admin/tsdb/delete_series'),
    'metrics',
    'The container tenants-proxy is not the one that is meant',
  ),
  weakening(
    'the namespace is asked of the caller in the address',
    arg(1, 3, '-query-param=namespace'),
    'metrics',
    'The container label-enforcer is not the one that is meant',
  ),
  weakening(
    'a question may hold what is not looked into',
    inText(`ConfigMap ${HOME}/query-guard`, 'guard.js', /scalar/, 'vector'),
    'metrics',
    "A question may depend on another's metrics",
  ),
  weakening(
    'nobody looks at questions',
    arg(3, 1, '--upstream=http://127.0.0.1:9091/'),
    'metrics',
    'The container tenants-proxy is not the one that is meant',
  ),
  weakening(
    'a right in any namespace is enough',
    inFile(
      `ConfigMap ${HOME}/metrics-proxies`,
      'tenants.yaml',
      put('authorization > resourceAttributes > namespace', 'default'),
    ),
    'metrics',
    'A proxy of metrics does not ask for the right that it should',
  ),
  weakening(
    'a Service leads past the proxies',
    inObject(`Service ${HOME}/metrics`, put('spec > ports > 0 > targetPort', 9090)),
    'metrics',
    'A Service of the monitoring leads elsewhere than it should',
  ),
  weakening(
    "tenants reach the staff's proxy",
    inObject(`NetworkPolicy ${HOME}/prometheus`, put('spec > ingress > 0 > ports > 0 > port', 8444)),
    'metrics',
    'What collects metrics has a way in or out that it does not need',
  ),
  weakening(
    'nothing closes the monitoring namespace',
    withoutObject(`NetworkPolicy ${HOME}/deny-all`),
    'metrics',
    'A part of what collects and shows metrics is missing',
  ),
  weakening(
    'pods of the monitoring may do what they like',
    inObject(
      `Namespace ${HOME}`,
      put('metadata > labels > pod-security.kubernetes.io/enforce', 'privileged'),
    ),
    'metrics',
    'The namespace of what collects metrics is not fenced as it should be',
  ),
  weakening(
    'a pod says itself whose its metrics are',
    scraping(put(`${JOB} > honor_labels`, true)),
    'metrics',
    'What a pod tells may carry the namespace of another',
  ),
  weakening(
    "a pod leads the scraper to another's",
    scraping(put(`${JOB} > follow_redirects`, true)),
    'metrics',
    "A pod may send the scraper to another tenant's metrics",
  ),
  weakening(
    'a pod tells without end',
    scraping(drop(`${JOB} > sample_limit`)),
    'metrics',
    'A pod may tell more than there is room for',
  ),
  weakening(
    "a pod's annotation becomes its namespace",
    scraping(
      put(`${JOB} > relabel_configs > 99`, {
        source_labels: ['__meta_kubernetes_pod_annotation_namespace'],
        regex: '(.+)',
        target_label: 'namespace',
      }),
    ),
    'metrics',
    'A pod may pose as something that it is not',
  ),
  weakening(
    'a pod may choose where it is scraped',
    scraping(
      put(`${JOB} > relabel_configs > 99`, {
        source_labels: ['__meta_kubernetes_pod_annotation_address'],
        regex: '(.+)',
        target_label: '__address__',
      }),
    ),
    'metrics',
    'A pod may pose as something that it is not',
  ),
  weakening(
    'a pod may tell what only the cluster tells',
    scraping(put(`${JOB} > metric_relabel_configs`, [])),
    'metrics',
    'A pod may pose as something that it is not',
  ),
  weakening(
    'whoever is scraped beside tenants is believed',
    scraping(put('scrape_configs > 2 > honor_labels', true)),
    'metrics',
    'Whoever is scraped says whom samples are of',
  ),
  weakening(
    'samples go elsewhere too',
    scraping(put('remote_write', [{ url: 'https://metrics.example.com' }])),
    'metrics',
    'Prometheus does more than scrape',
  ),
  weakening(
    'a student hears of the alerts of another',
    inText(`ConfigMap ${HOME}/alertmanager`, 'alertmanager.yml', /bo@example\.edu/g, 'pia@example.edu'),
    'metrics',
    'Somebody hears of alerts that do not concern them',
  ),
  weakening(
    'a Grafana asks in the name of another',
    inText('ConfigMap ada/grafana', 'nginx.conf', /X-Namespace ada/, 'X-Namespace bo'),
    'metrics',
    'A Grafana asks for metrics otherwise than it should: in the name of another namespace',
  ),
  weakening(
    'whoever reaches a Grafana asks with its token',
    inText('ConfigMap ada/grafana', 'nginx.conf', /listen 127\.0\.0\.1/, 'listen 0.0.0.0'),
    'metrics',
    'Whoever reaches the pod asks with its token',
  ),
  weakening(
    'the token of a Grafana opens the API',
    inObject(
      'StatefulSet ada/grafana',
      drop('spec > template > spec > volumes > 3 > projected > sources > 0 > serviceAccountToken > audience'),
    ),
    'metrics',
    'The token of a Grafana opens something else than metrics',
  ),
  weakening(
    'a Grafana has no right to ask',
    withoutObject('RoleBinding ada/grafana'),
    'metrics',
    'A part of a Grafana is missing',
  ),
  weakening(
    'something else that a program tells is taken for whose it is',
    scraping(
      put('scrape_configs > 5 > metric_relabel_configs > 99', {
        action: 'replace',
        source_labels: ['backend_service_name'],
        target_label: 'namespace',
      }),
    ),
    'metrics',
    'Something else than its namespace says whom a sample is of',
  ),
] as const;
