import type { InventoryItem } from './inventory-item';
import { isProject } from './inventory-item';
import { tryParseResourceName } from './resource-name';

/** What a project has of itself: it costs nothing, nobody can delete it, and it goes with the project. */
const PARTS = new Set(['serviceusage/services', 'compute/projects', 'cloudbilling/billingInfo']);

const OWN_LOGS = /^_(Default|Required)$/;

/** True for what is only a part of a project, or of a cluster that is listed by itself. */
function isPart({ name }: InventoryItem): boolean {
  return (
    PARTS.has(`${name.service}/${name.collection}`) ||
    (name.service === 'logging' && OWN_LOGS.test(name.name)) ||
    (name.service === 'container' && name.full.includes('/k8s/'))
  );
}

/** The items with each part replaced by its project, where `isJudged` says so: an API that is on shows one that stands. */
export function withProjectsOf(
  items: readonly InventoryItem[],
  isJudged: (item: InventoryItem) => boolean,
): readonly InventoryItem[] {
  const listed = new Set(items.filter(isProject).map(({ name }) => name.name));
  const shown: InventoryItem[] = [];
  for (const item of items) {
    const project = item.name.project;
    if (!isPart(item) || project === undefined || !isJudged(item)) {
      shown.push(item);
      continue;
    }
    if (listed.has(project)) continue;
    const name = tryParseResourceName(`//cloudresourcemanager.googleapis.com/projects/${project}`);
    if (name === undefined) shown.push(item);
    else {
      listed.add(project);
      shown.push({ name, labels: item.labels, facts: {} });
    }
  }
  return shown;
}
