import fc from 'fast-check';
import type { HostTrafficProps } from '../../../constructs/gcp/host-traffic';
import { HostTraffic } from '../../../constructs/gcp/host-traffic';
import { projectId } from '../../../src/core/domain/ids';
import { NO_ROUTE, entryOf, forgedUrls } from '../../monitoring/hosts/log-entries';
import type { LogEntry } from '../../monitoring/hosts/log-metric';
import { LogMetric } from '../../monitoring/hosts/log-metric';
import { aProject, standing, synthConstruct } from './synth-construct';

const TYPE = 'google_logging_metric';
const DOMAIN = 'labs.example.edu';
const NAMES = { requests: 'practicum-requests-shard-1-01', latencies: 'practicum-latencies-shard-1-01' };

const synth = (change: Partial<Omit<HostTrafficProps, 'project'>> = {}) =>
  synthConstruct((stack) => {
    new HostTraffic(stack, 'Traffic', {
      project: aProject(stack),
      projectId: projectId('labs-c1'),
      names: NAMES,
      namespaces: ['bela', 'amara', 'amara-okafor'],
      domain: DOMAIN,
      ...change,
    });
  });

const OUTPUT = synth();
const requests = new LogMetric(OUTPUT.where(TYPE, 'name', NAMES.requests));
const latencies = new LogMetric(OUTPUT.where(TYPE, 'name', NAMES.latencies));
const entry = entryOf('labs-c1');
const whoseIs = (each: LogEntry): string | undefined => requests.count(each)?.labels['namespace'];

test('Requests are counted by namespace and class of status, and latencies by namespace', () => {
  expect(OUTPUT.counts()).toEqual({ [TYPE]: 2 });
  expect(OUTPUT.where(TYPE, 'name', NAMES.requests)).toMatchObject({
    project: '${local.given_project}',
    metric_descriptor: {
      metric_kind: 'DELTA',
      value_type: 'INT64',
      unit: '1',
      labels: [{ key: 'namespace' }, { key: 'response_code_class' }],
    },
  });
  expect(OUTPUT.where(TYPE, 'name', NAMES.latencies)).toMatchObject({
    metric_descriptor: {
      metric_kind: 'DELTA',
      value_type: 'DISTRIBUTION',
      unit: 's',
      labels: [{ key: 'namespace' }],
    },
  });
});

test('A request to a host counts under its namespace, and so does one to a name below it', () => {
  for (const url of [
    `https://amara.${DOMAIN}/`,
    `https://amara.${DOMAIN}:443/predict`,
    `https://api.v2.amara.${DOMAIN}/`,
  ]) {
    expect(requests.count(entry({ url }))).toEqual({
      labels: { namespace: 'amara', response_code_class: '2' },
    });
    expect(latencies.count(entry({ url, latency: '1.250000s' }))).toEqual({
      labels: { namespace: 'amara' },
      value: 1.25,
    });
  }
});

test('One handle that begins another is not taken for it', () => {
  expect(whoseIs(entry({ url: `https://amara-okafor.${DOMAIN}/` }))).toBe('amara-okafor');
  expect(whoseIs(entry({ url: `https://okafor.${DOMAIN}/` }))).toBeUndefined();
  expect(whoseIs(entry({ url: `https://amara-.${DOMAIN}/` }))).toBeUndefined();
});

test('A request that no pod ever saw counts as well', () => {
  const url = `https://bela.${DOMAIN}/`;
  expect(requests.count(entry({ url, status: 404, backend: NO_ROUTE }))?.labels).toEqual({
    namespace: 'bela',
    response_code_class: '4',
  });
  expect(requests.count(entry({ url, status: 502 }))?.labels['response_code_class']).toBe('5');
  // Without a latency there is none to count, and the request still is.
  const without: LogEntry = { ...entry({ url }), httpRequest: { requestUrl: url, status: 503 } };
  expect(requests.count(without)).toBeDefined();
  expect(latencies.count(without)).toBeUndefined();
});

test.each(forgedUrls('amara', 'bela', DOMAIN))(
  'An address with %s is not taken for that host',
  (_, url, whose) => {
    expect(whoseIs(entry({ url }))).toBe(whose);
  },
);

test('Whose backend answered says nothing: names of backends are made of what tenants call their Services', () => {
  const backend = 'gkegw1-k3vd-amara-okafor-web-80-2jzr7e3xclhj';
  expect(whoseIs(entry({ url: `https://bela.${DOMAIN}/`, backend }))).toBe('bela');
});

test('A load balancer of an Ingress, which answers for any host, counts for nobody', () => {
  const rule = 'k8s2-fs-q1w2e3r4-bela-gkegw1-x7h2b9q4';
  expect(whoseIs(entry({ url: `https://amara.${DOMAIN}/`, rule }))).toBeUndefined();
});

test('What a pod writes into its own log counts for nobody, nor what another project logs', () => {
  const true_ = entry({ url: `https://amara.${DOMAIN}/` });
  expect(whoseIs(true_)).toBe('amara');
  expect(whoseIs({ ...true_, resource: { ...true_.resource, type: 'k8s_container' } })).toBeUndefined();
  expect(whoseIs({ ...true_, logName: 'projects/labs-c1/logs/stdout' })).toBeUndefined();
  expect(whoseIs({ ...true_, logName: 'projects/labs-c1-amara/logs/requests' })).toBeUndefined();
});

test('Whatever is written into an address, it counts for nobody but the host that it leads to', () => {
  const pieces = fc.constantFrom(
    'https://', 'http://', 'amara', 'bela', 'amara-okafor', '.', DOMAIN, `amara.${DOMAIN}`, `bela.${DOMAIN}/`,
    ':443', ':', '@', '/', '\\', '?', '#', '%2f', '%00', ' ', '\n', 'x', '-', '..',
  ); // prettier-ignore
  let counted = 0;
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 9 }), (parts) => {
      const url = `https://${parts.join('')}`;
      const whose = whoseIs(entry({ url }));
      if (whose === undefined) return;
      counted++;
      const { hostname } = new URL(url);
      expect(`.${hostname}`).toMatch(new RegExp(`\\.${whose}\\.${DOMAIN.replaceAll('.', '\\.')}$`));
    }),
    { numRuns: 20_000, seed: 6 },
  );
  expect(counted).toBeGreaterThan(200);
});

test('The order of tenants changes nothing, and both metrics wait for what they are told to', () => {
  expect(synth({ namespaces: ['amara-okafor', 'amara', 'bela'] }).text).toBe(OUTPUT.text);
  const output = synthConstruct((stack) => {
    const props = { project: aProject(stack), projectId: projectId('labs-c1'), names: NAMES, domain: DOMAIN };
    new HostTraffic(stack, 'Traffic', { ...props, namespaces: ['bela'], dependsOn: [standing(stack)] });
  });
  expect(output.all(TYPE).map((block) => block['depends_on'])).toEqual(
    Array(2).fill(['terraform_data.standing']),
  );
});

test('A shard of 50 tenants with the longest names is far below what a filter may hold', () => {
  const namespaces = Array.from({ length: 50 }, (_, index) => `${'a'.repeat(37)}-${index}`);
  const [block] = synth({ namespaces, domain: `c2.${'labs.'.repeat(20)}example.edu` }).all(TYPE);
  expect(String(block!['filter']).length).toBeLessThan(5_000);
});
