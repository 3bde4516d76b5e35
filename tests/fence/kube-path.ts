import { PLACES } from './cast';

/** Path of what a namespace holds: `secrets`, `pods/web-0/log`. */
export const inPlace = (place: string, what: string, apiVersion = 'v1'): string =>
  `${rootOf(apiVersion)}/namespaces/${place}/${what}`;

/** Path of what the whole cluster has: `nodes`, `namespaces/b3kq7`. */
export const ofCluster = (what: string, apiVersion = 'v1'): string => `${rootOf(apiVersion)}/${what}`;

/** Path in the student's own place. */
export const inOwn = (what: string, apiVersion?: string): string => inPlace(PLACES.student, what, apiVersion);

/** Path in another student's place. */
export const inOther = (what: string, apiVersion?: string): string => inPlace(PLACES.other, what, apiVersion);

const rootOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
