import type { Block } from '../../constructs/gcp/synth-construct';

/** An entry of the log of a load balancer, as far as anything here looks at it. */
export interface LogEntry {
  readonly logName: string;
  readonly resource: { readonly type: string; readonly labels: Readonly<Record<string, string>> };
  readonly httpRequest: { readonly requestUrl: string; readonly status: number; readonly latency?: string };
}

/** What an entry adds to a metric. */
export interface Counted {
  readonly labels: Readonly<Record<string, string>>;
  /** The value that a distribution takes. */
  readonly value?: number;
}

/** An emitted `google_logging_metric`, read as Cloud Logging does: expressions of RE2 that JavaScript has alike. */
export class LogMetric {
  constructor(private readonly block: Block) {}

  get name(): string {
    return String(this.block['name']);
  }

  get isDistribution(): boolean {
    return 'value_extractor' in this.block;
  }

  get bounds(): readonly number[] {
    const options = this.block['bucket_options'] as { explicit_buckets: { bounds: readonly number[] } };
    return options.explicit_buckets.bounds;
  }

  /** What `entry` adds; undefined when the filter does not take it, or there is no value. */
  count(entry: LogEntry): Counted | undefined {
    if (
      !String(this.block['filter'])
        .split(' AND ')
        .every((condition) => holds(condition, entry))
    )
      return undefined;
    const extractors = this.block['label_extractors'] as Readonly<Record<string, string>>;
    const labels = Object.fromEntries(
      Object.entries(extractors).map(([label, extractor]) => [label, extracted(extractor, entry) ?? '']),
    );
    if (!this.isDistribution) return { labels };
    const value = extracted(String(this.block['value_extractor']), entry);
    return value === undefined ? undefined : { labels, value: Number(value) };
  }
}

function holds(condition: string, entry: LogEntry): boolean {
  const [, field, operator, text] = /^([\w.]+)(=~|=)"([^\\]*)"$/.exec(condition) ?? [];
  if (field === undefined || text === undefined)
    throw new Error(`No condition that is known here: ${condition}`);
  const value = fieldOf(entry, field);
  return value !== undefined && (operator === '=' ? value === text : new RegExp(text).test(value));
}

function extracted(extractor: string, entry: LogEntry): string | undefined {
  const [, field, expression] = /^REGEXP_EXTRACT\(([\w.]+), "([^\\]*)"\)$/.exec(extractor) ?? [];
  if (field === undefined) throw new Error(`No extractor that is known here: ${extractor}`);
  const value = fieldOf(entry, field);
  return value === undefined ? undefined : new RegExp(expression!).exec(value)?.[1];
}

/** A field, as the text that it is written as. */
function fieldOf(entry: LogEntry, path: string): string | undefined {
  const value = path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], entry);
  return value === undefined ? undefined : String(value);
}
