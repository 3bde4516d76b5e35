import type { Asset, AssetName } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import { Unknown, isList, isRecord } from '../values/value';
import type { Attributes, Value } from '../values/value';
import type { Operation } from './operation';
import type { ConfigProblem, Latency, ResourceKind, WriteRate } from './resource-kind';

/** A type of resource that is one asset: most of them. */
export interface AssetKindProps {
  readonly type: string;
  /** Type of Cloud Asset Inventory. */
  readonly assetType: string;
  /** API that must be on in the asset's project; none for what has no project. */
  readonly api?: string;
  readonly forceNew: readonly string[];
  readonly defaults?: Attributes;
  readonly computedBlocks?: readonly string[];
  /** Attributes that only Terraform knows: Google never sees nor returns them. */
  readonly terraformOnly?: readonly string[];
  /** What the terraform-only attributes are after an import. */
  readonly afterImport?: Attributes;
  readonly latency: Latency;
  readonly writeRate?: WriteRate;
  readonly checks: readonly string[];
  readonly ignores: readonly string[];

  /** Full resource name. */
  name(attributes: Attributes, provider: Attributes): AssetName;
  /** Id of the project it is in; by default the attribute `project`. */
  project?(attributes: Attributes, provider: Attributes): string | undefined;
  parent?(attributes: Attributes, provider: Attributes): AssetName | undefined;
  /** Ids that `terraform import` takes, as patterns with named groups that are attributes. */
  readonly importIds: readonly RegExp[];
  validate?(config: Attributes): readonly ConfigProblem[];
  /** Attributes that, changed in this way, make it anew. */
  replaceWhen?(planned: Attributes, prior: Attributes): readonly string[];
  /** What must be true before it is made or changed: parents stand, ranges are free. Throws CloudError. */
  check?(attributes: Attributes, operation: Operation, prior: Attributes | undefined): void;
  /** Attributes that Google or the provider computes; called when made and when changed. */
  computed(attributes: Attributes, operation: Operation): Attributes;
  /** Computed attributes that the provider knows at plan time already. */
  plan?(planned: Attributes, provider: Attributes): Attributes;
  /** What follows from making it: a default route, a service agent. */
  afterCreate?(asset: Asset, operation: Operation): void;
  /** What must be true before it is deleted; may delete what goes with it. */
  beforeDelete?(state: Attributes, operation: Operation): void;
  readonly keepNameForDays?: number;
}

const projectAttribute = (attributes: Attributes, provider: Attributes): string | undefined =>
  [attributes['project'], provider['project']].find((each): each is string => typeof each === 'string');

/** Makes a kind of what is particular to it. */
export function assetKind(props: AssetKindProps): ResourceKind {
  const terraformOnly = new Set([...(props.terraformOnly ?? []), 'timeouts']);
  const known = (attributes: Attributes): Attributes =>
    Object.fromEntries(Object.entries(attributes).filter(([name]) => !terraformOnly.has(name)));
  const projectOf = props.project ?? projectAttribute;
  const prepare = (attributes: Attributes, operation: Operation, prior?: Attributes): void => {
    const project = projectOf(attributes, operation.provider);
    if (props.api !== undefined && project !== undefined) operation.needApi(project, props.api);
    props.check?.(attributes, operation, prior);
  };
  return {
    type: props.type,
    forceNew: props.forceNew,
    defaults: props.defaults ?? {},
    computedBlocks: props.computedBlocks ?? [],
    latency: props.latency,
    ...(props.writeRate === undefined ? {} : { writeRate: props.writeRate }),
    checks: props.checks,
    ignores: props.ignores,
    ...(props.replaceWhen === undefined ? {} : { replaceWhen: props.replaceWhen }),
    assetName: (state) => props.name(state, {}),
    validate: (config) => props.validate?.(config) ?? [],
    plan: (planned, provider) => {
      const project = projectOf(planned, provider);
      const ofProvider = planned['project'] instanceof Unknown && project !== undefined ? { project } : {};
      return { ...ofProvider, ...props.plan?.(planned, provider) };
    },
    create: (planned, operation) => {
      prepare(planned, operation);
      const attributes = { ...planned, ...props.computed(planned, operation) };
      const { provider, cloud } = operation;
      const parent = props.parent?.(attributes, provider);
      const project = projectOf(attributes, provider);
      const asset = cloud.insert({
        name: props.name(attributes, provider),
        type: props.assetType,
        data: withoutUnknowns(known(attributes)),
        madeBy: 'terraform',
        ...(parent === undefined ? {} : { parent }),
        ...(project === undefined ? {} : { project }),
      });
      props.afterCreate?.(asset, operation);
      return attributes;
    },
    read: (state, { cloud, provider }) => cloud.tryFind(props.name(state, provider))?.data,
    update: (planned, prior, operation) => {
      const name = props.name(prior, operation.provider);
      operation.need(name, props.type);
      prepare(planned, operation, prior);
      const attributes = { ...planned, ...props.computed(planned, operation) };
      operation.cloud.change(name, { data: withoutUnknowns(known(attributes)) });
      return attributes;
    },
    delete: (state, operation) => {
      const name = props.name(state, operation.provider);
      // What is gone already is what was asked for.
      if (operation.cloud.tryFind(name) === undefined) return;
      props.beforeDelete?.(state, operation);
      operation.cloud.remove(name, props.keepNameForDays);
    },
    importState: (id, { cloud, provider }) => {
      const identity = props.importIds.map((pattern) => pattern.exec(id)?.groups).find(Boolean);
      if (identity === undefined) {
        throw invalid(`Import id "${id}" doesn't match any of the accepted formats of ${props.type}`);
      }
      const asset = cloud.tryFind(props.name({ ...identity }, provider));
      return asset === undefined ? undefined : { ...asset.data, ...props.afterImport };
    },
  };
}

/** The same attributes with null where a value is still unknown: what Google was never told. */
function withoutUnknowns(attributes: Attributes): Attributes {
  return cleanRecord(attributes);
}

function clean(value: Value): Value {
  if (value instanceof Unknown) return null;
  if (isList(value)) return value.map(clean);
  return isRecord(value) ? cleanRecord(value) : value;
}

function cleanRecord(record: Attributes): Attributes {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, clean(value)]));
}
