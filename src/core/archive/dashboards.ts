import { z } from 'zod';
import { byText } from '../domain/sorting';
import { tryParseJson } from './parse-json';

const FOUND = z.array(z.object({ uid: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/) }));

/** Ids of the dashboards that Grafana's `/api/search?type=dash-db` lists; undefined if it is no such list. */
export function tryReadUids(json: string): readonly string[] | undefined {
  const found = FOUND.safeParse(tryParseJson(json));
  return found.success ? [...new Set(found.data.map(({ uid }) => uid))].sort() : undefined;
}

const DASHBOARD = z.object({
  dashboard: z.looseObject({ uid: z.string() }),
  meta: z.looseObject({ provisioned: z.boolean().default(false) }),
});

/** A dashboard as Grafana imports it again. */
export type KeptDashboard = z.output<typeof DASHBOARD>['dashboard'];

/**
 * The dashboards that people made, out of answers of `/api/dashboards/uid/…`, a line each: those that Practicum installs
 * are left out. Undefined if a line is no answer.
 */
export function tryKeepDashboards(lines: string): readonly KeptDashboard[] | undefined {
  const read = z
    .array(DASHBOARD)
    .safeParse(lines.split('\n').filter((line) => line.trim() !== '').map(tryParseJson)); // prettier-ignore
  return read.success
    ? read.data
        .filter(({ meta }) => !meta.provisioned)
        .map(({ dashboard }) => dashboard)
        .sort(byText(({ uid }) => uid))
    : undefined;
}
