import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ControlPlane } from '../../../src/app/rehearse/kube-api/control-plane';
import type { KubeConnection } from '../../../src/app/rehearse/kube-api/kube-connection';
import { connectTo } from '../../../src/app/rehearse/kube-api/kube-connection';
import { applyObjects } from '../../fence/apply-objects';
import { COHORT } from '../../fence/cast';
import { CONTROLLERS } from '../../fence/cluster-controllers';
import { installCourseKinds, systemNamespace } from '../../fence/fence-world';
import { synthesisedObjects } from '../../fence/synthesised-objects';
import { until } from '../../fence/until';
import { inPlace } from '../../fence/kube-path';
import { ASKER, FORGER, TENANTS, VICTIM, samplesOf } from './cast';
import type { Tenant } from './cast';
import { CellExporters } from './cell-exporters';
import type { EmittedMonitoring } from './emitted-monitoring';
import { emittedMonitoring } from './emitted-monitoring';
import { pageOf } from './exposition';
import type { TokenName } from './fence-case';
import type { ForgingPod, ScrapeLimits } from './forging-pod';
import { FORGING_PODS } from './forging-pods';
import { LoopbackServer } from './loopback-server';
import { makePod } from './metrics-pods';
import { MetricsServer } from './metrics-server';
import { discoveredPods } from './pod-discovery';
import { signedAnew, tampered, tokenOf, unsigned } from './tokens';

