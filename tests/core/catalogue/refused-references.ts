import type { ObjectName, ObjectPath } from './refused-objects';
import { POD, SERVER } from './refused-objects';

/** Changes as of `REFUSED_OBJECTS`, to names in places where few look for any. */
export const REFUSED_REFERENCES: readonly (readonly [string, ObjectName, ObjectPath, unknown, RegExp])[] = [
  [
    'a token among other files',
    'server',
    [...POD, 'volumes', 0],
    { name: 'files', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } },
    /mount a token/,
  ],
  [
    'a Secret that nobody makes among other files',
    'server',
    [...POD, 'volumes', 0],
    { name: 'files', projected: { sources: [{ secret: { name: 'x' } }] } },
    /nobody makes this Secret/,
  ],
  [
    'files that are not there among others',
    'server',
    [...POD, 'volumes', 0],
    { name: 'files', projected: { sources: [{ configMap: { name: 'x' } }] } },
    /no ConfigMap of this name/,
  ],
  [
    'a setting of files that are not there',
    'server',
    [...SERVER, 'env', 0],
    { name: 'A', valueFrom: { configMapKeyRef: { name: 'x', key: 'a' } } },
    /no ConfigMap of this name/,
  ],
  [
    'all settings of files that are not there',
    'server',
    [...SERVER, 'envFrom'],
    [{ configMapRef: { name: 'x' } }],
    /no ConfigMap of this name/,
  ],
];
