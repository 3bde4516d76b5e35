import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from './free-ports';
import type { KubeConnection } from './kube-connection';
import { connectTo } from './kube-connection';

/** The programs of a control plane. */
const PROGRAMS = ['etcd', 'kube-apiserver', 'kube-controller-manager'] as const;
type Program = (typeof PROGRAMS)[number];

/** Controllers that a cluster without nodes needs: namespaces end, quotas count, claims to disks are let go. */
const CONTROLLERS = [
  'namespace-controller',
  'garbage-collector-controller',
  'persistentvolumeclaim-protection-controller',
  'resourcequota-controller',
  'serviceaccount-controller',
];

/** Longest time that an API server may take to be ready, in milliseconds. */
const READY_WITHIN = 60_000;
const LOOK_EVERY = 50;
/** Another program may take a port between its being found free and its use. */
const ATTEMPTS = 3;

/** Why a folder cannot be used as KUBEBUILDER_ASSETS; undefined if it can. */
export function missingPrograms(folder: string): string | undefined {
  const missing = PROGRAMS.filter((program) => !existsSync(join(folder, program)));
  return missing.length === 0 ? undefined : `KUBEBUILDER_ASSETS: ${folder} has no ${missing.join(', no ')}`;
}

/** How a control plane differs from the least that a rehearsal needs. */
export interface ControlPlaneOptions {
  /** @default - those that a cluster without nodes needs */
  readonly controllers?: readonly string[];
  /**
   * Features of the API server that are off by default.
   * @default - none
   */
  readonly features?: readonly string[];
}