/** A pod that stands, as Prometheus should find it. */
export interface StandingPod {
  readonly namespace: string;
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

interface ClusterConfig {
  readonly clusters: readonly [
    { readonly cluster: { readonly server: string; readonly 'certificate-authority': string } },
  ];
}

/**
 * A real API server with the places of a cohort and the accounts of its monitoring, exactly as the product writes them;
 * pods of three tenants, one of whom forges; and what plays the programs of the cell.
 */
export class MetricsWorld {
  static async start(programs: string): Promise<MetricsWorld> {
    const objects = synthesisedObjects(COHORT);
    const plane = await ControlPlane.start(programs, installCourseKinds, { controllers: CONTROLLERS });
    const world = new MetricsWorld(plane, emittedMonitoring(objects.services), await CellExporters.start());
    try {
      await applyObjects(world.admin, [systemNamespace()], 'test');
      await applyObjects(world.admin, objects.services);
      const places = TENANTS.map(({ namespace }) => objects.places.get(namespace)!);
      await Promise.all(places.map((place) => applyObjects(world.admin, place)));
      await world.putUpPods();
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  readonly pods = new Map<string, StandingPod>();
  private readonly pages: LoopbackServer[] = [];
  private readonly connections: KubeConnection[] = [];
  private accountConnection: KubeConnection | undefined;

  private constructor(
    private readonly plane: ControlPlane,
    readonly emitted: EmittedMonitoring,
    private readonly exporters: CellExporters,
  ) {}

  get admin(): KubeConnection {
    return this.plane.connection;
  }

  /** Address of the pod with a tenant's own service. */
  addressOf(tenant: Tenant): string {
    return this.pods.get(`${tenant.namespace}/web-${tenant.secret}`)!.address;
  }

  /** Limits that the emitted configuration sets for a tenant's pod. */
  get limits(): ScrapeLimits {
    const text = /job_name: tenants[^]*?(?=job_name|$)/.exec(this.emitted.prometheusConfig)![0];
    const number = (key: string): number => Number(new RegExp(`\\b${key}: (\\d+)`).exec(text)![1]);
    return {
      samples: number('sample_limit'),
      bodyBytes: number('body_size_limit') * 2 ** 20,
      labels: number('label_limit'),
      labelNameLength: number('label_name_length_limit'),
      labelValueLength: number('label_value_length_limit'),
    };
  }

  /** A Prometheus that looks for these pods, with the rights that the product gives it. */
  async startServer(weaken?: (config: string) => string): Promise<MetricsServer> {
    return MetricsServer.start({
      emitted: this.emitted,
      pods: await discoveredPods(await this.account()),
      exporters: this.exporters.addresses,
      ...(weaken === undefined ? {} : { weaken }),
    });
  }

  /** The API, with the account of the metrics pod: it looks for pods, and its proxies ask for reviews. */
  async account(): Promise<KubeConnection> {
    const { namespace, account: name } = this.emitted;
    this.accountConnection ??= this.connectionOf(await tokenOf(this.admin, { namespace, name }));
    return this.accountConnection;
  }

  /** The API, for whoever shows a token; it is closed with this world. */
  connectionOf(token: string): KubeConnection {
    const { server: url, 'certificate-authority': authority } = this.cluster;
    const connection = connectTo({ url, authority: readFileSync(authority), token });
    this.connections.push(connection);
    return connection;
  }

  /** The token with which a tenant's Grafana asks. */
  tokenFor(namespace: string, audience: string): Promise<string> {
    return tokenOf(this.admin, { namespace, name: 'grafana' }, [audience]);
  }

  /** Tokens of all kinds; each is a string that somebody could show. */
  async tokens(audience: string): Promise<Readonly<Record<Exclude<TokenName, 'no token at all'>, string>>> {
    const { admin } = this;
    const grafana = { namespace: ASKER.namespace, name: 'grafana' };
    const own = await tokenOf(admin, grafana, [audience]);
    const asVictim = (claims: Record<string, unknown>): Record<string, unknown> => ({
      ...claims,
      sub: `system:serviceaccount:${VICTIM.namespace}:grafana`,
    });
    return {
      own,
      victim: await tokenOf(admin, { ...grafana, namespace: VICTIM.namespace }, [audience]),
      staff: await tokenOf(admin, { namespace: this.emitted.namespace, name: 'grafana' }, [audience]),
      'own pods': await tokenOf(admin, { ...grafana, name: 'lab' }, [audience]),
      'other audience': await tokenOf(admin, grafana),
      ended: signedAnew(own, (claims) => ({ ...claims, iat: 1, nbf: 1, exp: 1000 }), this.signingKey),
      'signed by another key': signedAnew(own, asVictim),
      tampered: tampered(own, asVictim),
      unsigned: unsigned(own),
    };
  }

  async stop(): Promise<void> {
    for (const connection of this.connections) connection.close();
    await Promise.all([...this.pages.map((page) => page.stop()), this.exporters.stop()]);
    await this.plane.stop();
  }

  private async putUpPods(): Promise<void> {
    await until('every place has its accounts', async () => {
      const answers = await Promise.all(
        TENANTS.map(({ namespace }) =>
          this.admin.request('GET', inPlace(namespace, 'serviceaccounts/default')),
        ),
      );
      return answers.every(({ status }) => status === 200);
    });
    for (const tenant of TENANTS) {
      const page = await this.servePage((_, response) => void response.end(pageOf(samplesOf(tenant))));
      const name = `web-${tenant.secret}`;
      await this.standUp(tenant.namespace, name, page, { 'prometheus.io/port': String(page.port) });
    }
    // The forger tries more at once than a place has room for.
    await this.admin.request(
      'PATCH',
      inPlace(FORGER.namespace, 'resourcequotas/tenant'),
      { spec: { hard: { pods: '100' } } },
      { 'Content-Type': 'application/merge-patch+json' },
    );
    const victim = this.pods.get(`${VICTIM.namespace}/web-${VICTIM.secret}`)!;
    const victimPage = `${victim.address}:${victim.port}`;
    for (const forging of FORGING_PODS) await this.standUpForging(forging, victimPage);
  }

  private async standUpForging(forging: ForgingPod, victim: string): Promise<void> {
    const page = await this.servePage(
      forging.answer({ limits: this.limits, victimUrl: `http://${victim}/metrics` }),
    );
    const annotations = Object.fromEntries(
      Object.entries(forging.annotations ?? {}).map(([key, text]) => [
        key,
        text.replaceAll('$port', String(page.port)).replaceAll('$victim', victim),
      ]),
    );
    await this.standUp(FORGER.namespace, forging.name, page, annotations, forging);
  }

  private async standUp(
    namespace: string,
    name: string,
    { address, port }: LoopbackServer,
    annotations: Readonly<Record<string, string>>,
    { ports, phase }: Pick<ForgingPod, 'ports' | 'phase'> = {},
  ): Promise<void> {
    await makePod(this.admin, {
      namespace,
      name,
      annotations,
      address,
      ...(ports === undefined ? {} : { ports }),
      ...(phase === undefined ? {} : { phase }),
    });
    this.pods.set(`${namespace}/${name}`, { namespace, name, address, port });
  }

  /** Each has an address of its own, and so has each run that goes on at the same time. */
  private async servePage(answer: Parameters<typeof LoopbackServer.start>[1]): Promise<LoopbackServer> {
    const host = this.pages.length + 2;
    const page = await LoopbackServer.start(
      `127.${1 + (process.pid % 250)}.${process.pid % 251}.${host}`,
      answer,
    );
    this.pages.push(page);
    return page;
  }

  private get cluster(): ClusterConfig['clusters'][0]['cluster'] {
    return (JSON.parse(readFileSync(this.plane.kubeconfigPath, 'utf8')) as ClusterConfig).clusters[0].cluster;
  }

  /** Key that the control plane of this test signs tokens with. */
  private get signingKey(): string {
    return join(dirname(this.plane.kubeconfigPath), 'accounts.pem');
  }
}
