import type { NotAdopted } from './adoption';
import type { PlannedAttributes } from './import-ids';
import type { PlannedChange } from './planned-changes';

/** Label that says whose a resource is. */
const OWNER = 'practicum-cohort';

/** What a plan would import and must not: what is another's, and what adopting would destroy. */
export function adoptionRefusals(changes: readonly PlannedChange[]): readonly NotAdopted[] {
  return changes.flatMap((change) => {
    const { address, importId, replacedFor } = change;
    if (importId === undefined) return [];
    const why = foreign(change) ?? (change.actions.includes('delete') ? destroyed(replacedFor) : undefined);
    return why === undefined ? [] : [{ address, id: importId, why }];
  });
}

const destroyed = (paths: readonly string[]): string =>
  `the next deploy would destroy it and make it anew, since it stands with another ${paths.join(', ') || 'form'}`;

function foreign({ before = {}, after }: PlannedChange): string | undefined {
  const ours = labelsOf(after)[OWNER];
  const theirs = labelsOf(before)[OWNER];
  if (ours === undefined || ours === theirs) return undefined;
  return theirs === undefined
    ? `it is not ours: it has no label ${OWNER}`
    : `it is not ours: its label ${OWNER} is ${String(theirs)}`;
}

/** After an import only the effective labels are filled. */
const labelsOf = (attributes: PlannedAttributes): PlannedAttributes =>
  Object.assign({}, attributes['resource_labels'], attributes['labels'], attributes['effective_labels']);
