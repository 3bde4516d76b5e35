import { VICTIM } from '../cast';
import type { FenceCase } from '../fence-case';

const QUERY = `query=redis_up%7Bnamespace%3D%22${VICTIM.namespace}%22%7D`;

const path = (sent: string, status: number): FenceCase => ({
  title: `The path ${sent}`,
  path: sent,
  must: { refused: status },
});

/** Ways to write a path that one program takes for another path than the next. */
export const PATHS: readonly FenceCase[] = [
  path(`//api/v1/query?${QUERY}`, 301),
  path(`/api//v1/query?${QUERY}`, 301),
  path(`/api/v1/./query?${QUERY}`, 301),
  path('/api/v1/../../metrics', 301),
  path('/api/v1/query/../status/config', 301),
  path('/api/v1/label/../status/config', 301),
  path('/api/v1/label/x/values/../../../status/config', 301),
  path('/api/v1/query/..', 301),
  path(`/api/v1/query/?${QUERY}`, 404),
  path('/api/v1/rules/', 404),
  path('/api/v1/alerts/', 404),
  path('/federate/', 404),
  path('/api/v1/label/namespace/values/', 404),
  path('/api/v1/label/a/b/values', 404),
  path('/api/v1/label//values', 301),
  path(`/api/v1/query%2f..%2fstatus%2fconfig?${QUERY}`, 404),
  path('/api/v1/label/..%2f..%2fstatus/config', 404),
  // Prometheus sends it on to a page that the front does not know.
  path('/api/v1/label/%2e%2e/values', 301),
  path(`/api/v1%2fquery?${QUERY}`, 404),
  path(`/api/v1/query%00?${QUERY}`, 404),
  path(`/api/v1/query%20?${QUERY}`, 404),
  path(`/api/v1/query;x=1?${QUERY}`, 404),
  path(`/API/v1/query?${QUERY}`, 404),
  path(`/api/v1/quer%79?${QUERY}`, 200),
  path(`/api/v2/query?${QUERY}`, 404),
  path(`/prometheus/api/v1/query?${QUERY}`, 404),
  path(`/\\api/v1/query?${QUERY}`, 404),
  path(`/api/v1/query#/api/v1/status/config`, 404),
];
