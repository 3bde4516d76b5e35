import { parse, parseAllDocuments } from 'yaml';
import { contentHash } from '../../src/core/domain/content-hash';
import type { ClusterPlan, CohortPlan } from '../../src/core/plan/cohort-plan';
import { epochSeconds } from '../../src/core/domain/time';
import { at, list } from '../stacks/examples/rule';
import type { Block, KubernetesObject } from '../stacks/examples/terraform-output';
import type { Written } from './written';

/** What is somebody's in the lists of a cell's shared objects. */
export interface Named {
  readonly namespaces: readonly string[];
  /** Namespaces whose toolkits may be told otherwise. */
  readonly sleeping: readonly string[];
  /** Addresses that alerts are written to. */
  readonly addresses: readonly string[];
}

/** ConfigMaps that a pod restarts with, by the pod, each in the order in which they make up its hash. */
const FILES_OF = {
  // Its own configuration and rules Prometheus reads anew by itself.
  'Deployment/prometheus': ['metrics-proxies', 'query-guard'],
  'StatefulSet/alertmanager': ['alertmanager'],
} as const;
const FILES_HASH = 'practicum.dev/files';

const POD = 'spec.template.spec.containers.0';
const AMOUNTS = ['limits.memory', 'requests.cpu', 'requests.memory'].map((key) => `${POD}.resources.${key}`);

/**
 * What the tenants of a cell's cluster share, without what is `named`: lists lose the entries, and what is computed
 * from the number of tenants is only compared with what the plan says. Undefined for a cell without a shared cluster.
 */
export function sharedWithout(
  { namespaces, sleeping, addresses }: Named,
  all: Written,
  { cells }: CohortPlan,
  cell: number,
): unknown {
  const folder = `cell-${cell}-services`;
  const text = all.get(`k8s/${folder}/services.k8s.yaml`);
  const cluster = cells.find(({ number }) => number === cell)?.cluster;
  if (text === undefined || cluster === undefined) return undefined;
  expect(all.get(`terraform/stacks/${folder}/charts/services/files/manifest.yaml`)).toBe(text);

  const objects = new Map(
    parseAllDocuments(text)
      .map((document) => document.toJS() as KubernetesObject)
      .map((object) => [`${object.kind}/${object.metadata.name}`, object]),
  );
  const dataOf = (name: string) => at(objects.get(`ConfigMap/${name}`), 'data') as Record<string, string>;
  for (const [pod, configMaps] of Object.entries(FILES_OF)) {
    const hash = contentHash(...configMaps.flatMap((name) => Object.values(dataOf(name))));
    takeOut(objects.get(pod), `spec.template.metadata.annotations`, FILES_HASH, hash);
  }
  takeOutAmounts(objects, cluster);
  // Placeholders are counted from the roster, in steps.
  expect(take(dataOf('class-hours'), 'hours')).toBe(hoursOf(cluster));
  return {
    objects: Object.fromEntries(objects),
    alertmanager: alertsWithout(take(dataOf('alertmanager'), 'alertmanager.yml')),
    rules: Object.entries(dataOf('prometheus-rules')).map(([file]) => [
      file,
      rulesWithout(take(dataOf('prometheus-rules'), file)),
    ]),
    toolkits: objects.has('ConfigMap/toolkit-windows') ? toolkitsWithout(dataOf('toolkit-windows')) : [],
    sleepers: sleepersWithout(take(dataOf('place-sleep'), 'places')),
    stack: stackWithoutHash(all.get(`terraform/stacks/${folder}/cdk.tf.json`)!),
  };

  /** The lines of other places. */
  function sleepersWithout(places: string): readonly string[] {
    return places.split('\n').filter((line) => !namespaces.includes(line.split(':')[0]!));
  }

  /** What wakes in other places, and when; lines are numbered, and places that have all alike share one. */
  function toolkitsWithout(data: Record<string, string>): readonly string[] {
    const linesOf = (file: string): readonly string[] => take(data, file).trimEnd().split('\n');
    const numbered = (file: string): ReadonlyMap<string, string> =>
      new Map(linesOf(file).map((line) => [line.split(' ')[0]!, line]));
    const [toolkits, spans] = [numbered('toolkits'), numbered('spans')];
    const wordsAfter = (line: string): string => line.split(' ').slice(1).join(' ');
    return linesOf('places')
      .flatMap((line) => {
        const [places, ...uses] = line.split(' ');
        const what = uses.map((use) => {
          const [toolkit, span] = use.split('@');
          return `${wordsAfter(toolkits.get(toolkit!)!)} at ${wordsAfter(spans.get(span!)!)}`;
        });
        return places!.split(',').map((place) => ({ place, what: what.sort() }));
      })
      .filter(({ place }) => !namespaces.includes(place) && !sleeping.includes(place))
      .map(({ place, what }) => `${place}: ${what.join('; ')}`)
      .sort();
  }

  /** The routes and receivers of other places, with the addresses of other people. */
  function alertsWithout(config: string): unknown {
    const receivers = namespaces.map((namespace) => `place-${namespace}`);
    const { route, receivers: all, ...rest } = parse(config) as Alerts;
    const { routes, ...top } = route;
    return {
      ...rest,
      ...top,
      routes: routes.map((each) => ({
        ...each,
        routes: each.routes?.filter(({ receiver }) => !receivers.includes(receiver)),
      })),
      receivers: all
        .filter(({ name }) => !receivers.includes(name))
        .map(({ name, email_configs: mails = [] }) => ({
          name,
          mails: mails.filter(({ to }) => !addresses.includes(to)),
        })),
    };
  }

  /** Rules whose budgets name others only; how many nodes there may be is what the plan says. */
  function rulesWithout(file: string): unknown {
    const { groups } = parse(file) as { groups: { rules: Rule[] }[] };
    return groups.map(({ rules, ...group }) => ({
      ...group,
      rules: rules.map(({ expr, ...rule }) => ({ ...rule, expr: exprWithout(rule.record, expr) })),
    }));
  }

  function exprWithout(record: string | undefined, expr: string): unknown {
    if (record === 'namespace:budget_usd:term') return budgetsWithout(expr);
    if (record !== 'pool:nodes:max') return expr;
    expect(cluster!.monitoring.pools.map(({ maxNodes }) => `vector(${maxNodes})`)).toContain(expr);
    return 'as planned';
  }

  /** Each budget with the other namespaces that have it; one that nobody else has is not there. */
  function budgetsWithout(expr: string): unknown {
    return expr.split('\nor\n').flatMap((budget) => {
      const listed = /,namespace=~"([^"]*)"/.exec(budget);
      if (listed === null) return [budget];
      const others = listed[1]!.split('|').filter((namespace) => !namespaces.includes(namespace));
      return others.length === 0 ? [] : [budget.replace(listed[1]!, others.join('|'))];
    });
  }
}

