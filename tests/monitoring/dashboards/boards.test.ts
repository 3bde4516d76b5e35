import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLKIT_IDS } from '../../../src/core/catalogue/catalogue';
import { boardsOfToolkits } from '../../../src/core/catalogue/shown-boards';
import type { ToolkitId } from '../../../src/core/domain/ids';
import { STAFF_BOARDS, TENANT_BOARDS, boardsFor } from '../../../src/monitoring/dashboards/boards';
import { UNIT } from '../../../src/monitoring/dashboards/unit';
import { RECORDED } from '../../../src/monitoring/rules/recorded';
import { ruleGroups } from '../../../src/monitoring/rules/rule-files';
import { alertSeries } from '../generated-series/cell-series';
import { GENERATED_PLAN } from '../generated-series/generated-plan';
import { nameOf } from './answers';
import { inventory } from './inventory';
import { SCRAPED, metricsIn } from './known-metrics';
import { SHOWN_PANELS } from './shown-panels';

const BOARDS = [...TENANT_BOARDS, ...STAFF_BOARDS];
const QUERIES = SHOWN_PANELS.flatMap((panel) =>
  panel.queries.map((query) => ({ panel, expr: query.expr!, name: nameOf(panel, query) })),
);
const read = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>;

test('The inventory names every panel with its unit and queries', () => {
  const written = readFileSync(join(__dirname, 'inventory.txt'), 'utf8');
  // After a wanted change, `node -r tsx/cjs tests/monitoring/dashboards/inventory.ts` writes it anew.
  expect(inventory()).toBe(written);
});

test('A tenant has the boards of the toolkits in their labs, and always the overview', () => {
  const uids = (...ids: readonly string[]): readonly string[] =>
    boardsFor(boardsOfToolkits(ids as readonly ToolkitId[])).map(({ uid }) => uid);
  expect(uids()).toEqual(['tenant-overview']);
  expect(uids('grafana', 'redis')).toEqual(['tenant-overview', 'redis']);
  expect(uids('pekko', 'own-tool')).toEqual(['tenant-overview', 'prediction-api']);
  expect(uids(...TOOLKIT_IDS)).toEqual(['tenant-overview', 'prediction-api', 'redis', 'k6']);
});

test('Every board has a fixed identity and opens the same for everybody', () => {
  expect(new Set(BOARDS.map(({ uid }) => uid)).size).toBe(BOARDS.length);
  for (const board of BOARDS) {
    const dashboard = read(board.json());
    expect(dashboard).toMatchObject({
      uid: board.uid,
      title: board.title,
      tags: ['practicum', TENANT_BOARDS.includes(board) ? 'tenant' : 'staff'],
      refresh: '30s',
      timezone: 'browser',
      editable: false,
      time: { from: TENANT_BOARDS.includes(board) ? 'now-1h' : 'now-6h', to: 'now' },
      description: expect.stringMatching(/\.$/),
    });
    // Grafana numbers dashboards itself: an id from elsewhere would be another one's.
    expect(dashboard).not.toHaveProperty('id');
  }
});

test('The same board gives the same bytes, on one line and small beside a ConfigMap', () => {
  for (const { json } of BOARDS) {
    expect(json()).toBe(json());
    expect(json()).not.toContain('\n');
    expect(Buffer.byteLength(json())).toBeLessThan(32 * 1024);
  }
});

