import { ProjectService } from '@cdktf/provider-google/lib/project-service';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { StateBucket } from '../constructs/gcp/state-bucket';
import { groupMember } from '../src/core/domain/group-names';
import { stateStackName, userMember } from '../src/core/domain/names';
import type { CohortPlan, StateBucketPlan } from '../src/core/plan/cohort-plan';
import { addBackend, addGoogle } from './stack-settings';

/** What a stack with a bucket for state is made from. */
export interface StateStackProps {
  readonly plan: CohortPlan;
  readonly state: StateBucketPlan;
}

/** The service that buckets are made by. */
const STORAGE = 'storage.googleapis.com';

/** The bucket that holds the state of all stacks, its own too; applied once, alone, before the others. */
export class StateStack extends TerraformStack {
  constructor(scope: Construct, { plan, state }: StateStackProps) {
    super(scope, stateStackName());
    addBackend(this, plan);
    addGoogle(this, plan.google);
    const services = state.apis.map(
      (service) =>
        new ProjectService(this, service, { project: state.project, service, disableOnDestroy: false }),
    );
    new StateBucket(this, 'State', {
      project: state.project,
      name: state.bucket,
      location: plan.google.region,
      labels: state.labels,
      admins: plan.staff.instructors.map(plan.staff.areGroups === true ? groupMember : userMember),
      dependsOn: services.filter(({ serviceInput }) => serviceInput === STORAGE),
    });
  }
}
