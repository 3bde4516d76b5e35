import type { Adoption } from '../../../src/core/recover/adoption';
import type { LockInfo } from '../../../src/core/recover/lock-info';
import type { PlannedAttributes } from '../../../src/core/recover/import-ids';
import { IMPORT_RULES } from '../../../src/core/recover/import-ids';
import type { PlannedChange } from '../../../src/core/recover/planned-changes';
import type { TerraformError } from '../../../src/core/recover/plan-events';
import type { PlanRun, Ran, StackTerraform } from '../../../src/app/recover/stack-terraform';

/** A resource of the configuration. */
export interface FakeResource {
  readonly address: string;
  readonly attributes: PlannedAttributes;
  readonly needs?: readonly string[];
  /** Attributes that are known once all it needs is in the state or imported. */
  readonly learns?: PlannedAttributes;
  /** What a plan does where it stands in the state; `no-op` if left out. */
  readonly actions?: readonly string[];
  readonly tainted?: boolean;
}

const DONE: Ran = { code: 0, output: '' };
const typeOf = (address: string): string => address.slice(0, address.indexOf('.'));

/** A stack and a cloud in memory; plans as terraform does: what needs a failed import is not judged. */
export class FakeStack implements StackTerraform {
  /** What terraform was asked, in order. */
  readonly asked: string[] = [];
  readonly state = new Set<string>();
  /** In the state, and deleted by hand: terraform would make them again and takes no import for them. */
  readonly deleted = new Set<string>();
  /** What stands in the cloud, by id, with its attributes; an error where it cannot be read. */
  readonly cloud = new Map<string, PlannedAttributes | TerraformError>();
  /** Locks that are in the way, the first first; one comes after another is released. */
  locks: LockInfo[] = [];
  unsaved = false;
  /** Steps that fail, by what they are asked, with what terraform says. */
  readonly failing = new Map<string, string>();

  private last: readonly PlannedChange[] = [];

  constructor(readonly resources: readonly FakeResource[]) {}

  init(): Promise<Ran> {
    return this.step('init');
  }

  plan(imports: readonly Adoption[], only?: 'imports'): Promise<PlanRun> {
    this.asked.push(
      ['plan', ...(only === undefined ? [] : [only]), ...imports.map(({ address }) => address)].join(' '),
    );
    const [lock] = this.locks;
    if (lock !== undefined)
      return failed([
        { summary: 'Error acquiring the state lock', detail: `ID: ${lock.id}\nWho: ${lock.who}` },
      ]);
    const wrong = this.failing.get('plan');
    if (wrong !== undefined) return failed([{ summary: wrong, detail: '' }]);
    const errors = new Map<string, TerraformError>();
    for (const { address, needs = [] } of this.resources) {
      const id = imports.find((each) => each.address === address)?.id;
      if (needs.some((need) => errors.has(need))) errors.set(address, { summary: '', detail: '' });
      else if (id !== undefined && !this.deleted.has(address)) {
        const found = this.cloud.get(id);
        if (found === undefined) errors.set(address, nothingAt(address));
        else if (isError(found)) errors.set(address, found);
      }
    }
    if (errors.size > 0) return failed([...errors.values()].filter(({ summary }) => summary !== ''));
    const wanted = only === undefined ? undefined : this.withNeeds(imports.map(({ address }) => address));
    this.last = this.resources
      .filter(({ address }) => wanted?.has(address) ?? true)
      .map((resource) => this.change(resource, imports));
    return Promise.resolve({ ok: true, changes: this.last });
  }

  apply(): Promise<Ran> {
    for (const { address, importId } of this.last) if (importId !== undefined) this.state.add(address);
    return this.step('apply');
  }

  importOne({ address }: Adoption): Promise<Ran> {
    if (this.state.has(address))
      return Promise.resolve({ code: 1, output: 'Error: Resource already managed by Terraform\n' });
    this.state.add(address);
    return this.step(`import ${address}`);
  }

  releaseLock(id: string): Promise<Ran> {
    this.locks.shift();
    return this.step(`release ${id}`);
  }

  hasUnsavedState(): boolean {
    return this.unsaved;
  }

  saveState(): Promise<Ran> {
    this.unsaved = false;
    return this.step('save');
  }

  private step(what: string): Promise<Ran> {
    this.asked.push(what);
    const output = this.failing.get(what);
    return Promise.resolve(output === undefined ? DONE : { code: 1, output });
  }

  private change(resource: FakeResource, imports: readonly Adoption[]): PlannedChange {
    const { address, attributes, needs = [], learns = {}, tainted = false, actions = ['no-op'] } = resource;
    const imported = this.deleted.has(address) ? undefined : imports.find((each) => each.address === address);
    const isKnown = (each: string): boolean =>
      this.state.has(each) || imports.some((one) => one.address === each);
    const after = needs.every(isKnown) ? { ...attributes, ...learns } : attributes;
    const before = imported === undefined ? undefined : (this.cloud.get(imported.id) as PlannedAttributes);
    return {
      address,
      type: typeOf(address),
      actions: isKnown(address) && !this.deleted.has(address) ? actions : ['create'],
      after,
      ...(before === undefined ? {} : { before }),
      ...(imported === undefined ? {} : { importId: imported.id }),
      replacedFor: actions.includes('delete') ? ['location'] : [],
      tainted,
    };
  }

  private withNeeds(addresses: readonly string[]): ReadonlySet<string> {
    const all = new Set(addresses);
    for (const address of all) {
      const { needs = [] } = this.resources.find((each) => each.address === address)!;
      for (const need of needs) all.add(need);
    }
    return all;
  }
}

/** Id of a resource of the configuration once all is known. */
export function importId({ address, attributes, learns }: FakeResource): string {
  const rule = IMPORT_RULES[typeOf(address)];
  const id = rule?.by === 'id' ? rule.id({ ...attributes, ...learns }) : undefined;
  if (id === undefined) throw new Error(`${address} has no id`);
  return id;
}

const isError = (found: PlannedAttributes | TerraformError): found is TerraformError => 'summary' in found;

const nothingAt = (address: string): TerraformError => ({
  summary: 'Cannot import non-existent remote object',
  detail: `While attempting to import an existing object to "${address}", the provider detected that no object exists`,
});

const failed = (errors: readonly TerraformError[]): Promise<PlanRun> =>
  Promise.resolve({
    ok: false,
    events: { errors, begun: new Set(), read: new Set() },
    output: errors
      .map((diagnostic) =>
        JSON.stringify({ type: 'diagnostic', diagnostic: { severity: 'error', ...diagnostic } }),
      )
      .join('\n'),
  });
