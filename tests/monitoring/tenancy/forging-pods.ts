import type { RequestListener } from 'node:http';
import { VICTIM } from './cast';
import { lineOf, pageOf } from './exposition';
import type { Sample } from './exposition';
import type { ForgingPod } from './forging-pod';
import { AS_OTHERS, RESERVED, forged } from './forged-samples';

const SERVED = { 'prometheus.io/port': '$port' };
const page =
  (text: string): RequestListener =>
  (_, response) =>
    void response.end(text);
const serves = (samples: readonly Sample[]) => (): RequestListener => page(pageOf(samples));

/** What the forger exposes, a pod for each trick. */
export const FORGING_PODS: readonly ForgingPod[] = [
  {
    name: 'labels',
    tries: 'labels of another’s series',
    annotations: SERVED,
    answer: serves(AS_OTHERS.map((labels) => forged('http_requests_total', labels))),
    scraped: 'up',
  },
  {
    name: 'reserved',
    tries: 'names of the cell’s own metrics, with another’s namespace',
    annotations: SERVED,
    answer: serves([
      ...RESERVED.map((name) => forged(name, { namespace: VICTIM.namespace })),
      forged('redis_up', { namespace: VICTIM.namespace }),
    ]),
    scraped: 'up',
  },
  {
    name: 'name-label',
    tries: 'a second name in the label __name__',
    annotations: SERVED,
    answer: serves([
      forged('harmless_total', { __name__: 'kube_pod_status_phase', namespace: VICTIM.namespace }),
    ]),
    scraped: 'down',
  },
  {
    name: 'times',
    tries: 'samples of the past and of the future',
    annotations: SERVED,
    answer: () =>
      page(
        [-3_600_000, 3_600_000]
          .map((offset) =>
            lineOf(forged(`moved_total`, { offset: String(offset) })).replace('\n', ` ${4e12 + offset}\n`),
          )
          .join(''),
      ),
    scraped: 'up',
  },
  {
    name: 'redirect',
    tries: 'a redirect to the victim’s pod',
    annotations: SERVED,
    answer:
      ({ victimUrl }) =>
      (_, response) =>
        void response.writeHead(302, { Location: victimUrl }).end(),
    scraped: 'down',
  },
  {
    name: 'many',
    tries: 'a sample more than is read of one pod',
    annotations: SERVED,
    answer: ({ limits }) =>
      page(
        pageOf(
          Array.from({ length: limits.samples + 1 }, (_, index) => forged('many_total', { n: `${index}` })),
        ),
      ),
    scraped: 'down',
  },
  {
    name: 'endless',
    tries: 'new label values in every scrape',
    annotations: SERVED,
    answer: () => {
      let scrapes = 0;
      return (_, response) => {
        scrapes += 1;
        const labels = (index: number): Sample['labels'] => ({ request: `${scrapes}-${index}` });
        response.end(
          pageOf(Array.from({ length: 50 }, (__, index) => forged('endless_total', labels(index)))),
        );
      };
    },
    scraped: 'up',
  },
  {
    name: 'huge',
    tries: 'an answer of more bytes than are read',
    annotations: SERVED,
    answer: ({ limits }) => page(`# ${'x'.repeat(limits.bodyBytes)}\n${lineOf(forged('huge_total'))}`),
    scraped: 'down',
  },
  {
    name: 'slow',
    tries: 'an answer that never ends',
    annotations: SERVED,
    answer: () => (_, response) => {
      response.write(lineOf(forged('slow_total')));
    },
    scraped: 'down',
  },
  {
    name: 'long-name',
    tries: 'a label whose name is too long',
    annotations: SERVED,
    answer: ({ limits }) =>
      page(lineOf(forged('long_total', { ['n'.repeat(limits.labelNameLength + 1)]: 'x' }))),
    scraped: 'down',
  },
  {
    name: 'long-value',
    tries: 'a label whose value is too long',
    annotations: SERVED,
    answer: ({ limits }) =>
      page(lineOf(forged('long_total', { text: 'v'.repeat(limits.labelValueLength + 1) }))),
    scraped: 'down',
  },
  {
    name: 'many-labels',
    tries: 'too many labels',
    annotations: SERVED,
    answer: ({ limits }) =>
      page(
        lineOf(
          forged(
            'labels_total',
            Object.fromEntries(Array.from({ length: limits.labels + 1 }, (_, n) => [`l${n}`, 'x'])),
          ),
        ),
      ),
    scraped: 'down',
  },
  {
    name: 'binary',
    tries: 'bytes that are no metrics',
    annotations: SERVED,
    answer: () => (_, response) => void response.end(Buffer.from([0, 1, 2, 0xff, 0xfe, 10])),
    scraped: 'up',
  },
  {
    name: 'address-in-port',
    tries: 'another’s address in the port',
    annotations: { 'prometheus.io/port': '$port@$victim' },
    answer: serves([forged('elsewhere_total')]),
    scraped: 'down',
  },
  {
    name: 'port-of-address',
    tries: 'a whole address for a port',
    annotations: { 'prometheus.io/port': '$victim' },
    answer: serves([forged('elsewhere_total')]),
    scraped: 'down',
  },
  {
    name: 'port-beyond',
    tries: 'a port that there is not',
    annotations: { 'prometheus.io/port': '70000' },
    answer: serves([forged('elsewhere_total')]),
    scraped: 'down',
  },
  {
    name: 'path-query',
    tries: 'parameters in the path',
    annotations: { ...SERVED, 'prometheus.io/path': '/metrics?target=$victim&x=1' },
    answer: () => (request, response) =>
      void response.end(lineOf(forged('path_total', { url: request.url! }))),
    scraped: 'up',
  },
  {
    name: 'path-up',
    tries: 'a path that goes up, and an address in it',
    annotations: { ...SERVED, 'prometheus.io/path': '/../../@$victim/metrics' },
    answer: () => (request, response) =>
      void response.end(lineOf(forged('path_total', { url: request.url! }))),
    scraped: 'up',
  },
  {
    name: 'scheme',
    tries: 'a scheme, an address and a job by annotation',
    annotations: {
      ...SERVED,
      'prometheus.io/scheme': 'file',
      'prometheus.io/address': '$victim',
      'prometheus.io/job': 'kube-state-metrics',
      'prometheus.io/namespace': VICTIM.namespace,
    },
    answer: serves([forged('scheme_total')]),
    scraped: 'up',
  },
  {
    name: 'ports',
    tries: 'many ports, to be scraped many times',
    annotations: SERVED,
    ports: Array.from({ length: 20 }, (_, index) => 9000 + index),
    answer: serves([forged('ports_total')]),
    scraped: 'up',
  },
  {
    name: 'silent',
    tries: 'nothing: it does not ask to be scraped',
    annotations: { 'prometheus.io/scrape': 'false', ...SERVED },
    answer: serves([forged('silent_total')]),
    scraped: 'never',
  },
  {
    name: 'ended',
    tries: 'to be read after its end, when another pod may have its address',
    annotations: SERVED,
    phase: 'Succeeded',
    answer: serves([forged('ended_total')]),
    scraped: 'never',
  },
];
