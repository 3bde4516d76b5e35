import type { FieldSchema } from './field-schema';
import { flag, record, text, textMap, texts, whole } from './schema-words';

const several = (items: FieldSchema): FieldSchema => ({ type: 'array', items });
const anything: FieldSchema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

/** What is scraped, and how. */
export const scrape = record({
  port: { 'x-kubernetes-int-or-string': true },
  interval: text,
  path: text,
  scheme: text,
});
/**
 * Kinds of Managed Service for Prometheus, as far as they are sent.
 * @see https://github.com/GoogleCloudPlatform/prometheus-engine/blob/main/doc/api.md (read 2026-11)
 */
export const podMonitoring = record(
  { selector: anything, endpoints: several(scrape) },
  'selector',
  'endpoints',
);
const relabelling = record({
  action: text,
  sourceLabels: texts,
  regex: text,
  targetLabel: text,
  replacement: text,
});
export const clusterPodMonitoring = record(
  {
    selector: anything,
    endpoints: several(
      record(
        {
          port: { 'x-kubernetes-int-or-string': true },
          interval: text,
          timeout: text,
          path: text,
          metricRelabeling: several(relabelling),
        },
        'port',
      ),
    ),
    targetLabels: record({ metadata: texts }),
    limits: record({ samples: whole, labels: whole, labelNameLength: whole, labelValueLength: whole }),
  },
  'selector',
  'endpoints',
);
export const clusterNodeMonitoring = record(
  {
    selector: anything,
    endpoints: several(
      record({
        path: text,
        scheme: text,
        interval: text,
        tls: record({ insecureSkipVerify: flag }),
        metricRelabeling: several(relabelling),
      }),
    ),
  },
  'endpoints',
);
export const clusterRules = record(
  {
    groups: several(
      record(
        {
          name: text,
          interval: text,
          rules: several(
            record(
              { record: text, alert: text, expr: text, for: text, labels: textMap, annotations: textMap },
              'expr',
            ),
          ),
        },
        'name',
        'rules',
      ),
    ),
  },
  'groups',
);
