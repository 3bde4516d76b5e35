import { toolkitOf } from '../catalogue/catalogue';
import type { CohortFile } from '../config/parse-cohort';
import { windowsOf } from '../course/calendar';
import type { Lab } from '../course/course.schema';
import type { CourseFile } from '../course/parse-course';
import { LARGEST_DISK_GB } from '../domain/node-disk';
import { Bytes } from '../domain/quantity';
import type { Problem } from '../input/problem';
import { gpuScratchGib, labScratchGib, scratchGibForGpuPlaces, scratchGibForPlaces } from './node-scratch';

/**
 * The most that Autopilot gives one pod that asks for no special machine.
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/autopilot-resource-requests (read 2026-11)
 */
const AUTOPILOT_POD = Bytes.gibi(10);

/** Between cohort and course: scratch space that is promised, and that no disk of a node has. */
export function checkDisks(cohort: CohortFile, course: CourseFile): readonly Problem[] {
  const { config } = cohort;
  const tiers = [config.tier, ...config.places.map(({ tier = config.tier }) => tier)];
  return [
    ...(tiers.every((tier) => tier === 'cluster') ? [] : tooMuchOnNodes(cohort, course)),
    ...(tiers.includes('cluster') ? tooMuchOnAutopilot(course) : []),
  ];
}

function tooMuchOnNodes({ config }: CohortFile, { course, source }: CourseFile): readonly Problem[] {
  const windows = windowsOf(course, config.term, config.sessions ?? course.sessions);
  const facts = { config, course, windows };
  const { machineType, gpu } = config.nodes;
  const pools = [
    {
      node: machineType,
      asked: labScratchGib(facts),
      left: scratchGibForPlaces(LARGEST_DISK_GB, course),
    },
    {
      node: `a machine with ${gpu.accelerator}`,
      asked: gpuScratchGib(facts),
      left: scratchGibForGpuPlaces(LARGEST_DISK_GB, course),
    },
  ];
  const [worst] = pools.filter(({ asked, left }) => asked > left).sort((a, b) => b.asked - a.asked);
  if (worst === undefined) return [];
  const own = (lab: Lab): number => course.sizes[lab.size]!.ephemeralStorage.bytes;
  const lab = [...course.labs].sort((a, b) => own(b) - own(a))[0]!;
  const { ephemeralStorage } = course.sizes[lab.size]!;
  const gibi = Math.floor((ephemeralStorage.gibi * worst.left) / worst.asked);
  return [
    source.problem(['sizes', lab.size], {
      message:
        `places that fill one node of ${worst.node} are promised ${Math.round(worst.asked)}Gi of scratch space together, ` +
        `most for the lab ${lab.id}: more than a disk of ${LARGEST_DISK_GB} GB leaves them, ${Math.round(worst.left)}Gi`,
      got: `ephemeralStorage: ${ephemeralStorage.toString()}`,
      allowed: 'less scratch space, or more cores or memory, of which fewer places share a node',
      write: `ephemeralStorage: ${Math.max(1, gibi)}Gi`,
    }),
  ];
}

function tooMuchOnAutopilot({ course, source }: CourseFile): readonly Problem[] {
  return course.labs.flatMap((lab, index) =>
    lab.toolkits.flatMap((use, place) => {
      const { ephemeralStorage, pods, gpus } = toolkitOf(use).sizes[use.size];
      const each = ephemeralStorage.times(1 / Math.max(1, pods));
      if (gpus > 0 || each.bytes <= AUTOPILOT_POD.bytes) return [];
      return [
        source.problem(['labs', index, 'toolkits', place], {
          message: `${use.id} ${use.size} of the lab ${lab.id} wants ${each.toString()} of scratch space in one pod: more than a cluster of one's own gives a pod`,
          got: use.size,
          allowed: `at most ${AUTOPILOT_POD.toString()} for each pod on Autopilot`,
          write: 'a smaller size, or tier: project in cohort.yaml',
        }),
      ];
    }),
  );
}
