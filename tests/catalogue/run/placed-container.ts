import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ToolkitSize } from '../../../src/core/catalogue/allowance';
import { podMakerOf } from '../../../src/core/catalogue/contract/pod-maker';
import type { Toolkit } from '../../../src/core/catalogue/toolkit';
import type { Fields } from '../../../src/core/kubernetes/hardened-pod';
import type { PlacedObject } from '../../../src/core/kubernetes/placed-object';
import { placeOf } from '../../core/catalogue/a-place';

/** Values of Secrets, by name and key. */
export type Secrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface PlacedContainerProps {
  readonly toolkit: Toolkit;
  readonly size: ToolkitSize;
  /** Name of the workload, and of the container in it. */
  readonly workload: string;
  readonly container: string;
  /** Folder that stands for the root of its files. */
  readonly root: string;
  readonly secrets?: Secrets;
  /** What is written otherwise on this machine: addresses, and names of hosts. */
  readonly here?: readonly (readonly [written: string, here: string])[];
}

/** A container as it can be started on this machine: its files below a folder, everything else as emitted. */
export interface PlacedContainer {
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where one of its files or folders is on this machine. */
  at(path: string): string;
}

/** Lays the files of one container of a toolkit, and tells how it is started. */
export function placedContainer(props: PlacedContainerProps): PlacedContainer {
  const { toolkit, size, root, secrets = {}, here = [] } = props;
  const objects = toolkit.place!(placeOf(toolkit, size));
  const spec = objects
    .filter(({ kind, metadata }) => kind !== 'ConfigMap' && metadata.name === props.workload)
    .map((object) => podMakerOf(object, objects)?.spec)
    .find((each) => each !== undefined)!;
  const containers = [...listOf(spec['initContainers']), ...listOf(spec['containers'])];
  const container = containers.find(({ name }) => name === props.container)!;
  const mounts = listOf(container['volumeMounts']).map((mount) => mount as unknown as Mount);
  const paths = mounts.map(({ mountPath }) => mountPath).sort((a, b) => b.length - a.length);
  const at = (path: string): string => join(root, path);
  const mounted = new RegExp(`(?<![\\w/.-])(?:${paths.join('|')})(?![\\w-])`, 'g');
  const map = (text: string): string =>
    here.reduce(
      (said, [written, instead]) => said.replaceAll(written, instead),
      paths.length === 0 ? text : text.replace(mounted, at),
    );
  for (const { name, mountPath } of mounts) {
    const volume = listOf(spec['volumes']).find((each) => each['name'] === name);
    const files = filesOf(volume, objects);
    mkdirSync(at(mountPath), { recursive: true });
    for (const [file, content] of files) {
      const path = join(at(mountPath), file);
      mkdirSync(dirname(path), { recursive: true });
      // In one step: a shell that another container of the pod runs may be reading it.
      writeFileSync(`${path}.new`, typeof content === 'string' ? map(content) : content);
      renameSync(`${path}.new`, path);
    }
  }
  return {
    command: textsOf(container['command']).map(map),
    args: textsOf(container['args']).map(map),
    env: environmentOf(container, secrets, map),
    at,
  };
}

interface Mount {
  readonly name: string;
  readonly mountPath: string;
}

/** Files of a volume, by their path in it; those that are no text as bytes. */
function filesOf(
  volume: Fields | undefined,
  objects: readonly PlacedObject[],
): readonly (readonly [path: string, content: string | Buffer])[] {
  const from = volume?.['configMap'] as
    | { readonly name: string; readonly items?: readonly { readonly key: string; readonly path: string }[] }
    | undefined;
  if (from === undefined) return [];
  const found = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === from.name);
  const { data = {}, binaryData = {} } = (found ?? {}) as {
    readonly data?: Readonly<Record<string, string>>;
    readonly binaryData?: Readonly<Record<string, string>>;
  };
  const contents = new Map<string, string | Buffer>([
    ...Object.entries(data),
    ...Object.entries(binaryData).map(([key, text]): [string, Buffer] => [key, Buffer.from(text, 'base64')]),
  ]);
  return from.items === undefined
    ? [...contents]
    : from.items.map(({ key, path }) => [path, contents.get(key)!] as const);
}

function environmentOf(
  container: Fields,
  secrets: Secrets,
  map: (text: string) => string,
): Readonly<Record<string, string>> {
  const values = listOf(container['env']).map(({ name, value, valueFrom }): [string, string] => {
    const from = (valueFrom as Fields | undefined)?.['secretKeyRef'] as
      { name: string; key: string } | undefined;
    return [String(name), from === undefined ? map(String(value)) : secrets[from.name]![from.key]!];
  });
  const known = new Map(values);
  // As the kubelet does with what stood before.
  return Object.fromEntries(
    values.map(([name, value]) => [
      name,
      value.replace(/\$\((\w+)\)/g, (_, other: string) => known.get(other) ?? ''),
    ]),
  );
}

const listOf = (value: unknown): readonly Fields[] => (value ?? []) as readonly Fields[];
const textsOf = (value: unknown): readonly string[] => (value ?? []) as readonly string[];
