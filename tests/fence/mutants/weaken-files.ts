import { parse, stringify } from 'yaml';
import type { Json, JsonMap } from '../../../src/prover/json-value';
import { listAt, mapAt, textAt, textsAt } from '../../../src/prover/json-value';
import type { Path } from './edits';
import { edited, extended, stripped } from './edits';
import type { Stranger, Weakening } from './weakening';
import { leftOut } from './weakening';

/** An edit of a file's text, or of its YAML. */
type FileEdit = readonly [what: string, text: string];

/** A ConfigMap whose files say less of what fences, by its name. */
export function weakenFiles(object: JsonMap, stranger: Stranger): readonly Weakening[] {
  const weaken = FILES[textAt(object, 'metadata', 'name') ?? ''];
  if (weaken === undefined) return [];
  const edits = weaken.flatMap(([file, of]) =>
    of(textAt(object, 'data', file) ?? '', stranger).map(([what, text]) => ({
      what: `${file} ${what}`,
      object: edited(object, ['data', file], text),
    })),
  );
  return [leftOut, ...edits];
}

type Weaken = (text: string, stranger: Stranger) => readonly FileEdit[];

const inYaml = (text: string, edit: (content: JsonMap) => Json): string =>
  stringify(edit(parse(text) as JsonMap), { lineWidth: 0 });

const weakenReview: Weaken = (text) => [
  ['that asks for nothing', inYaml(text, () => ({}))],
  [
    'that asks for another right',
    inYaml(text, (review) => edited(review, ['authorization', 'resourceAttributes', 'resource'], 'pods')),
  ],
  ...(text.includes('namespace')
    ? ([
        [
          'that asks in no namespace',
          inYaml(text, (review) => stripped(review, ['authorization', 'resourceAttributes', 'namespace'])),
        ],
        [
          'that asks in one namespace for all',
          inYaml(text, (review) =>
            edited(review, ['authorization', 'resourceAttributes', 'namespace'], 'default'),
          ),
        ],
        [
          'that reads another header',
          inYaml(text, (review) =>
            edited(review, ['authorization', 'rewrites', 'byHttpHeader', 'name'], 'X-Other'),
          ),
        ],
        ['that reads no header', inYaml(text, (review) => stripped(review, ['authorization', 'rewrites']))],
      ] as const)
    : []),
];

const weakenScraping: Weaken = (text) => {
  const config = parse(text) as JsonMap;
  const jobs = listAt(config, 'scrape_configs');
  const at = jobs.findIndex((job) => textAt(job, 'job_name') === 'tenants');
  const job: Path = ['scrape_configs', at];
  const write = (edit: (content: JsonMap) => Json): string => inYaml(text, edit);
  const rules = listAt(jobs[at], 'relabel_configs');
  const ruleFor = (target: string): readonly number[] =>
    rules.flatMap((rule, index) => (textAt(rule, 'target_label') === target ? [index] : []));
  const fixed = rules.flatMap((rule, index) => (textAt(rule, 'action') === 'drop' ? [index] : []));
  return [
    ...['honor_labels', 'honor_timestamps', 'follow_redirects'].map((flag): FileEdit => [
      `with ${flag} for tenants`,
      write((each) => edited(each, [...job, flag], true)),
    ]),
    ...Object.keys(mapAt(jobs[at]))
      .filter((key) => /_limit$/.test(key))
      .map((key): FileEdit => [`without ${key}`, write((each) => stripped(each, [...job, key]))]),
    ...[...fixed, ...ruleFor('namespace'), ...ruleFor('pod')].map((index): FileEdit => [
      `without rule ${index + 1} for tenants`,
      write((each) => stripped(each, [...job, 'relabel_configs', index])),
    ]),
    ...[...ruleFor('namespace'), ...ruleFor('pod')].map((index): FileEdit => [
      `with rule ${index + 1} from what the tenant writes`,
      write((each) =>
        edited(
          each,
          [...job, 'relabel_configs', index, 'source_labels'],
          ['__meta_kubernetes_pod_annotation_prometheus_io_path'],
        ),
      ),
    ]),
    ...[...ruleFor('__address__'), ...ruleFor('__metrics_path__')]
      .filter((index) => textsAt(rules[index], 'source_labels').some((name) => name.includes('annotation')))
      .map((index): FileEdit => [
        `with rule ${index + 1} for whatever the tenant writes`,
        write((each) =>
          edited(
            each,
            [...job, 'relabel_configs', index, 'regex'],
            ruleFor('__address__').includes(index) ? '(.*);(.+)' : '(.+)',
          ),
        ),
      ]),
    [
      'without the names that are reserved',
      write((each) => edited(each, [...job, 'metric_relabel_configs'], [])),
    ],
    [
      'with labels from all that the tenant writes',
      write((each) =>
        extended(each, [...job, 'relabel_configs'], {
          action: 'labelmap',
          regex: '__meta_kubernetes_pod_label_(.+)',
        }),
      ),
    ],
    [
      'with a namespace that the tenant tells',
      write((each) =>
        extended(each, [...job, 'metric_relabel_configs'], {
          source_labels: ['exported_namespace'],
          target_label: 'namespace',
        }),
      ),
    ],
    [
      'with the token of Prometheus for tenants',
      write((each) => edited(each, [...job, 'authorization'], { credentials_file: '/token' })),
    ],
    [
      'that writes elsewhere too',
      write((each) => edited(each, ['remote_write'], [{ url: 'https://example.com' }])),
    ],
    [
      'with alerts for somebody else',
      write((each) =>
        edited(each, ['alerting', 'alertmanagers', 0, 'static_configs', 0, 'targets'], ['example.com:9093']),
      ),
    ],
    ...jobs.flatMap((each, index): readonly FileEdit[] => {
      const name = textAt(each, 'job_name') ?? '';
      if (index === at || name === 'kube-state-metrics') return [];
      return [
        [
          `with honor_labels for ${name}`,
          write((content) => edited(content, ['scrape_configs', index, 'honor_labels'], true)),
        ],
      ];
    }),
    [
      'with a job of the staff for every pod',
      write((each) =>
        extended(each, ['scrape_configs'], {
          job_name: 'cadvisor',
          kubernetes_sd_configs: [{ role: 'pod' }],
        }),
      ),
    ],
    [
      'with a job for every endpoint',
      write((each) =>
        extended(each, ['scrape_configs'], {
          job_name: 'more',
          kubernetes_sd_configs: [{ role: 'endpoints' }],
        }),
      ),
    ],
    [
      'with kube-state-metrics from elsewhere',
      text.replace('kube-state-metrics.practicum-monitoring.svc', 'kube-state-metrics.b3kq7.svc'),
    ],
  ];
};

