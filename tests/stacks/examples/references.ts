import type { ExampleOutput } from './example-output';
import { exampleOutputs, findings, objectName } from './example-output';
import { isWorkflow } from './outside';
import { at, list } from './rule';
import type { Block, Resource } from './terraform-output';
import { leaves } from './terraform-output';

/** What stacks and charts know of each other. */
export function referenceTests(): void {
  const outputs = exampleOutputs();

  const ofType = ({ resources }: ExampleOutput, type: string): readonly Resource[] =>
    resources.filter((resource) => resource.type === type);

  /** Blocks of data sources in all stacks. */
  const dataOf = ({ stacks }: ExampleOutput, type: string): readonly Block[] =>
    stacks.flatMap(({ json }) =>
      Object.values((at(json['data'], type) ?? {}) as Readonly<Record<string, Block>>),
    );

  const text = (value: unknown): string => String(value);

  test('Every reference in a stack is to something in the same stack', () => {
    const REFERENCE = /\$\{(data\.)?([a-z_]+)\.([A-Za-z0-9_-]+)[.[]/g;
    const found = findings(outputs, ({ stacks }) =>
      stacks.flatMap(({ stack, json }) =>
        [...leaves(json)].flatMap(([, value]) =>
          [...text(value).matchAll(REFERENCE)]
            .filter(([, data, type, name]) => {
              const blocks = at(data === undefined ? json.resource : json['data'], type!);
              return (blocks as Block | undefined)?.[name!] === undefined;
            })
            .map(([reference]) => `${stack} ${reference}`),
        ),
      ),
    );
    expect(found).toEqual([]);
  });

  test('What is waited for is in the same stack', () => {
    const found = findings(outputs, ({ resources }) => {
      const there = new Set(resources.map(({ stack, type, address }) => `${stack} ${type}.${address}`));
      return resources.flatMap(({ stack, block }) =>
        list(block, 'depends_on')
          .map((each) => `${stack} ${text(each)}`)
          .filter((each) => !there.has(each)),
      );
    });
    expect(found).toEqual([]);
  });

  test('A resource names a provider that its stack has', () => {
    const found = findings(outputs, ({ stacks, resources }) =>
      resources.flatMap(({ stack, type, address, block }) => {
        const [kind, alias] = text(block['provider'] ?? type.split('_')[0]).split('.');
        if (kind === 'terraform') return [];
        const providers = at(stacks.find((each) => each.stack === stack)?.json['provider'], kind!) as Block[];
        return providers.some((provider) => provider['alias'] === alias)
          ? []
          : [`${stack} ${type}.${address}`];
      }),
    );
    expect(found).toEqual([]);
  });

  test('A cluster that a stack looks up is one that another stack makes', () => {
    const found = findings(outputs, (output) => {
      const made = ofType(output, 'google_container_cluster').map(({ block, stack }) => {
        const project = output.resources.find(
          ({ type, stack: other, address }) =>
            type === 'google_project' &&
            other === stack &&
            block['project'] === `\${google_project.${address}.project_id}`,
        );
        return [project?.block['project_id'], block['name'], block['location']].join(' ');
      });
      return dataOf(output, 'google_container_cluster')
        .map(({ project, name, location }) => [project, name, location].join(' '))
        .filter((known) => !made.includes(known));
    });
    expect(found).toEqual([]);
  });

  test('A project that a stack looks up, and a zone that it writes into, is one that a stack makes', () => {
    const found = findings(outputs, (output) => {
      const projects = ofType(output, 'google_project').map(({ block }) => block['project_id']);
      const zones = ofType(output, 'google_dns_managed_zone').map(({ block }) => block['name']);
      const known = (value: unknown, made: readonly unknown[]): boolean =>
        text(value).startsWith('${') || made.includes(value);
      return [
        ...dataOf(output, 'google_project').filter(({ project_id: id }) => !projects.includes(id)),
        ...ofType(output, 'google_dns_record_set')
          .map(({ block }) => block)
          .filter((block) => !known(block['project'], projects) || !known(block['managed_zone'], zones)),
      ].map((block) => JSON.stringify(block));
    });
    expect(found).toEqual([]);
  });

  test('An account that pulls images is one that a stack makes in that project, or Cloud Run’s where services are shared', () => {
    const found = findings(outputs, (output) => {
      const ids = ofType(output, 'google_service_account').map(({ block }) => block['account_id']);
      const projects = ofType(output, 'google_project').map(({ block }) => block['project_id']);
      const agents = agentsOf(output);
      return output.resources
        .flatMap(({ stack, block }) => list(block, 'members').map((member) => [stack, text(member)] as const))
        .filter(([, member]) => member.startsWith('serviceAccount:'))
        .filter((known) => !agents.includes(known.join(' ')))
        .map(([, member]) => member)
        .filter((member) => {
          const [, id, project] =
            /^serviceAccount:([^@]+)@([^.]+)\.iam\.gserviceaccount\.com$/.exec(member) ?? [];
          return !ids.includes(id) || !projects.includes(project);
        });
    });
    expect(found).toEqual([]);
  });

  /** Cloud Run's own account in the projects that services share, as each stack that looks one up would name it. */
  const agentsOf = (output: ExampleOutput): readonly string[] => {
    const shared = ofType(output, 'google_project').filter(({ path }) =>
      path.endsWith('/Serverless/Resource'),
    );
    return output.stacks.flatMap(({ stack, json }) =>
      Object.entries((at(json['data'], 'google_project') ?? {}) as Readonly<Record<string, Block>>)
        .filter(([, { project_id: id }]) => shared.some(({ block }) => block['project_id'] === id))
        .map(
          ([address]) =>
            `${stack} serviceAccount:service-\${data.google_project.${address}.number}@serverless-robot-prod.iam.gserviceaccount.com`,
        ),
    );
  };

  test('The pods that a bucket lets in run as an account that the tenant’s place has', () => {
    const found = findings(outputs, (output) => {
      const accounts = output.objects
        .filter(({ kind }) => kind === 'ServiceAccount')
        .map(({ metadata }) => `/subject/ns/${metadata.namespace}/sa/${metadata.name}`);
      return output.resources
        .flatMap(({ block }) => list(block, 'members').map(text))
        .filter((member) => member.startsWith('principal:') && !isWorkflow(member))
        .filter((member) => !accounts.some((account) => member.endsWith(account)));
    });
    expect(found).toEqual([]);
  });

  test('A release’s chart lies beside its stack', () => {
    const found = findings(outputs, (output) =>
      ofType(output, 'helm_release')
        .map(({ stack, block }) => `terraform/stacks/${stack}/${text(block['chart']).slice(2)}/Chart.yaml`)
        .filter((path) => !output.written.has(path)),
    );
    expect(found).toEqual([]);
  });

  test('Every chart that is written is installed once', () => {
    for (const output of outputs) {
      const charts = [...output.written.keys()].filter((path) => path.endsWith('/Chart.yaml'));
      expect(ofType(output, 'helm_release')).toHaveLength(charts.length);
    }
  });

  test('The Gateway asks for the address and the certificate map that its cluster’s stack makes', () => {
    const found = findings(outputs, (output) => {
      const made = (type: string) => ofType(output, type).map(({ block }) => block['name']);
      return output.objects
        .filter(({ kind }) => kind === 'Gateway')
        .filter(
          (gateway) =>
            !made('google_compute_global_address').includes(at(gateway, 'spec.addresses.0.value')) ||
            !made('google_certificate_manager_certificate_map').includes(
              gateway.metadata.annotations?.['networking.gke.io/certmap'],
            ),
        )
        .map(objectName);
    });
    expect(found).toEqual([]);
  });

  test('A stack comes after the one that makes what it looks up', () => {
    for (const { written } of outputs) {
      const { stacks } = JSON.parse(written.get('terraform/manifest.json')!) as {
        stacks: Record<string, { dependencies: string[] }>;
      };
      for (const [name, { dependencies }] of Object.entries(stacks)) {
        const before = name.endsWith('-services')
          ? ['cell-1']
          : /-(places|repositories)$/.test(name)
            ? ['shard-1-01']
            : name.startsWith('shard')
              ? ['cell-1-services' in stacks ? 'cell-1-services' : 'cell-1']
              : [];
        expect([name, dependencies]).toEqual([name, before]);
      }
      expect(Object.keys(stacks)).not.toContain('state');
    }
  });
}
