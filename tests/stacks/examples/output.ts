import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';
import { ADDRESS, namesNobody } from './addresses';
import { isOfContainer } from './container-paths';
import type { ExampleOutput } from './example-output';
import { addressOf, exampleOutputs, findings, objectName } from './example-output';
import type { Resource } from './terraform-output';
import { leaves, objects } from './terraform-output';

/** What must not be anywhere in the output. */
export function outputTests(): void {
  const outputs = exampleOutputs();

  const CHART = /^terraform\/stacks\/[^/]+\/charts\/[^/]+\/(.*)$/;

  /** Every leaf of the Terraform stacks and of the Kubernetes objects, with where it stands. */
  function allLeaves({ stacks, objects: all }: ExampleOutput): [string, readonly string[], unknown][] {
    return [
      ...stacks.flatMap(({ stack, json }) =>
        [...leaves(json)].map(([keys, value]): [string, readonly string[], unknown] => [stack, keys, value]),
      ),
      ...all.flatMap((object) =>
        [...leaves(object)].map(([keys, value]): [string, readonly string[], unknown] => [
          objectName(object),
          keys,
          value,
        ]),
      ),
    ];
  }

  /** Kind of the object that a leaf is of; undefined for one of a stack. */
  const kindOf = (where: string): string | undefined => / (\w+)\/[^/]+$/.exec(where)?.[1];

  /** Where an address may stand: who may do something, and whom a budget writes to. */
  function holdsPeople(where: string, keys: readonly string[]): boolean {
    const path = keys.join('.');
    return (
      /^resource\.google_\w+_iam_binding\.[^.]+\.members\.\d+$/.test(path) ||
      // An account's name has the form of an address.
      /^resource\.(google_service_account_iam_binding\.[^.]+\.service_account_id|github_actions_variable\..+\.value)$/.test(
        path,
      ) ||
      /^resource\.google_monitoring_notification_channel\.[^.]+\.labels\.email_address$/.test(path) ||
      (/ RoleBinding\/\w+$/.test(where) && /^subjects\.\d+\.name$/.test(path))
    );
  }

  test('Each stack has as many resources as it should', () => {
    const counts = outputs.map(({ example, stacks, resources }) => [
      example,
      Object.fromEntries(
        stacks.map(({ stack }) => [stack, resources.filter((each) => each.stack === stack).length]),
      ),
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      'csce790-fall': { 'cell-1': 51 + 18, 'cell-1-services': 1, 'shard-1-01': (6 + 4) * 9 + 2 },
      'mlsd-fall': {
        'cell-1': 100,
        'cell-1-services': 1,
        'shard-1-01': 12 * 4 + 13 * 2 + 2,
        'shard-1-01-repositories': 6 * 6 + 6,
      },
      'sharif-spring': { 'cell-1': 50, 'cell-1-services': 1, 'shard-1-01': 6 * 9 + 2 },
      'tier-cluster': { 'cell-1': 28, 'shard-1-01': 104, 'shard-1-01-places': 4 },
      'tier-namespace': { 'cell-1': 50, 'cell-1-services': 1, 'shard-1-01': 20 },
      'tier-project': { 'cell-1': 50, 'cell-1-services': 1, 'shard-1-01': 108, 'shard-1-01-places': 2 },
      'w255-spring': {
        'cell-1': 51,
        'cell-1-services': 1,
        'shard-1-01': 6 * 50 + 2,
        'shard-1-02': 6 * 25 + 2,
        state: 8,
      },
    });
  });

  test('An address of a person stands where access is given and where a budget writes to, and nowhere else', () => {
    const found = findings(outputs, (output) => [
      ...allLeaves(output).flatMap(([where, keys, value]) =>
        namesNobody(kindOf(where), keys, value) || holdsPeople(where, keys)
          ? []
          : [`${where} ${keys.join('.')}: ${String(value)}`],
      ),
      ...[...output.written.keys()].filter((path) => path.includes('@')),
    ]);
    expect(found).toEqual([]);
  });

  test('Addresses are found in the three places that they may stand in', () => {
    const kinds = new Set(
      outputs
        .flatMap(allLeaves)
        .filter(([where, keys, value]) => !namesNobody(kindOf(where), keys, value))
        .flatMap(([where, keys, value]) => (ADDRESS.test(String(value)) ? [kindOf(where) ?? keys[1]] : [])),
    );
    expect([...kinds].sort()).toEqual([
      'RoleBinding',
      'github_actions_variable',
      'google_artifact_registry_repository_iam_binding',
      'google_cloud_run_v2_service_iam_binding',
      'google_compute_instance_iam_binding',
      'google_iap_tunnel_instance_iam_binding',
      'google_logging_log_view_iam_binding',
      'google_monitoring_notification_channel',
      'google_project_iam_binding',
      'google_service_account_iam_binding',
      'google_storage_bucket_iam_binding',
    ]);
  });

  test('No one’s name stands anywhere', () => {
    const found = findings(outputs, ({ written, names }) => {
      const text = [...written.keys(), ...written.values()].join('\n');
      return names.filter((name) => name.includes(' ') && text.includes(name));
    });
    expect(found).toEqual([]);
  });

  test('Nothing is for everybody: no public member, no group of all users', () => {
    const PUBLIC =
      /allUsers|allAuthenticatedUsers|system:(un)?authenticated|system:anonymous|system:serviceaccounts/;
    const found = findings(outputs, ({ written }) =>
      [...written].filter(([, text]) => PUBLIC.test(text)).map(([path]) => path),
    );
    expect(found).toEqual([]);
  });

  test('No attribute holds a secret, a password, a token or a key', () => {
    const SENSITIVE = /secret|password|token|credential|private_key|access_key/i;
    const found = findings(outputs, ({ stacks, resources, objects: all }) => [
      ...[...stacks.map(({ json }) => json['provider']), ...resources.map(({ block }) => block)].flatMap(
        (block) =>
          [...objects(block)].flatMap((each) => Object.keys(each).filter((key) => SENSITIVE.test(key))),
      ),
      ...all.filter(({ kind }) => kind === 'Secret').map(objectName),
    ]);
    expect(found).toEqual([]);
  });

  test('A chart has one template, which emits its one file as it is', () => {
    const charts = outputs.flatMap(({ written }) =>
      [...written].flatMap(([path, text]) => {
        const file = CHART.exec(path)?.[1];
        return file === undefined ? [] : [[file, text] as const];
      }),
    );
    expect(new Set(charts.map(([file]) => file))).toEqual(
      new Set(['Chart.yaml', 'files/manifest.yaml', 'templates/manifest.yaml']),
    );
    const templates = charts.filter(([file]) => file.startsWith('templates/'));
    expect(new Set(templates.map(([, text]) => text))).toEqual(
      new Set(['{{ .Files.Get "files/manifest.yaml" }}\n']),
    );
  });

  test('What a template engine would read stands in the files of programs only', () => {
    const found = findings(outputs, (output) => [
      ...[...output.written]
        .filter(
          ([path, text]) => text.includes('{{') && !/^k8s\/|\/(files|templates)\/manifest\.yaml$/.test(path),
        )
        .map(([path]) => path),
      ...allLeaves(output).flatMap(([where, keys, value]) =>
        [...keys, value].join('\n').includes('{{') && (kindOf(where) !== 'ConfigMap' || keys[0] !== 'data')
          ? [`${where} ${keys.join('.')}: ${String(value)}`]
          : [],
      ),
    ]);
    expect(found).toEqual([]);
  });

  test('No path of a machine is written, and an absolute path is one in a container or of a host', () => {
    const machine = [`${HOME}/`, `${homedir()}/`, `${process.cwd()}/`, join(tmpdir(), 'written-')];
    const found = findings(outputs, (output) => [
      ...[...output.written]
        .filter(([path, text]) => machine.some((each) => path.includes(each) || text.includes(each)))
        .map(([path]) => path),
      ...allLeaves(output).flatMap(([where, keys, value]) =>
        /^(\/|~|[A-Za-z]:\\|file:)/.test(String(value)) && !isOfContainer(kindOf(where), keys)
          ? [`${where} ${keys.join('.')}: ${String(value)}`]
          : [],
      ),
    ]);
    expect(found).toEqual([]);
  });

  test('No resource is one of many by count or for_each, runs a script or ignores a change, but for services on Cloud Run, machines and repositories', () => {
    const found = findings(outputs, ({ resources }) =>
      resources
        .filter(({ type, block }) =>
          ['count', 'for_each', 'provisioner', 'dynamic', 'lifecycle', 'connection'].some(
            // What these ignore is a rule of its own.
            (key) =>
              key in block &&
              !(
                key === 'lifecycle' &&
                /^(google_(cloud_run_v2_service|compute_instance)|github_repository)$/.test(type)
              ),
          ),
        )
        .map(addressOf),
    );
    expect(found).toEqual([]);
  });

  test('A list of what comes first has three entries at most, but for those that gather a project’s services or a network’s rules', () => {
    const gathers = ({ type, path }: Resource): boolean =>
      type === 'terraform_data' && /\/(Project|Serverless|Network)\/Ready$/.test(path);
    const found = findings(outputs, ({ resources }) =>
      resources
        .filter((resource) => ((resource.block['depends_on'] as string[] | undefined) ?? []).length > 3)
        .filter((resource) => !gathers(resource))
        .map(addressOf),
    );
    expect(found).toEqual([]);
  });

  test('Outputs are name servers, endpoints of clusters, and what workflows on GitHub are let in by', () => {
    const OUTPUT =
      /^(name_servers|cluster_endpoint|github_identity_provider|[a-z0-9-]+_(cluster_endpoint|github_identity_provider))$/;
    const found = findings(outputs, ({ stacks }) =>
      stacks.flatMap(({ stack, json }) =>
        Object.keys((json['output'] ?? {}) as object)
          .filter((name) => !OUTPUT.test(name))
          .map((name) => `${stack} ${name}`),
      ),
    );
    expect(found).toEqual([]);
  });
}
