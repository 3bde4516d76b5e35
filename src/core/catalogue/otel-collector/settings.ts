import { stringify } from 'yaml';

export const OTLP_GRPC_PORT = 4317;
export const OTLP_HTTP_PORT = 4318;
export const TRACES_PORT = 16_686;
export const HEALTH_PORT = 13_133;

/** Name of the store, which is the memory of the pod. */
const STORE = 'memory';

/**
 * Settings of a Jaeger, which is an OpenTelemetry Collector with a store and a page: traces come by OTLP, the newest
 * `maxTraces` are kept in memory.
 * @see https://www.jaegertracing.io/docs/latest/deployment/configuration/ (read 2026-11)
 */
export const collectorSettings = (maxTraces: number): string =>
  stringify({
    service: {
      extensions: ['jaeger_storage', 'jaeger_query', 'healthcheckv2'],
      pipelines: {
        traces: { receivers: ['otlp'], processors: ['batch'], exporters: ['jaeger_storage_exporter'] },
      },
    },
    extensions: {
      healthcheckv2: { use_v2: true, http: { endpoint: `0.0.0.0:${HEALTH_PORT}` } },
      jaeger_query: {
        storage: { traces: STORE },
        http: { endpoint: `0.0.0.0:${TRACES_PORT}` },
      },
      jaeger_storage: { backends: { [STORE]: { memory: { max_traces: maxTraces } } } },
    },
    receivers: {
      otlp: {
        protocols: {
          grpc: { endpoint: `0.0.0.0:${OTLP_GRPC_PORT}` },
          http: { endpoint: `0.0.0.0:${OTLP_HTTP_PORT}` },
        },
      },
    },
    processors: { batch: {} },
    exporters: { jaeger_storage_exporter: { trace_storage: STORE } },
  });
