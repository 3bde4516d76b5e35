import type { LabId } from '../../core/domain/ids';
import type { TenantPlan } from '../../core/plan/cohort-plan';
import type { PlaceSubmission } from '../../core/submissions/submission-table';
import { submittedImages, tryReadWork } from '../../core/submissions/submitted-images';
import type { ClusterFlags } from '../grade/cluster-flags';
import { Kubectl } from '../grade/kubectl';
import { NotGraded } from '../grade/not-graded';
import { kubectlRunner } from '../grade/run-kubectl';

export interface ReadSubmissionsProps {
  readonly lab: LabId;
  readonly tenants: readonly TenantPlan[];
  /** The kubectl to run. */
  readonly program: string;
  readonly flags: ClusterFlags;
  /** Told after each place. */
  readonly onPlace: (done: number) => void;
}

/** What the places have of a lab, in the order of `tenants`; a place that cannot be read says why. */
export async function readSubmissions(props: ReadSubmissionsProps): Promise<readonly PlaceSubmission[]> {
  const { lab, tenants, program, flags, onPlace } = props;
  const run = kubectlRunner(program);
  let done = 0;
  return Promise.all(
    tenants.map(async (tenant): Promise<PlaceSubmission> => {
      const place = await read(new Kubectl(run(flags(tenant)), tenant.namespace), tenant, lab);
      done += 1;
      onPlace(done);
      return place;
    }),
  );
}

async function read(kubectl: Kubectl, { handle }: TenantPlan, lab: LabId): Promise<PlaceSubmission> {
  try {
    const work = tryReadWork(await kubectl.submitted(lab));
    return work === undefined
      ? { handle, unread: 'what kubectl says is no list of objects' }
      : { handle, images: submittedImages(work) };
  } catch (error) {
    if (!(error instanceof NotGraded)) throw error;
    return { handle, unread: error.message };
  }
}
