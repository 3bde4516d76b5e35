import { z } from 'zod';
import { tryParseJson } from '../archive/parse-json';

/** A resource as a state of Terraform remembers it. */
export interface StateResource {
  /** `google_storage_bucket.Data`. */
  readonly address: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const STATE = z.object({
  resources: z
    .array(
      z.object({
        mode: z.string(),
        type: z.string(),
        name: z.string(),
        instances: z.array(z.object({ attributes: z.record(z.string(), z.unknown()).nullish() })),
      }),
    )
    .default([]),
});

/**
 * The resources that a state of version 4 remembers, those left out that are data or stand in no cloud; undefined if
 * the text is no state. A stack that was never applied has an empty text for a state.
 */
export function tryReadState(text: string): readonly StateResource[] | undefined {
  if (text.trim() === '') return [];
  const state = STATE.safeParse(tryParseJson(text));
  if (!state.success) return undefined;
  return state.data.resources
    .filter(({ mode, type }) => mode === 'managed' && type !== 'terraform_data')
    .flatMap(({ type, name, instances }) =>
      instances.map(({ attributes }) => ({ address: `${type}.${name}`, type, attributes: attributes ?? {} })),
    );
}
