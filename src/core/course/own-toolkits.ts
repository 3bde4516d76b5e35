import { judgeOwnToolkit } from '../catalogue/own/judge-own-toolkit';
import type { OwnToolkit } from '../catalogue/own/own-toolkit';
import { OWN_PREFIX } from '../catalogue/own/own-toolkit';
import type { ToolkitId } from '../domain/ids';
import type { Outcome, Problem } from '../input/problem';
import { accept, refuse, shown } from '../input/problem';
import { nearest } from '../input/read-object';
import type { YamlSource } from '../input/yaml-source';
import type { Course } from './course.schema';
import type { CourseFile } from './parse-course';

/** Own toolkits that labs name and nobody describes, ids that two have, Secrets and Services of other names, and charts that change. */
export function checkOwnToolkits(course: Partial<Course>, source: YamlSource): readonly Problem[] {
  const { labs = [], ownToolkits = [] } = course;
  const ids = ownToolkits.map(({ id }) => String(id));
  const unknown = labs.flatMap(({ toolkits }, lab) =>
    toolkits.flatMap(({ id }, index) =>
      !id.startsWith(OWN_PREFIX) || ids.includes(id)
        ? []
        : [
            source.problem(['labs', lab, 'toolkits', index, 'id'], {
              message: 'no toolkit under "ownToolkits" has this id',
              got: shown(id),
              allowed: ids.length === 0 ? 'an id that stands there' : `one of ${ids.join(', ')}`,
              write: `id: ${nearest(id, ids) ?? ids[0] ?? 'redis'}`,
            }),
          ],
    ),
  );
  const twice = ownToolkits.flatMap(({ id }, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          source.problem(['ownToolkits', index, 'id'], {
            message: 'another own toolkit has this id',
            got: shown(id),
            write: `id: ${id.slice(0, 18)}-2`,
          }),
        ],
  );
  const secrets = ownToolkits.flatMap(({ id, secrets: needed }, index) =>
    needed.flatMap(({ name }, at) =>
      name === id || name.startsWith(`${id}-`)
        ? []
        : [
            source.problem(['ownToolkits', index, 'secrets', at, 'name'], {
              message: 'the name could be that of another Secret of the place',
              got: shown(name),
              allowed: `${id}, or what begins with ${id}-`,
              write: `name: ${id}`,
            }),
          ],
    ),
  );
  const moving = ownToolkits.flatMap(({ chart }, index) =>
    chart?.from.startsWith('oci://') !== true || chart.version !== undefined
      ? []
      : [
          source.problem(['ownToolkits', index, 'chart'], {
            message: 'a chart of a registry has a version, or becomes another one day',
            got: shown(chart.from),
            write: 'version: 1.2.0 beside it, as its page names it',
          }),
        ],
  );
  return [...unknown, ...twice, ...secrets, ...moving];
}

/** The course with its own toolkits beside each use of them; `manifests` are what their folders hold, by id. */
export function withOwnToolkits(
  { course, source }: CourseFile,
  manifests: ReadonlyMap<ToolkitId, readonly YamlSource[]>,
): Outcome<CourseFile> {
  if (course.ownToolkits.length === 0) return accept({ course, source });
  const problems: Problem[] = [];
  const known = new Map<string, OwnToolkit>();
  course.ownToolkits.forEach((entry, index) => {
    const judged = judgeOwnToolkit(entry, manifests.get(entry.id) ?? []);
    if (!judged.ok) return problems.push(...judged.problems);
    problems.push(...endpointProblems(judged.value, index, source));
    known.set(entry.id, judged.value);
    return undefined;
  });
  if (problems.length > 0) return refuse(problems);
  const labs = course.labs.map((lab) => ({
    ...lab,
    toolkits: lab.toolkits.map((use) => {
      const own = known.get(use.id);
      return own === undefined ? use : { ...use, own };
    }),
  }));
  return accept({ course: { ...course, labs }, source });
}

function endpointProblems(
  { endpoint, objects }: OwnToolkit,
  index: number,
  source: YamlSource,
): readonly Problem[] {
  if (endpoint === undefined) return [];
  const services = objects.filter(({ kind }) => kind === 'Service');
  const found = services.find(({ metadata }) => metadata.name === endpoint.service);
  const ports = ((found?.['spec'] as { ports?: readonly { port?: unknown }[] } | undefined)?.ports ?? []).map(
    ({ port }) => port,
  );
  if (ports.includes(endpoint.port)) return [];
  return [
    source.problem(['ownToolkits', index, 'endpoint'], {
      message: 'no Service of the manifests has this name and port',
      got: shown(`${endpoint.service}:${endpoint.port}`),
      allowed:
        services.length === 0
          ? 'a Service among the manifests'
          : `one of ${services.map(({ metadata }) => metadata.name).join(', ')}`,
      write: 'the name and a port of a Service',
    }),
  ];
}
