import { textAt } from '../values/read-value';
import type { Attributes } from '../values/value';

/**
 * Type and Terraform's `id` of a resource, with its project where the id does not say it: that of a log-based metric is
 * its name, which every project may have. Undefined for what has no id.
 */
export function identityOf(type: string, attributes: Attributes): string | undefined {
  const id = textAt(attributes, 'id');
  const project = textAt(attributes, 'project');
  if (id === undefined) return undefined;
  return project === undefined || id.includes(project) ? `${type} ${id}` : `${type} ${id} of ${project}`;
}
