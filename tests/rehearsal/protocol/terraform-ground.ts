import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTerraform } from '../../../src/app/terraform';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { notFound } from '../../../src/rehearsal/cloud/cloud-error';
import { VirtualClock } from '../../../src/rehearsal/cloud/virtual-clock';
import type { ProviderServer } from '../../../src/rehearsal/protocol/provider-server';
import { reattachProviders, serveProvider } from '../../../src/rehearsal/protocol/provider-server';
import type { CallObserver } from '../../../src/rehearsal/provider/call';
import { NO_OBSERVER } from '../../../src/rehearsal/provider/call';
import type { SimulatedProvider } from '../../../src/rehearsal/provider/provider-instance';
import type { DataKind, ResourceKind } from '../../../src/rehearsal/provider/resource-kind';
import { storedKind } from '../../../src/rehearsal/provider/stored-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { temporaryFolder } from '../../app/temporary-folder';
import { BUCKET_SCHEMA, BUCKET_TYPE, bucketKind } from '../provider/sample-bucket';
import { START } from '../provider/sample-cloud';
import { attribute, schemaOf } from '../schema/sample-schema';

const SOURCE = 'registry.terraform.io/hashicorp/google';

const OBJECT_SCHEMA = schemaOf({
  attributes: [
    attribute('content', 'string'),
    attribute('id', 'string', 'optional computed'),
    attribute('name', 'string', 'required'),
  ],
});

/** Tells how the instance of the provider is configured that reads it; the project `nobody` is not there. */
const REGION_OF_INSTANCE: DataKind = {
  type: 'google_project',
  latency: 1,
  read: (config, { provider }) => {
    if (config['project_id'] === 'nobody') throw notFound('The project nobody was not found');
    return { region: provider['region'] ?? null };
  },
};

/** A provider with a bucket of which something is known, an object that is only kept, and a data source. */
export const googleProvider = (bucket: ResourceKind = bucketKind()): SimulatedProvider => ({
  source: SOURCE,
  schema: {
    provider: schemaOf({ attributes: [attribute('project', 'string'), attribute('region', 'string')] }),
    resources: new Map([
      [BUCKET_TYPE, BUCKET_SCHEMA],
      ['google_storage_bucket_object', OBJECT_SCHEMA],
    ]),
    dataSources: new Map([
      [
        'google_project',
        schemaOf({
          attributes: [attribute('project_id', 'string'), attribute('region', 'string', 'computed')],
        }),
      ],
    ]),
  },
  resources: new Map([
    [BUCKET_TYPE, bucket],
    ['google_storage_bucket_object', storedKind('google_storage_bucket_object', OBJECT_SCHEMA)],
  ]),
  dataSources: new Map([['google_project', REGION_OF_INSTANCE]]),
});

/** How a run of the real terraform ended; white space is single. */
export interface TerraformRun {
  readonly code: number;
  readonly output: string;
}

/** A simulated cloud that the real terraform works on. */
export class TerraformGround {
  readonly cloud = new Cloud(START);
  readonly clock = new VirtualClock(START);
  observer: CallObserver = NO_OBSERVER;
  /** Whether the provider takes connections. */
  isUp = true;
  private constructor(private readonly folder: string) {}

  static async start(provider: SimulatedProvider = googleProvider()): Promise<TerraformGround> {
    const ground = new TerraformGround(temporaryFolder());
    writeFileSync(join(ground.folder, 'terraformrc'), '');
    ground.server = await serveProvider(ground.socket, () =>
      ground.isUp
        ? { provider, shared: { cloud: ground.cloud, clock: ground.clock, observer: ground.observer } }
        : undefined,
    );
    return ground;
  }

  private server: ProviderServer | undefined;

  private get socket(): string {
    return join(this.folder, 'google.sock');
  }

  /** A stack of its own with this configuration, initialised. */
  async stack(configuration: object): Promise<Stack> {
    const folder = temporaryFolder();
    const stack = new Stack(folder, {
      ...process.env,
      TF_REATTACH_PROVIDERS: reattachProviders(new Map([[SOURCE, this.socket]]), process.pid),
      TF_CLI_CONFIG_FILE: join(this.folder, 'terraformrc'),
    });
    stack.write(configuration);
    const { code, output } = await stack.run('init');
    if (code !== 0) throw new Error(output);
    return stack;
  }

  crash(): void {
    this.server!.crash();
  }

  async stop(): Promise<void> {
    await this.server?.close();
  }

  /** What stands of the sample's buckets, by name. */
  buckets(): Readonly<Record<string, Attributes>> {
    const all = this.cloud.list().filter(({ type }) => type === 'storage.googleapis.com/Bucket');
    return Object.fromEntries(all.map(({ data }) => [String(data['name']), data]));
  }
}

/** A folder that terraform runs in. */
export class Stack {
  constructor(
    private readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  write(configuration: object): void {
    const required = { required_providers: { google: { source: 'hashicorp/google' } } };
    writeFileSync(
      join(this.folder, 'cdk.tf.json'),
      JSON.stringify({ terraform: required, provider: { google: [{}] }, ...configuration }),
    );
  }

  async run(...args: readonly string[]): Promise<TerraformRun> {
    const words = [...args, '-no-color'];
    const run = await runTerraform('terraform', this.folder, words, () => undefined, this.environment);
    if (run.output === '')
      throw new Error(`terraform ${args.join(' ')} said nothing and ended with ${run.code}`);
    return { code: run.code, output: run.output.replaceAll(/\s+/g, ' ') };
  }

  apply(): Promise<TerraformRun> {
    return this.run('apply', '-auto-approve');
  }

  /** `empty`, `changes` or `failed`, with what is printed. */
  async plan(): Promise<{ readonly outcome: string; readonly output: string }> {
    const { code, output } = await this.run('plan', '-detailed-exitcode');
    return { outcome: ['empty', 'failed', 'changes'][code] ?? 'killed', output };
  }

  destroy(): Promise<TerraformRun> {
    return this.run('destroy', '-auto-approve');
  }
}