test('Every panel has a title, a unit and a description that says what it means', () => {
  const units: readonly string[] = Object.values(UNIT);
  for (const { title, description, fieldConfig } of SHOWN_PANELS) {
    expect(title).toMatch(/^\S.{2,}/);
    expect(description).toMatch(/^[A-Z0-9`].{25,}\.$/);
    expect(units).toContain(fieldConfig?.defaults.unit);
  }
});

test('Every panel has the shape that Grafana draws', () => {
  for (const { type, datasource, options, queries } of SHOWN_PANELS) {
    expect(['timeseries', 'stat', 'bargauge', 'table']).toContain(type);
    expect(datasource).toEqual({ type: 'prometheus', uid: 'metrics' });
    expect(options).toBeDefined();
    expect(queries.map(({ refId }) => refId)).toEqual([...'ABCDEFGH'].slice(0, queries.length));
    for (const query of queries) {
      expect(query.expr).not.toBe('');
      expect(query.legendFormat).not.toBe('');
      expect([query.range, query.instant]).toEqual([type === 'timeseries', type !== 'timeseries']);
      expect(query.format).toBe(type === 'table' ? 'table' : undefined);
    }
    if (type === 'stat' || type === 'bargauge') expect(options.reduceOptions.calcs).toEqual(['lastNotNull']);
  }
});

test('Panels of a board have ids of their own, fill whole lines and do not overlap', () => {
  for (const board of BOARDS) {
    const panels = read(board.json())['panels'] as {
      id: number;
      gridPos: { x: number; y: number; w: number; h: number };
    }[];
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    const bottom = Math.max(...panels.map(({ gridPos: { y, h } }) => y + h));
    expect(cells.length).toBe(24 * bottom);
  }
});

test('Queries ask for what is recorded or scraped, and for nothing else', () => {
  const known = new Set<string>([...RECORDED, ...SCRAPED]);
  const unknown = QUERIES.flatMap(({ expr, name }) =>
    metricsIn(expr)
      .filter((metric) => !known.has(metric))
      .map((metric) => `${metric} in ${name}`),
  );
  expect(unknown).toEqual([]);
  const asked = new Set(QUERIES.flatMap(({ expr }) => metricsIn(expr)));
  expect(SCRAPED.filter((metric) => !asked.has(metric))).toEqual([]);
});

test('Everything that is recorded is shown somewhere, but the budget, which is in its pace', () => {
  const asked = new Set(QUERIES.flatMap(({ expr }) => metricsIn(expr)));
  expect(RECORDED.filter((name) => !asked.has(name))).toEqual(['namespace:budget_usd:term']);
});

test('What a tenant could export as well is asked for by job', () => {
  const loose = QUERIES.filter(({ expr }) =>
    metricsIn(expr).some(
      (metric) =>
        !metric.includes(':') &&
        !/^(ALERTS|up|scrape_.*)$/.test(metric) &&
        !new RegExp(`${metric}\\{job="[a-z-]+"`).test(expr),
    ),
  );
  expect(loose.map(({ name }) => name)).toEqual([]);
});

test('Ranges are fixed: nothing depends on how far somebody zooms', () => {
  expect(QUERIES.filter(({ expr }) => expr.includes('$')).map(({ name }) => name)).toEqual([]);
});

test("Tenants' queries never mention a namespace: the label enforcer does", () => {
  const mentioning = QUERIES.filter(({ panel }) => panel.audience === 'tenant').filter(({ expr }) =>
    /namespace(?![a-z_]*:)/.test(expr),
  );
  expect(mentioning.map(({ name }) => name)).toEqual([]);
});

test("Staff's queries add up, so that no pod is a line of its own; lists of places end", () => {
  const ofStaff = QUERIES.filter(({ panel }) => panel.audience === 'staff');
  const wrong = ofStaff.filter(({ expr, panel }) => {
    const whole = /^(avg|count|max|quantile|sum)\((?!.* by )/.test(expr) || /^(cell|pool):/.test(expr);
    const grouped =
      /^\(?(sum|count|max) by \((job|reason)\)/.test(expr) || /^(count|sum)\((count|max|sum) by /.test(expr);
    const places = /^topk\((20|50), /.test(expr) && panel.type !== 'timeseries';
    return !whole && !grouped && !places;
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('The generated alerts are among those that the rules can raise', () => {
  const raised = ruleGroups(GENERATED_PLAN)
    .flatMap(({ rules }) => rules)
    .flatMap((rule) => ('alert' in rule ? [rule.alert] : []));
  expect(raised).toEqual(expect.arrayContaining(alertSeries().map(({ labels }) => labels['alertname'])));
});
