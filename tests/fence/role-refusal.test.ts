import type { KubeRequest } from './fence-world';
import { roleRefusal } from './role-refusal';

type Row = readonly [KubeRequest['method'], string, string];

const CORE = 'in API group ""';

test.each<Row>([
  ['GET', '/api/v1/namespaces/a/secrets', `cannot list resource "secrets" ${CORE} in the namespace "a"`],
  ['GET', '/api/v1/secrets', `cannot list resource "secrets" ${CORE} at the cluster scope`],
  ['GET', '/api/v1/secrets?watch=true', `cannot watch resource "secrets" ${CORE} at the cluster scope`],
  ['GET', '/api/v1/namespaces/a/secrets/b', `cannot get resource "secrets" ${CORE} in the namespace "a"`],
  ['POST', '/api/v1/namespaces/a/pods/b/exec?command=sh', `cannot create resource "pods/exec" ${CORE}`],
  ['GET', '/api/v1/nodes/n/proxy/logs/syslog', `cannot get resource "nodes/proxy" ${CORE} at the cluster`],
  ['PUT', '/api/v1/namespaces/a', `cannot update resource "namespaces" ${CORE} in the namespace "a"`],
  ['PUT', '/api/v1/namespaces/a/finalize', `cannot update resource "namespaces/finalize" ${CORE} in the`],
  ['POST', '/api/v1/namespaces', `cannot create resource "namespaces" ${CORE} at the cluster scope`],
  [
    'DELETE',
    '/apis/apps/v1/namespaces/a/deployments',
    'cannot deletecollection resource "deployments" in API',
  ],
  ['PATCH', '/apis/apps/v1/namespaces/a/deployments/b/scale', 'cannot patch resource "deployments/scale" in'],
  ['GET', '/metrics', 'cannot get path "/metrics"'],
])('Of %s %s the API server says what no role allows', (method, path, because) => {
  expect(roleRefusal({ method, path })).toEqual({
    status: 403,
    because: expect.stringContaining(because) as string,
  });
});
