import { z } from 'zod';
import type { Adoption } from './adoption';
import type { PlannedAttributes } from './import-ids';
import { IMPORT_RULES } from './import-ids';

/** One change of a plan, as `terraform show -json` writes it. */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  /** `create`, `update`, `delete`, `no-op`, … */
  readonly actions: readonly string[];
  /** As it is to be; what is unknown is left out. */
  readonly after: PlannedAttributes;
  /** As it is; undefined for what is not in the state and not imported. */
  readonly before?: PlannedAttributes;
  /** Id by which it is imported. */
  readonly importId?: string;
  /** Attributes that force its replacement. */
  readonly replacedFor: readonly string[];
  /** Whether it was made, but with an error, and is to be replaced for that. */
  readonly tainted: boolean;
}

const CHANGE = z.object({
  address: z.string(),
  mode: z.string(),
  type: z.string(),
  action_reason: z.string().optional(),
  change: z.object({
    actions: z.array(z.string()),
    before: z.record(z.string(), z.unknown()).nullish(),
    after: z.record(z.string(), z.unknown()).nullish(),
    importing: z.object({ id: z.string() }).nullish(),
    replace_paths: z.array(z.array(z.union([z.string(), z.number()]))).nullish(),
  }),
});
const PLAN = z.object({ resource_changes: z.array(CHANGE).optional() });

/** The changes of managed resources in a plan that terraform wrote as JSON. */
export function readPlan(json: string): readonly PlannedChange[] {
  const { resource_changes: changes = [] } = PLAN.parse(JSON.parse(json));
  return changes
    .filter(({ mode }) => mode === 'managed')
    .map(({ address, type, action_reason: reason, change }) => ({
      address,
      type,
      actions: change.actions,
      after: change.after ?? {},
      ...(change.before === undefined || change.before === null ? {} : { before: change.before }),
      ...(change.importing === undefined || change.importing === null
        ? {}
        : { importId: change.importing.id }),
      replacedFor: (change.replace_paths ?? []).map((path) => path.join('.')),
      tainted: reason === 'replace_because_tainted',
    }));
}

export const isCreated = ({ actions, importId }: PlannedChange): boolean =>
  importId === undefined && actions.length === 1 && actions[0] === 'create';

/** What is created in the plan and would be found by an id that is known already. */
export function importable(changes: readonly PlannedChange[]): readonly (Adoption & PlannedChange)[] {
  return changes.filter(isCreated).flatMap((change) => {
    const rule = IMPORT_RULES[change.type];
    const id = rule?.by === 'id' ? rule.id(change.after) : undefined;
    return id === undefined ? [] : [{ ...change, id }];
  });
}

/**
 * Whether a plan does nothing to the cloud but what adopting asks for: imports, with the corrections in place
 * that come with them, and the creation again of what stands already.
 */
export function onlyAdopts(changes: readonly PlannedChange[]): boolean {
  return changes.every((change) => {
    if (change.actions.includes('delete')) return false;
    if (change.importId !== undefined || change.actions.every((action) => action === 'no-op')) return true;
    return isCreated(change) && IMPORT_RULES[change.type]?.by === 'repeating';
  });
}
