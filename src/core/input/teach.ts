import { parse } from 'yaml';
import { z } from 'zod';

/** What a person who wrote a wrong value needs to hear. */
export interface Lesson {
  /** What the key means, for editors and for the docs. */
  readonly about: string;
  /** What may stand here. */
  readonly allowed: string;
  /** A value that would do, as it would be written in YAML. */
  readonly example: string;
}

/** A lesson, and where text is wanted what it must match: editors check that while people type. */
export interface TextLesson extends Lesson {
  readonly pattern?: RegExp;
}

/** Words of which the nearest is suggested for one that is wrong. */
export interface KnownWords {
  readonly known?: readonly string[];
}

const lessons = z.registry<Lesson>();

/** The same schema, with what to tell people about it. */
export function taught<S extends z.ZodType>(schema: S, lesson: TextLesson): S {
  const { about, allowed, example, pattern } = lesson;
  const described = schema.meta({
    description: `${about} Allowed: ${allowed}.`,
    examples: [parse(example)],
    // Editors know no flags; with one, the pattern would be another.
    ...(pattern?.flags === '' ? { pattern: pattern.source } : {}),
  });
  lessons.add(described, { about, allowed, example });
  return described as S;
}

/** A value that is written as text and read by `read`, which gives undefined for what it cannot read. */
export function textOf<T>(
  read: (text: string) => T | undefined,
  { known, ...lesson }: TextLesson & KnownWords,
): z.ZodType<T, string> {
  const schema = z.string().transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: 'cannot be read', params: { allowed: known } });
    return z.NEVER;
  });
  return taught(schema, lesson);
}

/** As `textOf`, for values that YAML also reads as a number: `cpu: 2`. */
export function textOrNumberOf<T>(
  read: (text: string) => T | undefined,
  lesson: Lesson,
): z.ZodType<T, string | number> {
  const schema = z.union([z.string(), z.number()]).transform((written, context) => {
    const value = read(String(written));
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: 'cannot be read' });
    return z.NEVER;
  });
  return taught(schema, lesson);
}

const refusedKeys = z.registry<{ readonly why: Readonly<Record<string, string>> }>();

/** The same schema, with the reason why it has no such keys: for those that people expect. */
export function refusing<S extends z.ZodType>(schema: S, why: Readonly<Record<string, string>>): S {
  refusedKeys.add(schema, { why });
  return schema;
}

/** Why the mapping at `path` has no `key`, if there is more to tell than that it has not. */
export function refusalOf(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  key: string,
): string | undefined {
  for (const layer of schemasAt(schema, path).flatMap(layers)) {
    const why = refusedKeys.get(layer as z.ZodType)?.why;
    if (why !== undefined && Object.hasOwn(why, key)) return why[key];
  }
  return undefined;
}

/** What `schema` only wraps: optional, default, readonly and the like, and what a transform reads. */
function wrappedBy(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const def = schema._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType };
  return def.innerType ?? def.in;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = wrappedBy(schema);
  return inner === undefined ? schema : unwrapped(inner);
}

/** The schema that judges the value at `path`; of a union, all its options. */
function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly z.core.$ZodType[] {
  const def = unwrapped(schema)._zod.def as unknown as {
    type: string;
    shape?: Record<string, z.core.$ZodType>;
    element?: z.core.$ZodType;
    valueType?: z.core.$ZodType;
    options?: readonly z.core.$ZodType[];
  };
  if (def.type === 'union') return def.options!.flatMap((option) => schemasAt(option, path));
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const next = def.shape?.[String(step)] ?? def.element ?? def.valueType;
  return next === undefined ? [] : schemasAt(next, rest);
}

/** What to tell about the value at `path`, if `schema` has a lesson there or on the way up from its union. */
export function lessonAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): Lesson | undefined {
  for (const candidate of [...schemasAt(schema, path), ...schemasAtUnion(schema, path)]) {
    for (const layer of layers(candidate)) {
      const lesson = lessons.get(layer as z.ZodType);
      if (lesson) return lesson;
    }
  }
  return undefined;
}

/** As `schemasAt`, but stops at a union instead of going into its options. */
function schemasAtUnion(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly z.core.$ZodType[] {
  if (path.length === 0) return [schema];
  return schemasAt(schema, path.slice(0, -1)).flatMap((parent) => {
    const def = unwrapped(parent)._zod.def as {
      shape?: Record<string, z.core.$ZodType>;
      element?: z.core.$ZodType;
    };
    const next = def.shape?.[String(path.at(-1))] ?? def.element;
    return next === undefined ? [] : [next];
  });
}

function layers(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const inner = wrappedBy(schema);
  return inner === undefined ? [schema] : [schema, ...layers(inner)];
}

/** The keys that a mapping at `path` may have. */
export function knownKeysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const keys = schemasAt(schema, path).flatMap((candidate) => {
    const def = unwrapped(candidate)._zod.def as { shape?: object };
    return Object.keys(def.shape ?? {});
  });
  return [...new Set(keys)];
}
