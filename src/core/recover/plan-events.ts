import { z } from 'zod';

/** An error that terraform reports. */
export interface TerraformError {
  readonly summary: string;
  readonly detail: string;
}

/** What `terraform plan -json` tells on its way. */
export interface PlanEvents {
  readonly errors: readonly TerraformError[];
  /** Addresses whose reading began. */
  readonly begun: ReadonlySet<string>;
  /** Addresses whose reading ended well. */
  readonly read: ReadonlySet<string>;
}

const EVENT = z.object({
  type: z.string(),
  diagnostic: z
    .object({ severity: z.string(), summary: z.string(), detail: z.string().default('') })
    .optional(),
  hook: z.object({ resource: z.object({ addr: z.string() }) }).optional(),
});

/** The events in an output of one JSON object a line; lines that are none are left out. */
export function readEvents(output: string): PlanEvents {
  const events = output.split('\n').flatMap((line) => {
    const event = EVENT.safeParse(tryJson(line));
    return event.success ? [event.data] : [];
  });
  const addresses = (type: string): ReadonlySet<string> =>
    new Set(events.flatMap((event) => (event.type === type && event.hook ? [event.hook.resource.addr] : [])));
  return {
    errors: events.flatMap(({ diagnostic }) => (diagnostic?.severity === 'error' ? [diagnostic] : [])),
    begun: addresses('refresh_start'),
    read: addresses('refresh_complete'),
  };
}

function tryJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
