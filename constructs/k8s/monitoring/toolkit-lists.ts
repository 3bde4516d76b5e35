/** What of a toolkit is scaled. */
export interface ScaledWorkload {
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly name: string;
  /** When awake. */
  readonly replicas: number;
}

/** A toolkit in all places that have it alike. */
export interface ToolkitRow {
  readonly toolkit: string;
  readonly workloads: readonly ScaledWorkload[];
  /** Secrets that are drawn in a place before its workloads first wake there. */
  readonly secrets: readonly { readonly name: string; readonly keys: readonly string[] }[];
  readonly namespaces: readonly string[];
  /** When its workloads are awake, in seconds since 1970. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** Files that say what wakes where and when, each with a line for what is alike. */
export interface ToolkitLists {
  /** `<number> <from>-<to> ...` */
  readonly spans: string;
  /** `<number> <toolkit> <kind>/<name>=<replicas> ...` */
  readonly toolkits: string;
  /** `<namespace>,... <number of a toolkit>@<number of spans> ...` */
  readonly places: string;
  /** `<toolkit> <secret> <key> ...` */
  readonly secrets: string;
}

/** The lists of some rows. A class has most of it alike, so that a thousand places with twenty toolkits are few lines. */
export function toolkitLists(rows: readonly ToolkitRow[]): ToolkitLists {
  const spans = new Numbered();
  const toolkits = new Numbered();
  const uses = new Map<string, string[]>();
  for (const row of rows) {
    const what = toolkits.of([row.toolkit, ...row.workloads.map(workloadText)].join(' '));
    const when = spans.of(row.spans.map(({ from, to }) => `${from}-${to}`).join(' '));
    for (const namespace of row.namespaces)
      uses.set(namespace, [...(uses.get(namespace) ?? []), `${what}@${when}`]);
  }
  const places = new Map<string, string[]>();
  for (const namespace of [...uses.keys()].sort()) {
    const alike = uses.get(namespace)!.join(' ');
    places.set(alike, [...(places.get(alike) ?? []), namespace]);
  }
  const secrets = new Set(
    rows.flatMap(({ toolkit, secrets: needs }) =>
      needs.map(({ name, keys }) => [toolkit, name, ...keys].join(' ')),
    ),
  );
  return {
    spans: spans.text(),
    toolkits: toolkits.text(),
    places: lines([...places].map(([alike, namespaces]) => `${namespaces.join(',')} ${alike}`)),
    secrets: lines([...secrets]),
  };
}

/** Lines with their numbers: one for each text. */
class Numbered {
  private readonly numbers = new Map<string, number>();

  of(text: string): number {
    const number = this.numbers.get(text) ?? this.numbers.size + 1;
    this.numbers.set(text, number);
    return number;
  }

  text(): string {
    return lines([...this.numbers].map(([text, number]) => `${number} ${text}`.trimEnd()));
  }
}

const workloadText = ({ kind, name, replicas }: ScaledWorkload): string => `${kind}/${name}=${replicas}`;

const lines = (each: readonly string[]): string => each.map((line) => `${line}\n`).join('');