/** A real etcd, kube-apiserver and kube-controller-manager on loopback ports, without nodes. */
export class ControlPlane {
  /**
   * Starts one from the programs in `programs`; it is ready then. Kinds that `prepare` adds are counted by quotas at
   * once: of later ones the controllers learn within half a minute, and until then a quota on them refuses all.
   */
  static async start(
    programs: string,
    prepare: (connection: KubeConnection) => Promise<void> = () => Promise.resolve(),
    options: ControlPlaneOptions = {},
  ): Promise<ControlPlane> {
    const missing = missingPrograms(programs);
    if (missing !== undefined) throw new Error(missing);
    for (let attempt = 1; ; attempt += 1) {
      const plane = new ControlPlane(programs, options);
      try {
        await plane.boot(prepare);
        return plane;
      } catch (error) {
        await plane.stop();
        const isTaken = error instanceof Error && error.message.includes('address already in use');
        if (!isTaken || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private readonly folder = mkdtempSync(join(tmpdir(), 'practicum-kube-'));
  private readonly children = new Map<Program, ChildProcess>();
  private readonly token = randomBytes(24).toString('hex');
  private readonly killAll = (): void => {
    for (const child of this.children.values()) child.kill('SIGKILL');
  };
  private connected: KubeConnection | undefined;

  private constructor(
    private readonly programs: string,
    private readonly options: ControlPlaneOptions,
  ) {
    // Nothing outlives this process, however it ends.
    process.once('exit', this.killAll);
  }

  get connection(): KubeConnection {
    if (this.connected === undefined) throw new Error('The control plane is not ready');
    return this.connected;
  }

  /** Path of a kubeconfig with all rights, for programs such as kubectl. */
  get kubeconfigPath(): string {
    return join(this.folder, 'kubeconfig');
  }

  /** Ends the processes that it started, and removes all that they wrote. */
  async stop(): Promise<void> {
    this.connected?.close();
    const ends = [...this.children.values()].map(
      (child) =>
        new Promise<void>((ended) => {
          if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) ended();
          else child.once('exit', () => ended());
        }),
    );
    this.killAll();
    await Promise.all(ends);
    process.off('exit', this.killAll);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async boot(prepare: (connection: KubeConnection) => Promise<void>): Promise<void> {
    const [client, peer, secure] = await freePorts(3);
    const etcd = `http://127.0.0.1:${client}`;
    const keys = this.write('accounts.pem', accountKey());
    this.spawn('etcd', {
      'data-dir': join(this.folder, 'etcd'),
      'listen-client-urls': etcd,
      'advertise-client-urls': etcd,
      'listen-peer-urls': `http://127.0.0.1:${peer}`,
      // Nobody needs these data after a loss of power.
      'unsafe-no-fsync': 'true',
    });
    this.spawn('kube-apiserver', {
      'etcd-servers': etcd,
      'bind-address': '127.0.0.1',
      'secure-port': String(secure),
      'cert-dir': join(this.folder, 'certificates'),
      'authorization-mode': 'RBAC',
      'service-account-issuer': 'https://kubernetes.default.svc',
      'service-account-key-file': keys,
      'service-account-signing-key-file': keys,
      'service-cluster-ip-range': '10.0.0.0/16',
      // As in GKE: what keeps privileged containers out is a rule about a namespace.
      'allow-privileged': 'true',
      'feature-gates': (this.options.features ?? []).map((feature) => `${feature}=true`).join(','),
      'token-auth-file': this.write('tokens.csv', `${this.token},rehearsal,rehearsal,"system:masters"\n`),
    });
    await this.untilReady(`https://127.0.0.1:${secure}`);
    await prepare(this.connection);
    this.spawn('kube-controller-manager', {
      kubeconfig: this.write('kubeconfig', this.kubeconfig(`https://127.0.0.1:${secure}`)),
      'leader-elect': 'false',
      'secure-port': '0',
      'service-account-private-key-file': keys,
      // As in every cluster that is used: what a policy sees of a controller is its own account.
      'use-service-account-credentials': 'true',
      controllers: (this.options.controllers ?? CONTROLLERS).join(','),
    });
  }

  private async untilReady(url: string): Promise<void> {
    const end = performance.now() + READY_WITHIN;
    while (performance.now() < end) {
      this.needAllRunning();
      if (existsSync(this.certificate)) {
        // Read anew each time: the file is there before all of it is, and with half of it nobody would ever be believed.
        const authority = readFileSync(this.certificate);
        const connection = connectTo({ url, token: this.token, authority });
        const answer = await connection.request('GET', '/readyz').catch(() => undefined);
        if (answer?.status === 200) {
          this.connected = connection;
          return;
        }
        connection.close();
      }
      await pause(LOOK_EVERY);
    }
    throw new Error(
      `kube-apiserver was not ready within ${READY_WITHIN / 1000} s:\n${this.lastWords('kube-apiserver')}`,
    );
  }

  private needAllRunning(): void {
    for (const [program, child] of this.children) {
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) continue;
      throw new Error(`${program} ended with exit code ${child.exitCode}:\n${this.lastWords(program)}`);
    }
  }

  /** Self-signed by kube-apiserver when it starts. */
  private get certificate(): string {
    return join(this.folder, 'certificates', 'apiserver.crt');
  }

  private kubeconfig(server: string): string {
    return JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'rehearsal', cluster: { server, 'certificate-authority': this.certificate } }],
      users: [{ name: 'rehearsal', user: { token: this.token } }],
      contexts: [{ name: 'rehearsal', context: { cluster: 'rehearsal', user: 'rehearsal' } }],
      'current-context': 'rehearsal',
    });
  }

  private spawn(program: Program, flags: Readonly<Record<string, string>>): void {
    const log = openSync(this.logOf(program), 'a');
    const child = spawn(
      join(this.programs, program),
      Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`),
      { cwd: this.folder, stdio: ['ignore', log, log] },
    );
    closeSync(log);
    // What cannot be started has no pid, which needAllRunning notices.
    child.on('error', (error) => writeFileSync(this.logOf(program), String(error)));
    this.children.set(program, child);
  }

  private write(file: string, text: string): string {
    const path = join(this.folder, file);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  private logOf(program: Program): string {
    return join(this.folder, `${program}.log`);
  }

  private lastWords(program: Program): string {
    return readFileSync(this.logOf(program), 'utf8').trim().split('\n').slice(-5).join('\n');
  }
}

/** Key that signs the tokens of service accounts. */
const accountKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;
