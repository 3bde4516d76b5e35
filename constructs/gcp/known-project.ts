import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import { Construct } from 'constructs';
import type { ProjectId } from '../../src/core/domain/ids';
import type { ProjectNumberRef, ProjectRef } from './refs';
import { projectNumberRef, projectRef } from './refs';

export interface KnownProjectProps {
  readonly projectId: ProjectId;
}

/** A project that another stack made, looked up by its id. */
export class KnownProject extends Construct {
  readonly ref: ProjectRef;
  readonly number: ProjectNumberRef;

  constructor(scope: Construct, id: string, { projectId }: KnownProjectProps) {
    super(scope, id);
    const project = new DataGoogleProject(this, 'Resource', { projectId });
    this.ref = projectRef(project.projectId);
    this.number = projectNumberRef(project.number);
  }
}
