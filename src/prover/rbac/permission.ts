import type { Json } from '../json-value';
import { textsAt } from '../json-value';

/** One verb on one resource of one API group, as a rule writes them; `*` stands for all of its kind. */
export interface Permission {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
}

/** Every permission that a rule of a role gives. */
export function permissionsOf(rule: Json): readonly Permission[] {
  const verbs = textsAt(rule, 'verbs');
  const paths = textsAt(rule, 'nonResourceURLs').map((path) => `the path ${path}`);
  const resources = textsAt(rule, 'apiGroups').flatMap((group) =>
    textsAt(rule, 'resources').map((resource) => ({ group, resource })),
  );
  return [...paths.map((resource) => ({ group: '', resource })), ...resources].flatMap((each) =>
    verbs.map((verb) => ({ ...each, verb })),
  );
}

const resourceText = ({ group, resource }: Permission): string => {
  const name = resource === '*' ? 'every resource' : resource;
  return group === '' ? name : group === '*' ? `${name} of every API` : `${name}.${group}`;
};

export const permissionText = (permission: Permission): string =>
  `${permission.verb} ${resourceText(permission)}`;

/** Permissions in as few words as they need: `get, list secrets`; `*` is any verb. */
export function permissionTexts(permissions: readonly Permission[]): readonly string[] {
  const verbs = new Map<string, string[]>();
  for (const permission of permissions) {
    const resource = resourceText(permission);
    verbs.set(resource, [
      ...(verbs.get(resource) ?? []),
      permission.verb === '*' ? 'do anything with' : permission.verb,
    ]);
  }
  return [...verbs].map(([resource, each]) => `${each.join(', ')} ${resource}`);
}
