import { ASKER, VICTIM } from '../cast';
import type { FenceCase, TokenName } from '../fence-case';
import { at, posted } from '../fence-case';

const O = ASKER.namespace;
const V = VICTIM.namespace;
const PATH = at('/api/v1/query', { query: 'redis_up' });
const OWN = { sees: 'own' } as const;
const UNKNOWN: readonly TokenName[] = [
  'other audience',
  'ended',
  'signed by another key',
  'tampered',
  'unsigned',
  'no token at all',
];

const as = (title: string, rest: Partial<FenceCase>, must: FenceCase['must']): FenceCase => ({
  title,
  path: PATH,
  must,
  ...rest,
});

/** Who asks, for which namespace, and how both are said. */
export const CALLERS: readonly FenceCase[] = [
  as('Own token, own namespace', {}, OWN),
  ...UNKNOWN.map((token) => as(`A token that does not count: ${token}`, { token }, { refused: 401 })),
  as(
    'A token of the right namespace, for an account without the right',
    { token: 'own pods' },
    { refused: 403 },
  ),
  as('Another’s token for the own namespace', { token: 'victim' }, { refused: 403 }),
  as('The own token for another’s namespace', { namespaces: [V] }, { refused: 403 }),
  as(
    'The own token for the namespace of the monitoring',
    { namespaces: ['practicum-monitoring'] },
    { refused: 403 },
  ),
  as('The own token for a namespace that there is not', { namespaces: ['nobody'] }, { refused: 403 }),
  as('No namespace', { namespaces: [] }, { refused: 400 }),
  as('An empty namespace', { namespaces: [''] }, { refused: 403 }),
  as('The own namespace, then another’s', { namespaces: [O, V] }, { refused: 403 }),
  as('Another’s namespace, then the own', { namespaces: [V, O] }, { refused: 403 }),
  as('The own namespace twice', { namespaces: [O, O] }, OWN),
  as('The own namespace and an empty one', { namespaces: [O, ''] }, { refused: 403 }),
  as('Two namespaces in one line', { namespaces: [`${O},${V}`] }, { refused: 403 }),
  as('Two namespaces as an expression', { namespaces: [`${O}|${V}`] }, { refused: 403 }),
  as('Any namespace as an expression', { namespaces: ['.*'] }, { refused: 403 }),
  as('All namespaces by an asterisk', { namespaces: ['*'] }, { refused: 403 }),
  as('The own namespace in capitals', { namespaces: [O.toUpperCase()] }, { refused: 403 }),
  as('The own namespace with a closing quote', { namespaces: [`${O}",namespace="${V}`] }, { refused: 403 }),
  as('The own namespace as a template', { namespaces: ['{{ .Value }}'] }, { refused: 403 }),
  as('The header in small letters', { namespaces: [], headers: [['x-namespace', V]] }, { refused: 403 }),
  as('The header in capitals', { namespaces: [], headers: [['X-NAMESPACE', V]] }, { refused: 403 }),
  as('Own in one spelling, another’s in another', { headers: [['x-nAMESPACE', V]] }, { refused: 403 }),
  as('Another’s with an underscore', { headers: [['X_Namespace', V]] }, OWN),
  as('Another’s by other headers', { headers: [['X-Forwarded-Namespace', V], ['X-Scope-OrgID', V], ['X-Original-Namespace', V], ['Forwarded', `for=${V}`]] }, OWN), // prettier-ignore
  as('The namespace as a header of one hop', { headers: [['Connection', 'X-Namespace']] }, { refused: 400 }),
  as('The namespace as a header of one hop, and again', { namespaces: [O, V], headers: [['Connection', 'close, x-namespace']] }, { refused: 403 }), // prettier-ignore
  as('The token as a header of one hop', { headers: [['Connection', 'Authorization']] }, OWN),
  as('Names of others for who asks', { headers: [['X-Remote-User', 'system:admin'], ['X-Remote-Group', 'system:masters'], ['Impersonate-User', 'admin']] }, OWN), // prettier-ignore
  as('Names of others, without a token', { token: 'no token at all', headers: [['X-Remote-User', 'system:admin'], ['X-Remote-Groups', 'system:masters']] }, { refused: 401 }), // prettier-ignore
  as('A password in place of a token', { token: 'no token at all', headers: [['Authorization', 'Basic YWRtaW46YWRtaW4=']] }, { refused: 401 }), // prettier-ignore
  as(
    'A token as a parameter',
    { token: 'no token at all', path: `${PATH}&access_token=x` },
    { refused: 401 },
  ),
  as(
    'An empty token',
    { token: 'no token at all', headers: [['Authorization', 'Bearer ']] },
    { refused: 401 },
  ),

  ...['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'].map((method) =>
    as(`The method ${method}`, { method }, { refused: 403 }),
  ),
  posted('Another method by a header', '/api/v1/query', { query: `redis_up{namespace="${V}"}` }, OWN, {
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['X-HTTP-Method-Override', 'DELETE'],
      ['X-Method-Override', 'GET'],
    ],
  }),
];
