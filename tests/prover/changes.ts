import type { Artifacts, KubernetesDocument } from '../../src/prover/artifacts';
import type { Json, JsonMap } from '../../src/prover/json-value';
import { isList, isMap, mapAt, textAt } from '../../src/prover/json-value';

/** Something done to an output: the same output but for that. */
export type Change = (artifacts: Artifacts) => Artifacts;

/** Something done to one object or resource. */
export type Edit = (object: JsonMap) => JsonMap;

/** Keys on the way to a value: `spec > egress > 0`. */
const keysOf = (path: string): readonly string[] => path.split(' > ');

/** Puts a value where the path leads, and in a list behind its end too. */
export const put =
  (path: string, value: Json): Edit =>
  (object) =>
    changedAt(object, keysOf(path), () => [value]) as JsonMap;

/** Takes away what stands where the path leads. */
export const drop =
  (path: string): Edit =>
  (object) =>
    changedAt(object, keysOf(path), () => []) as JsonMap;

/** `value` with what stands at `keys` replaced by none or one. */
function changedAt(value: Json, keys: readonly string[], change: () => readonly Json[]): Json {
  const [key, ...rest] = keys as readonly [string, ...string[]];
  const inner = (old: Json | undefined): readonly Json[] => {
    if (rest.length === 0) return change();
    return [changedAt(old ?? {}, rest, change)];
  };
  if (isList(value)) {
    const index = Number(key);
    return [...value.slice(0, index), ...inner(value[index]), ...value.slice(index + 1)];
  }
  if (!isMap(value)) throw new Error(`nothing stands at ${key}`);
  const others = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries([...others, ...inner(value[key]).map((each) => [key, each] as const)]);
}

/** `NetworkPolicy ada/deny-all`, `ClusterRole practicum-student`. */
function idOf({ object }: KubernetesDocument): string {
  const { namespace, name } = mapAt(object, 'metadata');
  return `${String(object['kind'])} ${namespace === undefined ? '' : `${String(namespace)}/`}${String(name)}`;
}

function indexOf({ kubernetes }: Artifacts, id: string): number {
  const index = kubernetes.findIndex((document) => idOf(document) === id);
  if (index < 0) throw new Error(`the output has no ${id}`);
  return index;
}

/** Edits an object; of several with its name, the one for the first cluster. */
export const inObject =
  (id: string, ...edits: readonly Edit[]): Change =>
  (artifacts) => {
    const index = indexOf(artifacts, id);
    return {
      ...artifacts,
      kubernetes: artifacts.kubernetes.map((document, each) =>
        each === index
          ? { ...document, object: edits.reduce((object, edit) => edit(object), document.object) }
          : document,
      ),
    };
  };

export const withoutObject =
  (id: string): Change =>
  (artifacts) => {
    const index = indexOf(artifacts, id);
    return { ...artifacts, kubernetes: artifacts.kubernetes.filter((_, each) => each !== index) };
  };

/** Adds an object to the file that another stands in. */
export const plusObject =
  (beside: string, object: JsonMap): Change =>
  (artifacts) => {
    const { cluster, file } = artifacts.kubernetes[indexOf(artifacts, beside)]!;
    return { ...artifacts, kubernetes: [...artifacts.kubernetes, { cluster, file, index: 99, object }] };
  };

const constructOf = (body: Json): string => textAt(body, '//', 'metadata', 'path') ?? '';

/** Replaces a resource of Terraform, by the path of its construct, with none or one. */
function changedResource(path: string, change: (body: JsonMap) => readonly JsonMap[]): Change {
  return (artifacts) => {
    let found = 0;
    const resourcesOf = (json: Json): Json =>
      Object.fromEntries(
        Object.entries(mapAt(json, 'resource')).map(([type, named]) => [
          type,
          Object.fromEntries(
            Object.entries(mapAt(named)).flatMap(([name, body]) => {
              if (constructOf(body) !== path) return [[name, body]];
              found += 1;
              return change(body as JsonMap).map((each) => [name, each]);
            }),
          ),
        ]),
      );
    const terraform = artifacts.terraform.map((stack) => ({
      ...stack,
      json: { ...mapAt(stack.json), resource: resourcesOf(stack.json) },
    }));
    if (found === 0) throw new Error(`the output has no resource ${path}`);
    return { ...artifacts, terraform };
  };
}

export const inResource = (path: string, ...edits: readonly Edit[]): Change =>
  changedResource(path, (body) => [edits.reduce((each, edit) => edit(each), body)]);

export const withoutResource = (path: string): Change => changedResource(path, () => []);

/** Adds a resource to a stack. */
export const plusResource =
  (stack: string, type: string, body: JsonMap): Change =>
  (artifacts) => ({
    ...artifacts,
    terraform: artifacts.terraform.map((each) =>
      each.stack === stack
        ? { ...each, json: put(`resource > ${type} > Added`, body)(mapAt(each.json)) }
        : each,
    ),
  });
