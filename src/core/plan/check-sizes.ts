import { toolkitOf } from '../catalogue/catalogue';
import type { CohortFile } from '../config/parse-cohort';
import type { CourseFile } from '../course/parse-course';
import type { MachineType } from '../domain/machine-types';
import { MACHINE_TYPES, MACHINE_TYPE_NAMES } from '../domain/machine-types';
import type { Bytes, Cpu } from '../domain/quantity';
import type { Problem } from '../input/problem';
import type { Path } from '../input/yaml-source';

/** What asks for room: a toolkit of a lab in its size, or a size of the course. */
interface Asking {
  readonly what: string;
  readonly path: Path;
  readonly cpu: Cpu;
  readonly memory: Bytes;
  readonly pods: number;
}

/**
 * Between cohort and course: sizes of which a pod fits on no node of the cohort, however evenly they are spread over their
 * pods. Kubernetes would let them wait for ever. Clusters of their own make nodes to measure.
 */
export function checkSizes({ config, source }: CohortFile, course: CourseFile): readonly Problem[] {
  if ([config, ...config.places].every(({ tier = config.tier }) => tier === 'cluster')) return [];
  const { machineType } = config.nodes;
  return askingIn(course).flatMap((asking) => {
    if (fits(asking, machineType)) return [];
    const larger = MACHINE_TYPE_NAMES.filter((name) => fits(asking, name));
    const each = `${asking.cpu.times(1 / asking.pods).toString()} cores and ${asking.memory.times(1 / asking.pods).toString()}`;
    const told = {
      message: `${asking.what} wants ${each} in one pod: more than a node of ${machineType} has`,
      got: machineType,
    };
    return [
      larger.length > 0
        ? source.problem(['nodes', 'machineType'], {
            ...told,
            allowed: `one of ${larger.join(', ')}`,
            write: `nodes: { machineType: ${larger[0]!} }`,
          })
        : course.source.problem(asking.path, {
            ...told,
            allowed: 'what the largest machine has room for',
            write: 'a smaller size, or more pods',
          }),
    ];
  });
}

function askingIn({ course }: CourseFile): readonly Asking[] {
  const sizes = Object.entries(course.sizes).map(([name, { cpu, memory, pods }]): Asking => ({
    what: `the size ${name}`,
    path: ['sizes', name],
    cpu,
    memory,
    pods,
  }));
  const toolkits = course.labs.flatMap((lab, index) =>
    lab.toolkits.map((use, place): Asking => {
      const { id, size } = use;
      const { cpu, memory, pods } = toolkitOf(use).sizes[size];
      return {
        what: `${id} ${size} of the lab ${lab.id}`,
        path: ['labs', index, 'toolkits', place],
        cpu,
        memory,
        pods: Math.max(1, pods),
      };
    }),
  );
  return [...sizes, ...toolkits];
}

const fits = ({ cpu, memory, pods }: Asking, name: MachineType): boolean =>
  cpu.millis / pods <= MACHINE_TYPES[name].cpu.millis &&
  memory.bytes / pods <= MACHINE_TYPES[name].memory.bytes;
