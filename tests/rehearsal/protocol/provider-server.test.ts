import { createConnection } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { reattachProviders, serveProvider } from '../../../src/rehearsal/protocol/provider-server';
import { FaultInjector } from '../../../src/rehearsal/faults/fault-injector';
import { expectedMessage } from '../../../src/rehearsal/faults/fault-words';
import type { Fault } from '../../../src/rehearsal/faults/fault';
import { temporaryFolder } from '../../app/temporary-folder';
import { START } from '../provider/sample-cloud';
import type { TerraformRun } from './terraform-ground';
import { TerraformGround } from './terraform-ground';

let ground: TerraformGround;

beforeEach(async () => {
  ground = await TerraformGround.start();
});

afterEach(() => ground.stop());

const LABS = { name: 'labs', location: 'US' };

test('Each alias of a run is configured by itself', async () => {
  const stack = await ground.stack({
    provider: { google: [{ region: 'us-west1' }, { alias: 'eu', region: 'europe-west1', project: 'eu' }] },
    data: { google_project: { us: {}, eu: { provider: 'google.eu' } } },
    resource: {
      google_storage_bucket: { us: LABS, eu: { ...LABS, name: 'labs-eu', provider: 'google.eu' } },
    },
    output: {
      regions: { value: '${data.google_project.us.region} and ${data.google_project.eu.region}' },
    },
  });
  expect((await stack.apply()).output).toContain('regions = "us-west1 and europe-west1"');
  expect(ground.buckets()['labs']).toMatchObject({ project: null });
  expect(ground.buckets()['labs-eu']).toMatchObject({ project: 'eu' });
  expect((await stack.plan()).outcome).toBe('empty');
}, 60_000);

test('Several terraforms work on one cloud at once, each with its own configuration', async () => {
  const regions = ['us-west1', 'us-east4', 'europe-west1', 'asia-east1'];
  const stacks = await Promise.all(
    regions.map((region) =>
      ground.stack({
        provider: { google: [{ region, project: `in-${region}` }] },
        data: { google_project: { own: {} } },
        resource: {
          google_storage_bucket: {
            labs: {
              for_each: '${toset(["a", "b", "c"])}',
              name: `${region}-\${each.key}`,
              location: '${data.google_project.own.region}',
            },
          },
        },
      }),
    ),
  );
  const runs = await Promise.all(stacks.map((stack) => stack.apply()));
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  const places = Object.values(ground.buckets()).map(({ name, location, project }) => [
    name,
    location,
    project,
  ]);
  expect(places).toHaveLength(12);
  for (const [name, location, project] of places) {
    expect(name).toMatch(new RegExp(`^${String(location)}-[abc]$`));
    expect(project).toBe(`in-${String(location)}`);
  }
}, 60_000);

test('Terraforms that run one after another add up in virtual time', async () => {
  for (const name of ['a', 'b']) {
    const stack = await ground.stack({ resource: { google_storage_bucket: { [name]: { ...LABS, name } } } });
    await stack.apply();
  }
  expect(ground.clock.now).toBe(START + 10_000);
}, 60_000);

describe('A provider that crashes', () => {
  const CRASH: Fault = { kind: 'provider-crash', nth: 2 };
  const BUCKETS = {
    resource: {
      google_storage_bucket: {
        first: { ...LABS, name: 'first' },
        second: { ...LABS, name: 'second', labels: { after: '${google_storage_bucket.first.url}' } },
      },
    },
  };

  test('fails the run with words that name it, stays down while it lasts, and is well for the next run', async () => {
    const injector = new FaultInjector({
      crashProviders: () => ground.crash(),
      killTerraform: () => undefined,
    });
    const stack = await ground.stack(BUCKETS);
    ground.observer = injector;
    injector.arm([CRASH]);
    const { code, output } = await stack.apply();
    expect([code, injector.providersDown]).toEqual([1, true]);
    expect(output).toMatch(expectedMessage(CRASH));
    expect(Object.keys(ground.buckets())).toEqual(['first']);
    ground.isUp = false;
    expect((await stack.plan()).outcome).toBe('failed');
    ground.isUp = true;
    expect(injector.disarm()).toEqual([CRASH]);
    const next: TerraformRun = await stack.apply();
    expect(next.output).toContain('Apply complete! Resources: 1 added, 0 changed, 0 destroyed.');
    expect((await stack.plan()).outcome).toBe('empty');
  }, 60_000);
});

describe('On its socket', () => {
  const socket = (): string => join(temporaryFolder(), 'p.sock');

  test('a provider that is down takes no connection', async () => {
    const path = socket();
    const server = await serveProvider(path, () => undefined);
    const connection = createConnection(path);
    await once(connection, 'close');
    await server.close();
  });

  test('two cannot listen', async () => {
    const path = socket();
    const server = await serveProvider(path, () => undefined);
    await expect(serveProvider(path, () => undefined)).rejects.toThrow('EADDRINUSE');
    await server.close();
  });

  test('nobody listens when it was closed', async () => {
    const path = socket();
    await (await serveProvider(path, () => undefined)).close();
    const [error] = (await once(createConnection(path), 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ENOENT');
  });
});

test('Terraform is told where each provider listens', () => {
  const sockets = new Map([['registry.terraform.io/hashicorp/helm', '/tmp/helm.sock']]);
  expect(JSON.parse(reattachProviders(sockets, 7))).toEqual({
    'registry.terraform.io/hashicorp/helm': {
      Protocol: 'grpc',
      ProtocolVersion: 6,
      Pid: 7,
      Test: true,
      Addr: { Network: 'unix', String: '/tmp/helm.sock' },
    },
  });
});
