import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { invalid } from '../cloud/cloud-error';
import type { ClockSession, VirtualClock } from '../cloud/virtual-clock';
import type { BlockSchema, ProviderSchema } from '../schema/block-schema';
import { differences } from '../values/same-value';
import type { Attributes, Value } from '../values/value';
import { isRecord } from '../values/value';
import type { Call, CallObserver } from './call';
import { callCloud } from './cloud-call';
import { withComputed, withoutUnknowns } from './computed-values';
import { PartlyMade } from './partly-made';
import type { PlannedChange, ProposedChange } from './plan-change';
import { planChange } from './plan-change';
import type { Operation } from './operation';
import type { ConfigProblem, DataKind, ResourceKind } from './resource-kind';

/** A provider that the rehearsal stands in for. */
export interface SimulatedProvider {
  /** Address in a registry, such as `registry.terraform.io/hashicorp/google`. */
  readonly source: string;
  readonly schema: ProviderSchema;
  readonly resources: ReadonlyMap<string, ResourceKind>;
  readonly dataSources: ReadonlyMap<string, DataKind>;
}

/** What all instances of all providers share. */
export interface SharedCloud {
  readonly cloud: Cloud;
  readonly clock: VirtualClock;
  readonly observer: CallObserver;
}

/** What became of a change: the state that Terraform is to remember, and the error if it failed. */
export interface Applied {
  readonly state: Attributes | null;
  readonly error?: unknown;
}

/** One configured instance of a provider: an alias of one terraform run. */
export class ProviderInstance {
  private configuration: Attributes = {};

  constructor(
    private readonly provider: SimulatedProvider,
    private readonly shared: SharedCloud,
    private readonly session: ClockSession,
  ) {}

  configure(configuration: Attributes): void {
    this.configuration = configuration;
  }

  schemaOf(type: string): BlockSchema {
    return found(this.provider.schema.resources, type);
  }

  dataSchemaOf(type: string): BlockSchema {
    return found(this.provider.schema.dataSources, type);
  }

  validate(type: string, config: Attributes): readonly ConfigProblem[] {
    return this.kind(type).validate(config);
  }

  plan(type: string, change: Omit<ProposedChange, 'provider'>): PlannedChange {
    return planChange(this.kind(type), this.schemaOf(type), { ...change, provider: this.configuration });
  }

  async read(type: string, state: Attributes): Promise<Attributes | null> {
    const kind = this.kind(type);
    const seen = await this.call(
      { action: 'read', type, attributes: state },
      kind.latency.read,
      (operation) => kind.read(state, operation),
    );
    return seen === undefined ? null : overlaid(state, seen, this.schemaOf(type));
  }

  async apply(type: string, prior: Attributes | null, planned: Attributes | null): Promise<Applied> {
    try {
      if (planned === null) {
        if (prior !== null) await this.delete(type, prior);
        return { state: null };
      }
      const made =
        prior === null ? await this.create(type, planned) : await this.update(type, planned, prior);
      return { state: withoutUnknowns(made, this.schemaOf(type)) };
    } catch (error) {
      if (error instanceof PartlyMade)
        return { state: withoutUnknowns(error.attributes, this.schemaOf(type)), error: error.reason };
      return { state: prior, error };
    }
  }

  async importState(type: string, id: string): Promise<Attributes | null> {
    const kind = this.kind(type);
    const call: Call = { action: 'import', type, attributes: { id } };
    const found = await this.call(call, kind.latency.read, (operation) => kind.importState(id, operation));
    if (found === undefined) return null;
    const schema = this.schemaOf(type);
    return withoutUnknowns(withComputed({ ...found }, schema, {}), schema);
  }

  async readData(type: string, config: Attributes): Promise<Attributes> {
    const kind = this.provider.dataSources.get(type);
    if (kind === undefined) throw invalid(`The rehearsal does not know the data source ${type}`);
    const read = await this.call({ action: 'data', type, attributes: config }, kind.latency, (operation) =>
      kind.read(config, operation),
    );
    return withoutUnknowns({ ...config, ...read }, this.dataSchemaOf(type));
  }

  private create(type: string, planned: Attributes): Promise<Attributes> {
    const kind = this.kind(type);
    return this.call({ action: 'create', type, attributes: planned }, kind.latency.create, (operation) =>
      kind.create(planned, operation),
    );
  }

  private update(type: string, planned: Attributes, prior: Attributes): Promise<Attributes> {
    const kind = this.kind(type);
    return this.call({ action: 'update', type, attributes: planned }, kind.latency.update, (operation) =>
      kind.update(planned, prior, operation),
    );
  }

  private delete(type: string, prior: Attributes): Promise<void> {
    const kind = this.kind(type);
    return this.call({ action: 'delete', type, attributes: prior }, kind.latency.delete, (operation) =>
      kind.delete(prior, operation),
    );
  }

  private async call<T>(
    call: Call,
    seconds: number,
    run: (operation: Operation) => T | Promise<T>,
  ): Promise<T> {
    const { observer } = this.shared;
    const more = await observer.before(call);
    const writes = call.action === 'create' || call.action === 'delete';
    const rate = writes ? this.kind(call.type).writeRate : undefined;
    let needed: readonly AssetName[] = [];
    const result = await callCloud(
      { ...this.shared, session: this.session },
      this.configuration,
      {
        about: call.type,
        seconds: seconds + more,
        attributes: call.attributes,
        ...(rate === undefined ? {} : { rate }),
        onNeeds: (names) => {
          needed = names;
        },
      },
      run,
    );
    await observer.after(call, { needed, ...(isAttributes(result) ? { attributes: result } : {}) });
    return result;
  }

  private kind(type: string): ResourceKind {
    return found(this.provider.resources, type);
  }
}

/** What Terraform remembers, with what the cloud knows better; what is empty either way stays as it was. */
function overlaid(state: Attributes, seen: Attributes, schema: BlockSchema): Attributes {
  const laid = { ...state, ...seen };
  const changed = differences(state, laid, schema);
  return { ...state, ...Object.fromEntries(changed.map((name) => [name, laid[name] ?? null])) };
}

const isAttributes = (value: unknown): value is Attributes => isRecord(value as Value);

function found<T>(map: ReadonlyMap<string, T>, type: string): T {
  const value = map.get(type);
  if (value === undefined) throw invalid(`The rehearsal does not serve the type ${type}`);
  return value;
}
