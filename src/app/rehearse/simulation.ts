import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cloud } from '../../rehearsal/cloud/cloud';
import type { Refusal } from '../../rehearsal/cloud/cloud-error';
import { VirtualClock } from '../../rehearsal/cloud/virtual-clock';
import type { ProviderServer } from '../../rehearsal/protocol/provider-server';
import { reattachProviders, serveProvider } from '../../rehearsal/protocol/provider-server';
import type { CallObserver } from '../../rehearsal/provider/call';
import type { SimulatedProvider } from '../../rehearsal/provider/provider-instance';
import type { ResourceKind } from '../../rehearsal/provider/resource-kind';
import { OVERRIDE_FILE, backendOverride } from '../../rehearsal/state-backend/backend-override';
import { StateBackend } from '../../rehearsal/state-backend/state-backend';
import { JournalFile } from './journal-file';
import { simulatedProviders } from './simulated-providers';
import { StateFiles } from './state-files';
import type { UsedTypes } from './terraform-types';
import { stackFolders, usedTypes } from './terraform-types';

export interface SimulationProps {
  /** Folder that keeps the cloud and the states. */
  readonly folder: string;
  /** Virtual instant at which a new cloud begins, milliseconds since 1970. */
  readonly start: number;
  /** How Helm releases are installed. */
  readonly helm: () => ResourceKind;
  readonly observer: CallObserver;
  /** Whether providers take no connection right now. */
  readonly isDown?: () => boolean;
  readonly beforeStateWrite?: (stack: string) => Refusal | undefined;
}

/** A simulated cloud with the providers and the state backend through which terraform works on it. */
export class Simulation {
  /** Types that are checked by their schema alone, of all outputs so far. */
  readonly storedOnly = new Set<string>();
  /** Types of all outputs so far: what left the files is in the state until it is destroyed. */
  private used: UsedTypes = { resources: [], dataSources: [] };
  private readonly servers: ProviderServer[] = [];
  private providers = new Map<string, SimulatedProvider>();

  private constructor(
    readonly cloud: Cloud,
    readonly clock: VirtualClock,
    readonly states: StateFiles,
    private readonly props: SimulationProps,
    private readonly journal: JournalFile,
    private readonly backend: StateBackend,
    private readonly sockets: string,
  ) {}

  /** Starts it; a folder that has a cloud already goes on with it. */
  static async start(props: SimulationProps): Promise<Simulation> {
    mkdirSync(props.folder, { recursive: true });
    const journal = new JournalFile(join(props.folder, 'cloud.jsonl'));
    const cloud = Cloud.restore(props.start, journal.read(), journal);
    const states = new StateFiles(join(props.folder, 'state'));
    const { beforeStateWrite } = props;
    const backend = await StateBackend.start({
      store: states,
      ...(beforeStateWrite === undefined ? {} : { beforeWrite: beforeStateWrite }),
    });
    // The path of a unix socket has room for some hundred characters: that of a project may have more.
    const sockets = mkdtempSync(join(tmpdir(), 'practicum-'));
    writeFileSync(join(sockets, 'terraformrc'), '');
    const clock = new VirtualClock(cloud.now);
    const simulation = new Simulation(cloud, clock, states, props, journal, backend, sockets);
    await simulation.serve();
    return simulation;
  }

  /** What terraform must have in its environment to work on this cloud and on nothing else. */
  get environment(): Readonly<Record<string, string>> {
    const sockets = new Map([...this.providers.keys()].map((source) => [source, this.socketOf(source)]));
    return {
      // Terraform would take workspaces, arguments and folders from the environment of whoever rehearses.
      ...Object.fromEntries(
        Object.keys(process.env)
          .filter((name) => name.startsWith('TF_'))
          .map((name) => [name, '']),
      ),
      TF_REATTACH_PROVIDERS: reattachProviders(sockets, process.pid),
      TF_CLI_CONFIG_FILE: join(this.sockets, 'terraformrc'),
      CHECKPOINT_DISABLE: '1',
      TF_INPUT: '0',
    };
  }

  /** Takes a new output in: serves the types that it uses and those before it did, and points its stacks at the state backend. */
  take(terraform: string): void {
    this.refresh(terraform);
    for (const { name, folder } of stackFolders(terraform))
      writeFileSync(join(folder, OVERRIDE_FILE), backendOverride(this.backend.address, name));
  }

  crashProviders(): void {
    for (const server of this.servers) server.crash();
  }

  /** The kind of a type, as it is served now. */
  tryFindKind(type: string): ResourceKind | undefined {
    return [...this.providers.values()].map(({ resources }) => resources.get(type)).find(Boolean);
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.close()));
    await this.backend.stop();
    this.journal.close();
    rmSync(this.sockets, { recursive: true, force: true });
  }

  private refresh(terraform?: string): void {
    if (terraform !== undefined) this.used = together(this.used, usedTypes(terraform));
    const { providers, storedOnly } = simulatedProviders(this.used, this.props.helm());
    for (const type of storedOnly) this.storedOnly.add(type);
    this.providers = new Map(providers.map((provider) => [provider.source, provider]));
  }

  private async serve(): Promise<void> {
    this.refresh();
    const { observer, isDown = () => false } = this.props;
    for (const source of this.providers.keys()) {
      const server = await serveProvider(this.socketOf(source), () =>
        isDown()
          ? undefined
          : {
              provider: this.providers.get(source)!,
              shared: { cloud: this.cloud, clock: this.clock, observer },
            },
      );
      this.servers.push(server);
    }
  }

  private socketOf(source: string): string {
    return join(this.sockets, `${source.split('/').at(-1)}.sock`);
  }
}

const together = (a: UsedTypes, b: UsedTypes): UsedTypes => ({
  resources: [...new Set([...a.resources, ...b.resources])].sort(),
  dataSources: [...new Set([...a.dataSources, ...b.dataSources])].sort(),
});
