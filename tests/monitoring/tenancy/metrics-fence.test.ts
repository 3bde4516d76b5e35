import { onRealApi } from '../../app/rehearse/kube-api/real-programs';
import { byText } from '../../../src/core/domain/sorting';
import { until } from '../../fence/until';
import { QUERY_GUARD_PORT } from '../../../src/monitoring/proxy/query-guard';
import { withPrograms } from '../programs';
import { ALL_CASES } from './cases/all-cases';
import { ASKER, FORGER, TENANTS, VICTIM, samplesOf } from './cast';
import { FORGING_PODS } from './forging-pods';
import type { Mark } from './leaks';
import { CELL_MARKS, marksOf } from './leaks';
import type { MetricsServer } from './metrics-server';
import { MetricsWorld } from './metrics-world';
import { ask } from './question';
import type { RbacFrontProps } from './rbac-front';
import { RbacFront } from './rbac-front';
import { scrapedPods, untilAllIsScraped } from './scraped-pods';
import type { Tried, Trial } from './tried-case';
import { tryCase } from './tried-case';

const AUDIENCE = 'practicum-metrics';

onRealApi((programs) =>
  withPrograms(['prometheus', 'prom-label-proxy', 'nginx', 'ngx_http_js_module.so'], () => {
    let world: MetricsWorld;
    let server: MetricsServer;
    let tokens: Trial['tokens'];
    let front: RbacFront;
    const opened: { stop(): Promise<void> }[] = [];
    let tried: ReadonlyMap<string, Tried> = new Map();

    beforeAll(async () => {
      world = await MetricsWorld.start(programs);
      server = await world.startServer();
      tokens = await world.tokens(AUDIENCE);
      await untilAllIsScraped(server);
      front = await open('tenantsProxy', server.guardPort);
      tried = await tryAll(front.port);
    }, 120_000);

    afterAll(async () => {
      const leaking = [...tried.values()].filter(({ leaks }) => leaks.length > 0);
      process.stdout.write(`metrics asked across the fence ${tried.size}, leaks ${leaking.length}\n`);
      await Promise.all(opened.map((each) => each.stop()));
      await server?.stop();
      await world?.stop();
    });

    const open = async (
      proxy: 'tenantsProxy' | 'staffProxy',
      upstreamPort: number,
      rest: Partial<RbacFrontProps> = {},
    ): Promise<RbacFront> => {
      const reviewer = await world.account();
      const opening = await RbacFront.start({ ...world.emitted[proxy], reviewer, upstreamPort, ...rest });
      opened.push(opening);
      return opening;
    };

    const marks = (): readonly Mark[] => [
      ...[VICTIM, FORGER].flatMap((tenant) => marksOf(tenant, world.addressOf(tenant))),
      ...CELL_MARKS,
    ];

    const tryAll = async (door: number, cases = ALL_CASES): Promise<ReadonlyMap<string, Tried>> => {
      const results = new Map<string, Tried>();
      for (const each of cases) {
        results.set(each.title, await tryCase(each, { door, tokens, marks: marks(), server }));
      }
      return results;
    };

    const leaking = (results: ReadonlyMap<string, Tried>): readonly string[] =>
      [...results].filter(([, { leaks }]) => leaks.length > 0).map(([title]) => title);

    test('Each case has a title of its own', () => {
      expect(new Set(ALL_CASES.map(({ title }) => title)).size).toBe(ALL_CASES.length);
    });

    test.each(ALL_CASES.map(({ title }) => title))('%s', (title) => {
      const { leaks, wrong } = tried.get(title)!;
      expect({ leaks, wrong }).toEqual({ leaks: [], wrong: undefined });
    });

    test.each(TENANTS.map((tenant) => [tenant.namespace, tenant] as const))(
      'The tenant %s sees each series of its own service, with its value',
      async (namespace, tenant) => {
        const selector = `{job="tenants",pod="web-${tenant.secret}",__name__!~"up|scrape_.*|ALERTS.*"}`;
        const token = await world.tokenFor(namespace, AUDIENCE);
        const { body } = await ask(front.port, {
          path: `/api/v1/query?query=${encodeURIComponent(selector)}`,
          headers: [
            ['Authorization', `Bearer ${token}`],
            ['X-Namespace', namespace],
          ],
        });
        const { data } = JSON.parse(body) as {
          data: { result: readonly { metric: Record<string, string>; value: [number, string] }[] };
        };
        const { address, port } = world.pods.get(`${namespace}/web-${tenant.secret}`)!;
        const target = {
          job: 'tenants',
          instance: `${address}:${port}`,
          namespace,
          pod: `web-${tenant.secret}`,
        };
        const seen = data.result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
        const exposed = samplesOf(tenant).map(({ name, labels, value }) => ({
          metric: { __name__: name, ...labels, ...target },
          value,
        }));
        expect(seen).toHaveLength(exposed.length);
        expect(seen).toEqual(expect.arrayContaining(exposed));
      },
    );

    test('Each pod is one target under its own namespace and address, whatever it says of itself', async () => {
      const targets = await scrapedPods(server);
      const expected = [...world.pods.values()]
        .filter(({ name }) => FORGING_PODS.find((pod) => pod.name === name)?.scraped !== 'never')
        .map(({ namespace, name, address }) => [namespace, name, address]);
      expect(targets.map(({ namespace, pod, host }) => [namespace, pod, host]).sort()).toEqual(
        expected.sort(),
      );
    });

    test.each(FORGING_PODS.map((pod) => [pod.tries, pod] as const))(
      'A pod that tries %s gets nothing of it',
      async (_, { name, scraped }) => {
        const target = (await scrapedPods(server)).find(({ pod }) => pod === name);
        expect(target?.health ?? 'never').toBe(scraped);
        const kept = await server.api<readonly Record<string, string>[]>(
          `series?match[]=${encodeURIComponent(`{pod="${name}",__name__!~"up|scrape_.*|ALERTS.*"}`)}`,
        );
        if (scraped !== 'up') expect(kept).toEqual([]);
        for (const series of kept) {
          expect(series).toMatchObject({ namespace: FORGER.namespace, job: 'tenants', pod: name });
          expect(series['__name__']).not.toMatch(
            /:|^(kube|container|kubelet|node|gateway|practicum|scrape)_|^ALERTS|^up$/,
          );
        }
      },
    );

    test('What was forged stands under the forger’s namespace only', async () => {
      const forged = await server.api<readonly Record<string, string>[]>(
        `series?match[]=${encodeURIComponent('{note=~".*-forged"}')}`,
      );
      expect(forged.length).toBeGreaterThan(10);
      expect([...new Set(forged.map(({ namespace }) => namespace))]).toEqual([FORGER.namespace]);
      const limit = Math.floor(Date.now() / 1000) + 5;
      const { result } = await server.api<{ result: readonly { values: readonly [number, string][] }[] }>(
        `query?query=${encodeURIComponent('moved_total[10y]')}`,
      );
      expect(
        result.flatMap(({ values }) => values).filter(([time]) => time > limit || time < limit - 300),
      ).toEqual([]);
    });

    test.each(['gateway', 'load-balancer'])('What %s tells stands under its host alone', async (job) => {
      const seen = await server.api<readonly Record<string, string>[]>(
        `series?match[]=${encodeURIComponent(`{job="${job}",__name__!~"up|scrape_.*|ALERTS.*"}`)}`,
      );
      const rows = seen.map(({ __name__, namespace, host }) => [__name__, namespace, host].join(' '));
      const own = TENANTS.map(({ namespace: of }) => `gateway_requests_total ${of} ${of}.fence.example.edu`);
      expect(rows.sort(byText(String))).toEqual(own.sort(byText(String)));
    });

    test('Prometheus and the enforcer listen on loopback only, and on no other address of this machine', async () => {
      const other = world.addressOf(ASKER);
      for (const port of [server.prometheusPort, server.enforcerPort]) {
        await expect(fetch(`http://${other}:${port}/healthz`)).rejects.toThrow();
      }
    });

    test('The proxy in front leads to the guard, and nowhere else', () => {
      expect(world.emitted.tenantsProxy.args).toContain(`--upstream=http://127.0.0.1:${QUERY_GUARD_PORT}/`);
    });

    test('Staff see all namespaces through their own door, and tenants do not pass it', async () => {
      const door = await open('staffProxy', server.prometheusPort);
      const path = '/api/v1/label/namespace/values';
      const as = (token: string) => ask(door.port, { path, headers: [['Authorization', `Bearer ${token}`]] });
      const { body } = await as(tokens.staff);
      expect((JSON.parse(body) as { data: string[] }).data).toEqual(
        expect.arrayContaining(TENANTS.map(({ namespace }) => namespace)),
      );
      expect(await as(tokens.own)).toMatchObject({ status: 403 });
      expect(await as(tokens['other audience'])).toMatchObject({ status: 401 });
    });

    test('The tests can fail: without the enforcer behind the front, the same cases tell of others', async () => {
      const open_ = await open('tenantsProxy', server.prometheusPort);
      expect(leaking(await tryAll(open_.port)).length).toBeGreaterThan(40);
    });

    test('A front whose account may not ask for reviews lets nobody in', async () => {
      const powerless = await open('tenantsProxy', server.guardPort, {
        reviewer: world.connectionOf(tokens.own),
      });
      const results = await tryAll(powerless.port);
      expect(leaking(results)).toEqual([]);
      expect(results.get('Own token, own namespace')!.answer.status).toBe(500);
    });

    test('The tests can fail: without the guard, the parameter of an aggregation tells another’s value', async () => {
      const unguarded = await open('tenantsProxy', server.enforcerPort);
      const leaks = leaking(await tryAll(unguarded.port));
      expect(leaks).toContain('A parameter of another’s in a body');
      // Nothing but parameters gets through the enforcer.
      expect(leaks.filter((title) => !title.includes('parameter'))).toEqual([]);
    });

    test('The tests can fail: without the front, whoever names another’s namespace reads it', async () => {
      const leaks = leaking(await tryAll(server.guardPort));
      expect(leaks).toContain('The own token for another’s namespace');
      expect(leaks).toContain('The own namespace, then another’s');
    });

    test('The tests can fail: a front that asks about the first of two namespaces only lets the second through', async () => {
      const careless = await open('tenantsProxy', server.guardPort, { headerValues: 'first' });
      expect(leaking(await tryAll(careless.port))).toContain('The own namespace, then another’s');
    });

    test('The tests can fail: a configuration that believes labels and follows redirects mixes tenants up', async () => {
      const credulous = await world.startServer((config) =>
        config
          .replace(/(job_name: tenants[^]*?)honor_labels: false/, '$1honor_labels: true')
          .replace('follow_redirects: false', 'follow_redirects: true'),
      );
      try {
        await until('forged series are taken', async () => {
          const query = encodeURIComponent(`count({namespace="${VICTIM.namespace}",note=~".*-forged"})`);
          const { result } = await credulous.api<{ result: readonly unknown[] }>(`query?query=${query}`);
          return result.length > 0;
        });
        await until('the redirect is followed', async () => {
          const query = encodeURIComponent(`onyx_only_total{namespace="${FORGER.namespace}"}`);
          const { result } = await credulous.api<{ result: readonly unknown[] }>(`query?query=${query}`);
          return result.length > 0;
        });
      } finally {
        await credulous.stop();
      }
    }, 60_000);
  }),
);
