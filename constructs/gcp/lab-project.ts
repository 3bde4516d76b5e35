import { Project } from '@cdktf/provider-google/lib/project';
import { ProjectService } from '@cdktf/provider-google/lib/project-service';
import type { ITerraformDependable } from 'cdktf';
import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import { projectDisplayName } from '../../src/core/domain/names';
import type { ProjectNumberRef, ProjectRef } from './refs';
import { projectNumberRef, projectRef } from './refs';

export interface LabProjectProps {
  readonly projectId: ProjectId;
  /** Number of the folder that the project is created in. */
  readonly folder: string;
  readonly billingAccount: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Services to enable, such as `container.googleapis.com`. */
  readonly apis: readonly string[];
}

/** A Google Cloud project with its services enabled and without a default network. */
export class LabProject extends Construct {
  readonly ref: ProjectRef;
  readonly number: ProjectNumberRef;
  /** The one thing to depend on before using a service of this project. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: LabProjectProps) {
    super(scope, id);
    if (!/^\d+$/.test(props.folder)) {
      throw new Error(
        `${this.node.path}: folder "${props.folder}" is not allowed: write the folder's number, digits only`,
      );
    }
    const project = new Project(this, 'Resource', {
      projectId: props.projectId,
      name: projectDisplayName(props.projectId),
      folderId: props.folder,
      billingAccount: props.billingAccount,
      labels: props.labels,
      autoCreateNetwork: false,
      // The provider's own default refuses to delete a project, and with it the whole teardown.
      deletionPolicy: 'DELETE',
    });
    this.ref = projectRef(project.projectId);
    this.number = projectNumberRef(project.number);
    this.ready = this.addReady([...new Set(props.apis)].sort().map((api) => this.enable(api)));
  }

  private enable(api: string): ProjectService {
    return new ProjectService(this, api, {
      project: this.ref,
      service: api,
      // Disabling one service on destroy takes others with it while their resources still stand.
      disableOnDestroy: false,
    });
  }

  /** Written as a plain resource: cdktf's own `DataResource` starts a `terraform` process to check its version. */
  private addReady(services: ProjectService[]): ITerraformDependable {
    return new TerraformResource(this, 'Ready', {
      terraformResourceType: 'terraform_data',
      dependsOn: services,
    });
  }
}