const weakenAlerts: Weaken = (text, { email }) => {
  const receivers = listAt(parse(text) as JsonMap, 'receivers');
  const told = receivers.findIndex((each) => listAt(each, 'email_configs').length > 0);
  const write = (edit: (content: JsonMap) => Json): string => inYaml(text, edit);
  const tell = (index: number): string =>
    write((each) => edited(each, ['receivers', index, 'email_configs'], [{ to: email }]));
  const staff = receivers.findIndex((each) => textAt(each, 'name') === 'staff');
  return [
    ["that tells a student what is the staff's", tell(staff)],
    [
      'that posts to an address',
      write((each) =>
        edited(each, ['receivers', Math.max(0, told), 'webhook_configs'], [{ url: 'https://example.com' }]),
      ),
    ],
  ];
};

const weakenAsking: Weaken = (text, { namespace }) => [
  ['in the name of another place', text.replace(/X-Namespace [^;]*;/, `X-Namespace ${namespace};`)],
  ['that answers whoever comes', text.replace('listen 127.0.0.1:', 'listen 0.0.0.0:')],
  ["by the staff's proxy", text.replace(/svc:8443|svc:8444/, 'svc:9999')],
];

const weakenWaking: Weaken = (text) => [
  ['without a place', text.replace(/^[^, ]+/, 'nobody')],
  ['at other times', text.replace(/@\d+/, '@99')],
  ['without a toolkit', text.replace(/ \d+@\d+$/m, '')],
];

const weakenGuard: Weaken = (text) => [
  ['that finds nothing', text.replace('/scalar/i', '/vector/i')],
  ['that minds how it is written', text.replace('/scalar/i', '/scalar/')],
  ['that does not look at the address', text.replace('r.variables.request_uri', "''")],
  ['that does not look at the body', text.replace("r.requestText || ''", "''")],
  ['that lets through what it finds', text.replace('r.return(400, ANSWER);', '')],
];

const weakenGuardServer: Weaken = (text) => [
  ['for everybody', text.replace('listen 127.0.0.1:', 'listen 0.0.0.0:')],
  ['that looks at nothing', text.replace('js_content guard.check;', 'proxy_pass http://127.0.0.1:9091;')],
  ['past what writes the namespace', text.replace('127.0.0.1:9091', '127.0.0.1:9090')],
  ['with a way round', text.replace('location @enforcer', 'location /api/v1/query')],
];

const FILES: Readonly<Record<string, readonly (readonly [file: string, weaken: Weaken])[]>> = {
  'metrics-proxies': [
    ['tenants.yaml', weakenReview],
    ['staff.yaml', weakenReview],
  ],
  'query-guard': [
    ['guard.js', weakenGuard],
    ['nginx.conf', weakenGuardServer],
  ],
  'prometheus-config': [['prometheus.yml', weakenScraping]],
  alertmanager: [['alertmanager.yml', weakenAlerts]],
  grafana: [['nginx.conf', weakenAsking]],
  'grafana-files': [['nginx.conf', weakenAsking]],
  'toolkit-windows': [
    ['places', weakenWaking],
    ['toolkits', (text) => [['that wake more of it', text.replace(/=1$/m, '=9')]]],
    ['spans', (text) => [['that never end', text.replace(/-\d+/, '-9999999999')]]],
    ['secrets', (text) => [['without the first', text.replace(/^.*\n/, '')]]],
  ],
};
