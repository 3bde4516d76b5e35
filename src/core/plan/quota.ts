import type { Course, Lab, LabSize } from '../course/course.schema';
import type { ToolkitSize } from '../catalogue/allowance';
import type { ToolkitRef } from '../catalogue/catalogue';
import { toolkitOf } from '../catalogue/catalogue';
import type { Window } from '../course/calendar';
import { Bytes, Cpu } from '../domain/quantity';
import type { QuotaPlan } from './quota-plan';
import { isPlaced, toolkitsOf } from './toolkits-plan';

const NOTHING: QuotaPlan = {
  cpu: Cpu.ZERO,
  cpuLimit: Cpu.ZERO,
  memory: Bytes.ZERO,
  memoryLimit: Bytes.ZERO,
  storage: Bytes.ZERO,
  ephemeralStorage: Bytes.ZERO,
  pods: 0,
  volumes: 0,
  services: 0,
  loadBalancers: 0,
  gpus: 0,
};

/** What every place has beside its labs' needs: the Service that its host leads to. */
const EVERY_PLACE: QuotaPlan = { ...NOTHING, services: 1 };

/**
 * The quota of a tenant that works on `labs`: the most that labs open at the same time need together,
 * each dimension by itself. One quota for the whole term, so that a passing deadline changes no place.
 *
 * A toolkit that is placed is there once, however many labs use it, and as large as the largest wants it. It runs while
 * one of them is open; its disks and Services stay all the term.
 */
export function quotaFor(course: Course, labs: readonly Lab[], windows: readonly Window[]): QuotaPlan {
  const windowOf = (lab: Lab): Window => windows.find((window) => window.lab === lab.id)!;
  const placed = new Map(
    toolkitsOf(labs)
      .filter(({ standing }) => standing)
      .map((use) => [use.id, quotaOf(use)]),
  );
  const stays = [...placed.values()].map(staying).reduce(plus, EVERY_PLACE);
  const demands = labs.map((lab) => ({
    window: windowOf(lab),
    demand: demandOf(lab, course.sizes[lab.size]!),
    runs: lab.toolkits.filter(isPlaced).map(({ id }) => id),
  }));
  // Demand only rises when a lab opens: the fullest moment is one of these.
  const peaks = demands.map(({ window: { opens } }) => {
    const open = demands.filter(({ window }) => window.opens <= opens && opens < window.closes);
    const running = new Set(open.flatMap(({ runs }) => runs));
    return [
      ...open.map(({ demand }) => demand),
      ...[...running].map((id) => passing(placed.get(id)!)),
    ].reduce(plus, stays);
  });
  return peaks.reduce(most, stays);
}

const quotaOf = (use: ToolkitRef & { readonly size: ToolkitSize }): QuotaPlan => ({
  ...NOTHING,
  ...toolkitOf(use).sizes[use.size],
});

/** What a sleeping toolkit still has. */
const staying = ({ storage, volumes, services }: QuotaPlan): QuotaPlan => ({
  ...NOTHING,
  storage,
  volumes,
  services,
});

/** What a toolkit has only while it is awake. */
const passing = (quota: QuotaPlan): QuotaPlan => ({ ...quota, storage: Bytes.ZERO, volumes: 0, services: 0 });

/** What a lab's own work needs, with the toolkits that are set up by whoever works on it. */
function demandOf(lab: Lab, size: LabSize): QuotaPlan {
  const own: QuotaPlan = { ...NOTHING, ...size };
  return lab.toolkits
    .filter((use) => !isPlaced(use))
    .map(quotaOf)
    .reduce(plus, own);
}

function combined(
  a: QuotaPlan,
  b: QuotaPlan,
  cpu: (a: Cpu, b: Cpu) => Cpu,
  bytes: (a: Bytes, b: Bytes) => Bytes,
  number: (a: number, b: number) => number,
): QuotaPlan {
  return {
    cpu: cpu(a.cpu, b.cpu),
    cpuLimit: cpu(a.cpuLimit, b.cpuLimit),
    memory: bytes(a.memory, b.memory),
    memoryLimit: bytes(a.memoryLimit, b.memoryLimit),
    storage: bytes(a.storage, b.storage),
    ephemeralStorage: bytes(a.ephemeralStorage, b.ephemeralStorage),
    pods: number(a.pods, b.pods),
    volumes: number(a.volumes, b.volumes),
    services: number(a.services, b.services),
    loadBalancers: number(a.loadBalancers, b.loadBalancers),
    gpus: number(a.gpus, b.gpus),
  };
}

const plus = (a: QuotaPlan, b: QuotaPlan): QuotaPlan =>
  combined(
    a,
    b,
    (x, y) => x.plus(y),
    (x, y) => x.plus(y),
    (x, y) => x + y,
  );

const most = (a: QuotaPlan, b: QuotaPlan): QuotaPlan =>
  combined(
    a,
    b,
    (x, y) => x.atLeast(y),
    (x, y) => x.atLeast(y),
    Math.max,
  );
