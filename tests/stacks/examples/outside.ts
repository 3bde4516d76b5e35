import type { CohortPlan, TenantPlan } from '../../../src/core/plan/cohort-plan';
import type { ExampleOutput } from './example-output';
import { addressOf, exampleOutputs, findings } from './example-output';
import { at, list } from './rule';
import type { Resource } from './terraform-output';

const POOL =
  /^principal:\/\/iam\.googleapis\.com\/projects\/(.+)\/locations\/global\/workloadIdentityPools\/github\//;

/** True for an IAM member that is a workflow on GitHub, and no pod. */
export const isWorkflow = (member: string): boolean => POOL.test(member);

const WINDOW = /^request\.time >= timestamp\("[^"]+"\) && request\.time < timestamp\("([^"]+)"\)$/;

/** Whether a binding ends before the term does: waking a machine, with the last lab that uses it. */
export function endsSooner({ type, block }: Resource, { term }: CohortPlan): boolean {
  const [, until] = WINDOW.exec(String(at(block, 'condition.expression'))) ?? [];
  return type === 'google_compute_instance_iam_binding' && until !== undefined && until < term.accessEnds;
}

/** What a place has outside of its cluster: a service on Cloud Run, and workflows on GitHub. */
export function outsideTests(): void {
  const outputs = exampleOutputs();

  const ofType = ({ resources }: ExampleOutput, type: string): readonly Resource[] =>
    resources.filter((resource) => resource.type === type);

  const tenantsOf = ({ plan }: ExampleOutput): readonly TenantPlan[] =>
    plan.shards.flatMap(({ tenants }) => tenants);

  const referTo = ({ type, address }: Resource, attribute: string): string =>
    `\${${type}.${address}.${attribute}}`;

  /** Members of the one binding of a role, on what `key` names. */
  const membersOf = (output: ExampleOutput, role: string, key: string, named: string): readonly unknown[] =>
    output.resources
      .filter(({ block }) => block['role'] === role && block[key] === named)
      .flatMap(({ block }) => list(block, 'members'));

  test('Each place whose labs use Cloud Run has one service, and no other has any', () => {
    const made = findings(outputs, (output) =>
      ofType(output, 'google_cloud_run_v2_service').map(({ block }) => String(block['name'])),
    );
    expect(made.length).toBeGreaterThan(0);
    expect(made).toEqual(
      findings(outputs, (output) =>
        tenantsOf(output).flatMap(({ handle, toolkits }) =>
          toolkits.some(({ id }) => id === 'cloud-run') ? [handle] : [],
        ),
      ),
    );
  });

  test('Whoever deploys to a service is a member of its place and may act as its account until the term ends', () => {
    for (const output of outputs) {
      const end = `request.time < timestamp("${output.plan.term.accessEnds}")`;
      for (const service of ofType(output, 'google_cloud_run_v2_service')) {
        const members = tenantsOf(output).find(({ handle }) => handle === service.block['name'])!.members;
        const users = members.map((each) => `user:${each}`);
        const account = ofType(output, 'google_service_account').find(
          (each) => at(service.block, 'template.service_account') === referTo(each, 'email'),
        )!;
        const actAs = ofType(output, 'google_service_account_iam_binding').filter(
          ({ block }) => block['service_account_id'] === referTo(account, 'name'),
        );
        expect(membersOf(output, 'roles/run.developer', 'name', referTo(service, 'name'))).toEqual(users);
        expect(
          actAs.map(({ block }) => [block['role'], block['members'], at(block, 'condition.expression')]),
        ).toEqual([['roles/iam.serviceAccountUser', users, end]]);
      }
    }
  });

  test('Whoever calls a service is a member of its place or staff', () => {
    for (const output of outputs) {
      const { instructors, tas } = output.plan.staff;
      for (const service of ofType(output, 'google_cloud_run_v2_service')) {
        const { members } = tenantsOf(output).find(({ handle }) => handle === service.block['name'])!;
        expect(membersOf(output, 'roles/run.invoker', 'name', referTo(service, 'name'))).toEqual(
          [...members, ...instructors, ...tas].map((each) => `user:${each}`).sort(),
        );
      }
    }
  });

  test('Each place whose labs use a machine has one, which its members alone enter, and wake while its labs are open', () => {
    const machines = outputs.flatMap((output) =>
      ofType(output, 'google_compute_instance').map((machine) => ({ output, machine })),
    );
    expect(machines.length).toBeGreaterThan(0);
    const made = findings(outputs, (output) =>
      ofType(output, 'google_compute_instance').map(({ block }) => String(block['name'])),
    );
    expect(made).toEqual(
      findings(outputs, (output) =>
        tenantsOf(output).flatMap(({ handle, toolkits }) =>
          toolkits.some(({ id }) => id === 'vm') ? [handle] : [],
        ),
      ),
    );
    for (const { output, machine } of machines) {
      const { members, labs } = tenantsOf(output).find(({ handle }) => handle === machine.block['name'])!;
      const { opens, closes } = output.plan.labs.find(
        ({ id, toolkits }) => labs.includes(id) && toolkits.some((each) => each.id === 'vm'),
      )!;
      const end = `request.time < timestamp("${output.plan.term.accessEnds}")`;
      const open = `request.time >= timestamp("${opens}") && request.time < timestamp("${closes}")`;
      const given = output.resources
        .filter(({ block }) => [block['instance'], block['instance_name']].includes(referTo(machine, 'name')))
        .map(({ block }) => [block['role'], block['members'], at(block, 'condition.expression')]);
      const users = members.map((each) => `user:${each}`).sort();
      expect(given.sort()).toEqual([
        [expect.stringMatching(/^projects\/[^/]+-vm\/roles\/machineKeeper$/), users, open],
        ['roles/compute.osAdminLogin', users, end],
        ['roles/iap.tunnelResourceAccessor', users, end],
      ]);
    }
  });

  test('The project that services share has Cloud Run and no Compute Engine, and so no network', () => {
    const services = outputs.flatMap((output) =>
      ofType(output, 'google_project')
        .filter(({ path }) => path.endsWith('/Serverless/Resource'))
        .map((project) =>
          ofType(output, 'google_project_service')
            .filter(
              ({ stack, block }) =>
                stack === project.stack && block['project'] === referTo(project, 'project_id'),
            )
            .map(({ block }) => block['service']),
        ),
    );
    expect(services.length).toBeGreaterThan(0);
    for (const each of services) {
      expect(each).toContain('run.googleapis.com');
      expect(each).not.toContain('compute.googleapis.com');
    }
  });

  test('A workflow acts as the account of its place, or pushes into its registry, and holds nothing else', () => {
    const found = findings(outputs, ({ resources }) =>
      resources.flatMap(({ path, block }) =>
        list(block, 'members')
          .map(String)
          .filter(isWorkflow)
          .map((member) => [path.split('/')[1], block['role'], member.split('/subject/')[1]].join(' ')),
      ),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(
      findings(outputs, (output) =>
        tenantsOf(output).flatMap(({ handle, github }) =>
          github === undefined
            ? []
            : [
                `${handle} roles/${github.deployer === undefined ? 'artifactregistry.writer' : 'iam.workloadIdentityUser'} ${github.subject}`,
              ],
        ),
      ),
    );
  });

  test('What a workflow acts as connects, pushes into the registry of its place, deploys there, and holds nothing else', () => {
    const meant = findings(outputs, (output) =>
      tenantsOf(output).flatMap(({ handle, github }) =>
        github?.deployer === undefined
          ? []
          : [
              `cell-1 roles/container.clusterViewer ${handle}`,
              `shard-1-01/${handle} roles/artifactregistry.writer ${handle}`,
              `${handle}/deployer practicum-deployer ${handle}`,
            ],
      ),
    );
    const handleOf = (name: string): string | undefined =>
      /(?:^|:)deploy-([^@]+)@/.exec(name)?.[1] ??
      /^\$\{google_service_account\.Workflows_(.+)_[0-9A-F]{8}\.member\}$/.exec(name)?.[1];
    const found = findings(outputs, ({ resources, objects }) => [
      ...resources.flatMap(({ stack, path, block }) =>
        list(block, 'members').flatMap((member) => {
          const handle = handleOf(String(member));
          const where = stack === 'cell-1' ? stack : path.split('/').slice(0, 2).join('/');
          return handle === undefined ? [] : [`${where} ${String(block['role'])} ${handle}`];
        }),
      ),
      ...objects.flatMap((object) =>
        list(object, 'subjects').flatMap((subject) => {
          const { namespace = '', name } = object.metadata;
          const handle = handleOf(String(at(subject, 'name')));
          return handle === undefined
            ? []
            : [`${namespace}/${name} ${String(at(object, 'roleRef.name'))} ${handle}`];
        }),
      ),
    ]);
    expect(found.length).toBeGreaterThan(0);
    expect([...found].sort()).toEqual([...meant].sort());
  });

  test('A workflow is known in a project that has a pool for its organisation', () => {
    const found = findings(outputs, (output) => {
      const withPool = ofType(output, 'google_iam_workload_identity_pool_provider').map(
        ({ stack, block }) => {
          const project = ofType(output, 'google_project').find(
            (each) => each.stack === stack && block['project'] === referTo(each, 'project_id'),
          );
          return [project?.block['project_id'], block['attribute_condition']].join(' ');
        },
      );
      const { github } = tenantsOf(output).find((each) => each.github !== undefined) ?? {};
      const wanted = `assertion.repository_owner_id == '${github?.organisationId}' && assertion.event_name in ['push', 'workflow_dispatch']`;
      return output.resources
        .flatMap((resource) =>
          list(resource.block, 'members').map((each) => [resource, String(each)] as const),
        )
        .filter(([, member]) => isWorkflow(member))
        .filter(([{ stack }, member]) => {
          const [, data] = /^\$\{data\.(google_project\.[^.]+)\.number\}$/.exec(POOL.exec(member)![1]!) ?? [];
          const json = output.stacks.find((each) => each.stack === stack)!.json;
          return !withPool.includes(`${String(at(json['data'], `${data}.project_id`))} ${wanted}`);
        })
        .map(([resource]) => addressOf(resource));
    });
    expect(found).toEqual([]);
  });
}