const hoursOf = ({ classHours }: ClusterPlan): string =>
  classHours
    .prewarm!.spans.map(
      ({ opens, closes, placeholders }) => `${epochSeconds(opens)} ${epochSeconds(closes)} ${placeholders}\n`,
    )
    .join('');

interface Rule {
  readonly record?: string;
  readonly expr: string;
}

interface Alerts {
  readonly route: {
    readonly routes: readonly { readonly routes?: readonly { readonly receiver: string }[] }[];
  };
  readonly receivers: readonly {
    readonly name: string;
    readonly email_configs?: readonly { readonly to: string }[];
  }[];
}

/** Amounts that grow with the number of tenants, each by a step that the plan takes for many at once. */
function takeOutAmounts(objects: ReadonlyMap<string, KubernetesObject>, { monitoring }: ClusterPlan): void {
  const { cpu, memory } = monitoring.prometheus;
  const { disk, blocks } = monitoring.retention;
  const requests = 'spec.resources.requests';
  takeOut(objects.get('PersistentVolumeClaim/prometheus'), requests, 'storage', disk.toString());
  const args = at(objects.get('Deployment/prometheus'), `${POD}.args`) as string[] | undefined;
  const size = args?.findIndex((arg) => arg.startsWith('--storage.tsdb.retention.size=')) ?? -1;
  if (args !== undefined && size >= 0)
    expect(args.splice(size, 1)).toEqual([`--storage.tsdb.retention.size=${blocks.bytes / 2 ** 20}MB`]);
  for (const path of AMOUNTS) {
    const [, above, key] = /^(.*)\.(\w+)$/.exec(path)!;
    takeOut(objects.get('Deployment/prometheus'), above!, key!, (key === 'cpu' ? cpu : memory).toString());
    if (key === 'memory')
      takeOut(objects.get('Deployment/kube-state-metrics'), above!, key, expect.stringMatching(IN_STEPS));
  }
}

/** Whole steps of 32 MiB from 128 MiB on. */
const IN_STEPS = /^(128|160|192|224|256|288|320|352|384|416|448|480|512)Mi$/;

/** Takes a value out of the object below `path`, after it was what it should be. */
function takeOut(object: unknown, path: string, key: string, expected: unknown): void {
  const holder = at(object, path) as Record<string, unknown>;
  expect({ path, value: holder[key] }).toEqual({ path, value: expected });
  Reflect.deleteProperty(holder, key);
}

function take(data: Record<string, string>, file: string): string {
  const text = data[file]!;
  Reflect.deleteProperty(data, file);
  return text;
}

/** The stack that installs it, without the hash of what it installs. */
function stackWithoutHash(text: string): unknown {
  const stack = JSON.parse(text) as Block;
  const [release] = Object.values(
    at(stack, 'resource.helm_release') as Record<string, Record<string, unknown>>,
  );
  expect(list(release, 'values')).toEqual([expect.stringMatching(/^\{"contentHash":"[0-9a-f]{64}"\}$/)]);
  delete release!['values'];
  return stack;
}
