import { GITHUB_KINDS } from '../../rehearsal/github/github-kinds';
import { GITHUB_DATA } from '../../rehearsal/github/rest-api-data';
import { FOUNDATION_DATA, FOUNDATION_KINDS } from '../../rehearsal/google/foundation-kinds';
import { INFRASTRUCTURE_DATA, INFRASTRUCTURE_KINDS } from '../../rehearsal/google/infrastructure-kinds';
import type { ChartSource } from '../../rehearsal/helm/chart';
import { helmReleaseKind } from '../../rehearsal/helm/helm-release-kind';
import type { SimulatedProvider } from '../../rehearsal/provider/provider-instance';
import type { DataKind, ResourceKind } from '../../rehearsal/provider/resource-kind';
import { storedKind } from '../../rehearsal/provider/stored-kind';
import type { BindingName } from './installed-bindings';
import { installedSchema } from './installed-bindings';
import type { UsedTypes } from './terraform-types';

const GOOGLE_KINDS: readonly ResourceKind[] = [...FOUNDATION_KINDS, ...INFRASTRUCTURE_KINDS];

const GOOGLE_DATA: readonly DataKind[] = [...FOUNDATION_DATA, ...INFRASTRUCTURE_DATA];

const noChart: ChartSource = { read: () => ({ problem: 'there is no chart' }) };

/** All kinds that the simulation knows by more than their schema. */
export const SIMULATED_KINDS: readonly ResourceKind[] = [
  ...GITHUB_KINDS,
  ...GOOGLE_KINDS,
  helmReleaseKind(noChart, () => undefined),
];

/** The providers that stand in for the real ones, for the types that stacks use. */
export interface SimulatedProviders {
  readonly providers: readonly SimulatedProvider[];
  /** Types that are checked by their schema alone, sorted. */
  readonly storedOnly: readonly string[];
}

/** Makes the providers for stacks that use these types; `helm` is how releases are installed. */
export function simulatedProviders(used: UsedTypes, helm: ResourceKind): SimulatedProviders {
  const google = providerOf('google', used, GOOGLE_KINDS, GOOGLE_DATA);
  const charts = providerOf('helm', used, [helm], []);
  const github = providerOf('github', used, GITHUB_KINDS, GITHUB_DATA);
  const all = [google, charts, github];
  return {
    providers: all.map(({ provider }) => provider),
    storedOnly: all.flatMap(({ storedOnly }) => storedOnly),
  };
}

function providerOf(
  name: BindingName,
  used: UsedTypes,
  kinds: readonly ResourceKind[],
  data: readonly DataKind[],
): { readonly provider: SimulatedProvider; readonly storedOnly: readonly string[] } {
  const own = (type: string): boolean => type.startsWith(`${name}_`);
  const schema = installedSchema(name, {
    resources: used.resources.filter(own),
    dataSources: used.dataSources.filter(own),
  });
  const known = new Map(kinds.map((kind) => [kind.type, kind]));
  const storedOnly = [...schema.resources.keys()].filter((type) => !known.has(type));
  const stored = storedOnly.map((type) => storedKind(type, schema.resources.get(type)!));
  return {
    provider: {
      source: `registry.terraform.io/${name === 'github' ? 'integrations' : 'hashicorp'}/${name}`,
      schema,
      resources: new Map([...known, ...stored.map((kind) => [kind.type, kind] as const)]),
      dataSources: new Map(data.map((kind) => [kind.type, kind])),
    },
    storedOnly,
  };
}
