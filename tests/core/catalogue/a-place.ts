import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Allowance, ToolkitSize } from '../../../src/core/catalogue/allowance';
import { allowance } from '../../../src/core/catalogue/allowance';
import type { ExampleRoom } from '../../../src/core/catalogue/contract/example-faults';
import type { Toolkit, ToolkitPlace } from '../../../src/core/catalogue/toolkit';
import type { Course } from '../../../src/core/course/course.schema';
import { parseCourse } from '../../../src/core/course/parse-course';
import type { ToolkitId } from '../../../src/core/domain/ids';
import { imageName } from '../../../src/core/domain/pinned-images';
import { YamlSource } from '../../../src/core/input/yaml-source';

const COURSES = join(__dirname, '..', '..', '..', 'courses');

/** The courses that ship, as they are. */
export const SHIPPED_COURSES: readonly Course[] = readdirSync(COURSES)
  .sort()
  .map((file) => {
    const source = YamlSource.read(`courses/${file}`, readFileSync(join(COURSES, file), 'utf8'));
    const course = source.ok ? parseCourse(source.value) : source;
    if (!course.ok) throw new Error(JSON.stringify(course.problems, undefined, 2));
    return course.value.course;
  });

/** A place in which one toolkit stands, as the plan would tell it. */
export const placeOf = (toolkit: Toolkit, size: ToolkitSize): ToolkitPlace => ({
  namespace: 'b3kq7',
  host: 'b3kq7.labs.example.edu',
  registryPath: 'us-west1-docker.pkg.dev/w255-spring27-c1/b3kq7',
  bucket: 'w255-spring27-b3kq7',
  size,
  allowance: toolkit.sizes[size],
  toolkits: [toolkit.id as ToolkitId],
});

/** What a student's own work has where no course says otherwise. */
const SMALL_ROOM = allowance(['250m', '1'], ['512Mi', '1Gi'], {
  storage: '1Gi',
  scratch: '8Gi',
  pods: 5,
  volumes: 1,
  services: 3,
});

/** What is left to an example in the smallest of the labs that use its toolkit, whichever course it is of. */
export function exampleRoom(toolkit: Toolkit): ExampleRoom {
  const uses = SHIPPED_COURSES.flatMap((course) =>
    course.labs
      .filter((lab) => lab.toolkits.some(({ id }) => id === toolkit.id))
      .map((lab) => ({ course, size: course.sizes[lab.size]! })),
  );
  const rooms = uses.map(({ size }): Allowance => size);
  return {
    own: rooms.reduce(smaller, rooms[0] ?? SMALL_ROOM),
    mayStart: (image) =>
      uses.length > 0 && uses.every(({ course }) => course.images.includes(imageName(image))),
  };
}

const smaller = (a: Allowance, b: Allowance): Allowance => ({
  cpu: a.cpu.millis < b.cpu.millis ? a.cpu : b.cpu,
  cpuLimit: a.cpuLimit.millis < b.cpuLimit.millis ? a.cpuLimit : b.cpuLimit,
  memory: a.memory.bytes < b.memory.bytes ? a.memory : b.memory,
  memoryLimit: a.memoryLimit.bytes < b.memoryLimit.bytes ? a.memoryLimit : b.memoryLimit,
  storage: a.storage.bytes < b.storage.bytes ? a.storage : b.storage,
  ephemeralStorage:
    a.ephemeralStorage.bytes < b.ephemeralStorage.bytes ? a.ephemeralStorage : b.ephemeralStorage,
  pods: Math.min(a.pods, b.pods),
  volumes: Math.min(a.volumes, b.volumes),
  services: Math.min(a.services, b.services),
  gpus: Math.min(a.gpus, b.gpus),
});
