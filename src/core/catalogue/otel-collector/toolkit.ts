import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, deployment, service } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { HEALTH_PORT, OTLP_GRPC_PORT, OTLP_HTTP_PORT, TRACES_PORT, collectorSettings } from './settings';

const ID = 'otel-collector';
/** User of the image. */
const USER = 10_001;
const IMAGE =
  'cr.jaegertracing.io/jaegertracing/jaeger:2.20.0@sha256:46a886260e04002d8f45e213fc39063fa11a50446048fdaa64786fc0840cb9f8';

interface CollectorSize {
  readonly pod: PodGroup;
  /** Traces in memory; one of a small service has some 10 KiB. */
  readonly maxTraces: number;
}

const SIZES: Readonly<Record<ToolkitSize, CollectorSize>> = {
  small: { pod: pods(1, ['50m', '500m'], ['128Mi', '256Mi']), maxTraces: 5_000 },
  normal: { pod: pods(1, ['100m', '1'], ['256Mi', '512Mi']), maxTraces: 20_000 },
  large: { pod: pods(1, ['250m', '1'], ['512Mi', '1Gi']), maxTraces: 50_000 },
};

export const TRACES_EXAMPLE = `"""Send a trace of two steps, one inside the other.

    pip install opentelemetry-sdk opentelemetry-exporter-otlp-proto-http
    kubectl port-forward service/${ID} ${OTLP_HTTP_PORT} ${TRACES_PORT} &
    OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:${OTLP_HTTP_PORT} python3 trace.py

In a pod of your place the endpoint is http://${ID}:${OTLP_HTTP_PORT}.
"""
import time

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

provider = TracerProvider(resource=Resource.create({"service.name": "first-steps"}))
provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
trace.set_tracer_provider(provider)
tracer = trace.get_tracer("first-steps")

with tracer.start_as_current_span("predict") as predict:
    predict.set_attribute("model", "houses-1")
    with tracer.start_as_current_span("ask the cache") as asked:
        time.sleep(0.02)
        asked.set_attribute("hit", False)
    time.sleep(0.05)

# What is not sent when a program ends is lost.
provider.shutdown()
print("sent")
`;

function place({ size }: ToolkitPlace): readonly PlacedObject[] {
  const { pod, maxTraces } = SIZES[size];
  const files = { 'collector.yaml': collectorSettings(maxTraces) };
  return [
    configMap(ID, files),
    service(ID, [
      { name: 'otlp-grpc', port: OTLP_GRPC_PORT },
      { name: 'otlp-http', port: OTLP_HTTP_PORT },
      { name: 'traces', port: TRACES_PORT },
    ]),
    deployment({
      toolkit: ID,
      user: USER,
      files,
      containers: [
        {
          name: ID,
          image: IMAGE,
          args: ['--config', '/etc/collector/collector.yaml'],
          env: [{ name: 'GOMEMLIMIT', value: String(Math.floor(pod.memoryLimit.bytes * 0.8)) }],
          ports: [
            { name: 'otlp-grpc', containerPort: OTLP_GRPC_PORT },
            { name: 'otlp-http', containerPort: OTLP_HTTP_PORT },
            { name: 'traces', containerPort: TRACES_PORT },
          ],
          readinessProbe: { httpGet: { path: '/status', port: HEALTH_PORT }, periodSeconds: 5 },
          livenessProbe: { tcpSocket: { port: OTLP_HTTP_PORT }, periodSeconds: 20, failureThreshold: 3 },
          resources: amountsOf(pod),
          volumeMounts: [
            { name: 'files', mountPath: '/etc/collector', readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [
        { name: 'files', configMap: { name: ID } },
        { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
      ],
    }),
  ];
}

/** Traces of a place: what an OpenTelemetry Collector takes in, kept and shown by Jaeger, which is built on one. */
export const otelCollector: Toolkit = {
  id: ID,
  title: 'OpenTelemetry traces',
  area: 'observe',
  gives: 'A place for the traces of your programs, and a page that shows where their time went.',
  licence: 'Apache-2.0',
  homepage: 'https://www.jaegertracing.io',
  sizes: sizesOf(SIZES, ({ pod }) => allowanceOf([pod], { services: 1 })),
  images: [
    {
      ref: IMAGE,
      source: 'a test of a public project that pins it; https://www.jaegertracing.io/download/',
      date: '2026-09',
    },
  ],
  place,
  endpoint: { service: ID, port: OTLP_HTTP_PORT, protocol: 'OTLP over http' },
  examples: () => [{ name: 'trace.py', text: TRACES_EXAMPLE }],
  smoke: { kubectl: ['rollout', 'status', `deployment/${ID}`], says: 'successfully rolled out' },
  handout: () =>
    [
      `Programs of your place send traces by OTLP: set \`OTEL_EXPORTER_OTLP_ENDPOINT\` to \`http://${ID}:${OTLP_HTTP_PORT}\` (gRPC: \`${OTLP_GRPC_PORT}\`). The page that shows them:`,
      '',
      '```sh',
      `kubectl port-forward service/${ID} ${TRACES_PORT} &`,
      '```',
      '',
      `Then open <http://localhost:${TRACES_PORT}>. The newest ones are kept in memory: they are gone when it sleeps. Nobody but you reaches it.`,
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'admitted',
    why: 'its program is published as an image and as archives, neither of which can be had here',
  },
};
