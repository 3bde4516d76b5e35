import { CloudRunV2Service } from '@cdktf/provider-google/lib/cloud-run-v2-service';
import { CloudRunV2ServiceIamBinding } from '@cdktf/provider-google/lib/cloud-run-v2-service-iam-binding';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { ServiceAccountIamBinding } from '@cdktf/provider-google/lib/service-account-iam-binding';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Instant } from '../../src/core/domain/time';
import { expiryCondition } from './expiry-condition';
import { iamMembers } from './iam-members';
import type { MemberRef, ProjectNumberRef, ProjectRef } from './refs';
import { memberRef } from './refs';

export interface RunServiceProps {
  readonly project: ProjectRef;
  readonly location: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Id of the account that is made for it, and that it runs as. */
  readonly accountId: string;
  /** What runs until somebody deploys. */
  readonly image: string;
  readonly maxInstances: number;
  /** IAM members that deploy to it; none means no binding. */
  readonly developers: readonly string[];
  /** IAM members that may send it requests; none means no binding. */
  readonly callers: readonly string[];
  /** End of the developers' deploys. */
  readonly expires: Instant;
  /** @default - nothing but the project itself */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** What a developer decides of a service: no deploy of ours takes it back. All else is put back as it is written here. */
const DEVELOPERS_OWN = [
  'client',
  'client_version',
  'annotations',
  'traffic',
  'template[0].annotations',
  'template[0].containers',
  'template[0].labels',
  'template[0].max_instance_request_concurrency',
  'template[0].revision',
  'template[0].timeout',
];

/**
 * One service on Cloud Run, as an account that may do nothing by itself. Developers deploy to this service and make no other;
 * who may call it is not theirs to change.
 */
export class RunService extends Construct {
  /** IAM member that it runs as. */
  readonly member: MemberRef;
  /** The one thing to depend on before Cloud Run's own account can be named. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: RunServiceProps) {
    super(scope, id);
    const { project, location, name, labels, image, developers, callers } = props;
    const dependsOn = props.dependsOn === undefined ? {} : { dependsOn: [...props.dependsOn] };
    const account = new ServiceAccount(this, 'Account', {
      project,
      accountId: props.accountId,
      displayName: `Service ${name}`,
      ...dependsOn,
    });
    this.member = memberRef(account.member);
    const service = new CloudRunV2Service(this, 'Resource', {
      project,
      location,
      name,
      labels,
      ingress: 'INGRESS_TRAFFIC_ALL',
      // Only who holds the role to call it gets through.
      invokerIamDisabled: false,
      // A teardown has to come to its end.
      deletionProtection: false,
      template: {
        serviceAccount: account.email,
        scaling: { minInstanceCount: 0, maxInstanceCount: props.maxInstances },
        containers: [{ image, resources: { limits: { cpu: '1', memory: '512Mi' } } }],
      },
      lifecycle: { ignoreChanges: DEVELOPERS_OWN },
      ...dependsOn,
    });
    this.ready = service;
    this.bind(service, 'Developers', 'roles/run.developer', developers);
    this.bind(service, 'Callers', 'roles/run.invoker', callers);
    if (developers.length === 0) return;
    // Whoever deploys has to be let act as the account: the end of that is the end of deploys.
    new ServiceAccountIamBinding(this, 'ActAs', {
      serviceAccountId: account.name,
      role: 'roles/iam.serviceAccountUser',
      members: iamMembers(this, developers),
      condition: expiryCondition(props.expires),
    });
  }

  /** Without a condition: the provider cannot read one back from the policy of a service, and would write it again for ever. */
  private bind(service: CloudRunV2Service, id: string, role: string, members: readonly string[]): void {
    if (members.length === 0) return;
    new CloudRunV2ServiceIamBinding(this, id, {
      project: service.project,
      location: service.location,
      name: service.name,
      role,
      members: iamMembers(this, members),
    });
  }
}

/**
 * IAM member of Cloud Run itself in a project, which pulls the images of services there.
 *
 * @see https://cloud.google.com/run/docs/deploying#other-projects (read 2026-11)
 */
export const runAgent = (projectNumber: ProjectNumberRef): string =>
  `serviceAccount:service-${projectNumber}@serverless-robot-prod.iam.gserviceaccount.com`;
