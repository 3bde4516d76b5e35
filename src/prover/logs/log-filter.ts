/** What a filter lets through: each attribute with the values that it may have. */
export type LogFilter = ReadonlyMap<string, readonly string[]>;

const VALUE = '"[^"\\\\]*"';
const TERM = new RegExp(
  `^(resource\\.type|resource\\.labels\\.[a-z_]+)=(${VALUE}|\\(${VALUE}(?: OR ${VALUE})*\\))$`,
);

/**
 * Reads a filter that joins comparisons by AND; undefined for anything else. Whatever is not read this way may let through more
 * than it seems to: OR outside of brackets, NOT, expressions, a comparison twice.
 */
export function tryReadFilter(text: string): LogFilter | undefined {
  const filter = new Map<string, readonly string[]>();
  for (const term of text.split(' AND ')) {
    const [, attribute, values] = TERM.exec(term) ?? [];
    if (attribute === undefined || values === undefined || filter.has(attribute)) return undefined;
    filter.set(
      attribute,
      [...values.matchAll(new RegExp(VALUE, 'g'))].map(([value]) => value.slice(1, -1)),
    );
  }
  return filter;
}

const isOne = (filter: LogFilter, attribute: string, value: string): boolean => {
  const values = filter.get(attribute);
  return values?.length === 1 && values[0] === value;
};

/** Namespaces of one cluster that a filter lets through; undefined if it may let through anything else. */
export function namespacesIn(
  text: string,
  { clusterProject, cluster }: { readonly clusterProject: string; readonly cluster: string },
): readonly string[] | undefined {
  const filter = tryReadFilter(text);
  if (filter === undefined) return undefined;
  const ofCluster =
    isOne(filter, 'resource.labels.project_id', clusterProject) &&
    isOne(filter, 'resource.labels.cluster_name', cluster);
  return ofCluster ? filter.get('resource.labels.namespace_name') : undefined;
}
