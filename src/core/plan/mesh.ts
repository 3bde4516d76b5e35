import type { CohortFile } from '../config/parse-cohort';
import type { Course } from '../course/course.schema';
import type { CourseFile } from '../course/parse-course';
import type { Problem } from '../input/problem';

/** The toolkit that turns the mesh on, for all places of the cohort's shared clusters and for the whole term. */
const TOOLKIT = 'istio';

/** Whether pods of places are in a mesh. It is asked of the course: a mesh that comes and goes with labs would break work. */
export const hasMesh = ({ labs }: Pick<Course, 'labs'>): boolean =>
  labs.some(({ toolkits }) => toolkits.some(({ id }) => id === TOOLKIT));

/**
 * Between cohort and course: where a mesh cannot be.
 *
 * Clusters of tenants' own are of GKE Autopilot, which lets no program change the network of a node, as the mesh's must; and
 * Google's collectors, which are outside of the mesh, would be refused by all that is in it.
 *
 * @see https://istio.io/latest/docs/setup/platform-setup/gke/ (read 2026-11)
 */
export function checkMesh({ config, source }: CohortFile, { course }: CourseFile): readonly Problem[] {
  if (!hasMesh(course)) return [];
  const lab = course.labs.find((each) => hasMesh({ labs: [each] }))!;
  const told = `${lab.id} of the course ${course.id} puts places into a mesh (${TOOLKIT})`;
  const own = {
    message: `${told}, which a cluster of one's own cannot have: GKE Autopilot lets no program change the network of its nodes`,
    got: 'cluster',
    allowed: 'namespace or project, or a course without istio',
    write: 'tier: namespace',
  };
  return [
    ...(config.tier === 'cluster' ? [source.problem(['tier'], own)] : []),
    ...config.places.flatMap(({ tier }, index) =>
      tier === 'cluster' ? [source.problem(['places', index, 'tier'], own)] : [],
    ),
    ...(config.monitoring.collector === 'google-managed'
      ? [
          source.problem(['monitoring', 'collector'], {
            message: `${told}, whose pods take nothing from outside of it: Google's collectors would see no metrics of theirs`,
            got: 'google-managed',
            allowed: 'in-cluster, or a course without istio',
            write: 'monitoring: { collector: in-cluster }',
          }),
        ]
      : []),
  ];
}
