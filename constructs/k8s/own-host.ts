import type { NamedExpression, Validation } from './admission-policy';
import { HOST_ANNOTATION } from './tenant-namespace';

/** The host that the namespace may use; empty, and so no host at all, where it has none. */
export const OWN_HOST: NamedExpression = {
  name: 'host',
  expression: `namespaceObject.metadata.?annotations[?'${HOST_ANNOTATION}'].orValue('')`,
};

/** Refuses everything in a namespace without a host. */
export const HAS_HOST: Validation = {
  expression: "variables.host != ''",
  message: `this namespace has no host: its annotation ${HOST_ANNOTATION} is missing`,
};

/** CEL that is true when `host` is the namespace's own, or a name under it. */
export const isOwnHost = (host: string): string =>
  `(${host} == variables.host || ${host}.endsWith('.' + variables.host))`;

/** CEL that says which hosts `field` may have. */
export const ownHostOnly = (field: string): string =>
  `'${field}: in this namespace only ' + variables.host + ' and names under it are allowed'`;
