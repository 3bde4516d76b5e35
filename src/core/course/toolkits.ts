import { Bytes, Cpu } from '../domain/quantity';
import type { ToolkitId } from '../domain/ids';
import { PINNED_IMAGES, imageName } from '../domain/pinned-images';

export const TOOLKIT_SIZES = ['small', 'normal', 'large'] as const;
export type ToolkitSize = (typeof TOOLKIT_SIZES)[number];

/** What a toolkit may use in a tenant's place; part of the tenant's quota. */
export interface Allowance {
  /** Guaranteed to it. */
  readonly cpu: Cpu;
  /** Most it may use when nodes have it to spare. */
  readonly cpuLimit: Cpu;
  readonly memory: Bytes;
  readonly memoryLimit: Bytes;
  /** Persistent disks, together. */
  readonly storage: Bytes;
  readonly pods: number;
  readonly volumes: number;
  readonly services: number;
}

/** One tool a lab can ask for. */
export interface Toolkit {
  readonly id: ToolkitId;
  readonly title: string;
  /** What the student gets, in a sentence for the hand-out. */
  readonly gives: string;
  readonly sizes: Readonly<Record<ToolkitSize, Allowance>>;
  /** Images that Practicum starts for it, by name. */
  readonly images: readonly string[];
}

const allowance = (
  [cpu, cpuLimit]: readonly [string, string],
  [memory, memoryLimit]: readonly [string, string],
  { storage = '0Mi', pods = 1, volumes = 0, services = 1 } = {},
): Allowance => ({
  cpu: Cpu.parse(cpu),
  cpuLimit: Cpu.parse(cpuLimit),
  memory: Bytes.parse(memory),
  memoryLimit: Bytes.parse(memoryLimit),
  storage: Bytes.parse(storage),
  pods,
  volumes,
  services,
});

const toolkit = (
  id: string,
  title: string,
  gives: string,
  sizes: Toolkit['sizes'],
  images: Toolkit['images'] = [],
): Toolkit => ({
  id: id as ToolkitId,
  title,
  gives,
  sizes,
  images,
});

/** Every toolkit that a course may name, by id. */
export const TOOLKITS: readonly Toolkit[] = [
  toolkit(
    'grafana',
    'Grafana',
    'A Grafana of your own that shows your metrics only.',
    {
      small: allowance(['50m', '500m'], ['192Mi', '512Mi'], { storage: '1Gi', volumes: 1 }),
      normal: allowance(['100m', '1'], ['256Mi', '768Mi'], { storage: '1Gi', volumes: 1 }),
      large: allowance(['250m', '1'], ['512Mi', '1Gi'], { storage: '2Gi', volumes: 1 }),
    },
    [PINNED_IMAGES.grafana, PINNED_IMAGES.nginx].map(imageName),
  ),
  toolkit('k6', 'k6', 'A load generator in your place, to measure your service before it is graded.', {
    small: allowance(['100m', '1'], ['128Mi', '256Mi'], { services: 0 }),
    normal: allowance(['250m', '1'], ['256Mi', '512Mi'], { services: 0 }),
    large: allowance(['500m', '2'], ['512Mi', '1Gi'], { services: 0 }),
  }),
  toolkit(
    'prediction-api',
    'Prediction API',
    'A sample FastAPI service with probes and metrics to start from.',
    {
      small: allowance(['100m', '500m'], ['256Mi', '512Mi']),
      normal: allowance(['250m', '1'], ['512Mi', '1Gi'], { pods: 2 }),
      large: allowance(['500m', '2'], ['1Gi', '2Gi'], { pods: 3 }),
    },
  ),
  toolkit('redis', 'Redis', 'A cache at redis:6379 that nobody else can reach.', {
    small: allowance(['50m', '250m'], ['64Mi', '128Mi']),
    normal: allowance(['100m', '500m'], ['128Mi', '256Mi'], { storage: '1Gi', volumes: 1 }),
    large: allowance(['250m', '1'], ['512Mi', '1Gi'], { storage: '4Gi', volumes: 1 }),
  }),
];

export const TOOLKIT_IDS: readonly string[] = TOOLKITS.map(({ id }) => id);

/** The toolkit with this id; a course that names another was refused before. */
export function findToolkit(id: ToolkitId): Toolkit {
  const found = TOOLKITS.find((each) => each.id === id);
  if (!found) throw new Error(`No toolkit has the id "${id}"`);
  return found;
}
