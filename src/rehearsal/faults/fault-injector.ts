import { CloudError } from '../cloud/cloud-error';
import type { Call, CallObserver } from '../provider/call';
import type { Fault, RefusalStatus } from './fault';
import { ANY } from './fault';

/** What an injector can do beyond refusing a call. */
export interface FaultPowers {
  /** Breaks the connections of all providers off. */
  crashProviders(): void;
  /** Kills every terraform that runs, and what started it. */
  killTerraform(): void;
}

/** How Google words it. */
const REASONS: Readonly<Record<RefusalStatus, readonly [reason: string, message: string]>> = {
  429: ['rateLimitExceeded', 'Quota exceeded for quota metric ‘Write requests’ per minute; try again later'],
  409: ['aborted', 'There were concurrent changes, or the resource is being changed; try again'],
  403: ['forbidden', 'The caller does not have permission, or it has not propagated yet; try again in some minutes'],
  500: ['internalError', 'An internal error has occurred; try again later'],
  503: ['backendError', 'The service is currently unavailable; try again later'],
};

interface Armed {
  readonly fault: Fault;
  seen: number;
  strikes: number;
}

/** Makes calls fail as faults say, each at its nth matching call after it was armed. */
export class FaultInjector implements CallObserver {
  private armed: Armed[] = [];
  private down = false;

  constructor(private readonly powers: FaultPowers) {}

  arm(faults: readonly Fault[]): void {
    this.armed = faults.map((fault) => ({ fault, seen: 0, strikes: 0 }));
  }

  /** Ends all faults, and tells which of them struck. */
  disarm(): readonly Fault[] {
    const struck = this.armed.filter(({ strikes }) => strikes > 0).map(({ fault }) => fault);
    this.armed = [];
    this.down = false;
    return struck;
  }

  /** Whether the providers have crashed, and take no connection until the run has ended. */
  get providersDown(): boolean {
    return this.down;
  }

  before(call: Call): number {
    let seconds = 0;
    for (const armed of this.armed) {
      const { fault } = armed;
      if (fault.kind === 'provider-crash' && (armed.seen += 1) === fault.nth) this.crash(armed);
      if (fault.kind === 'slow' && strikes(armed, call)) seconds += fault.seconds;
      if (fault.kind === 'refuse' && fault.when === 'before' && strikes(armed, call)) throw refusal(fault.status);
    }
    return seconds;
  }

  async after(call: Call): Promise<void> {
    for (const armed of this.armed) {
      const { fault } = armed;
      if (fault.kind === 'refuse' && fault.when === 'after' && strikes(armed, call)) throw refusal(fault.status);
      if (fault.kind === 'terraform-killed' && isWrite(call) && (armed.seen += 1) === fault.afterOperations) {
        armed.strikes += 1;
        this.powers.killTerraform();
        // Nobody is left to answer.
        await new Promise(() => undefined);
      }
    }
  }

  private crash(armed: Armed): void {
    armed.strikes += 1;
    this.down = true;
    this.powers.crashProviders();
    throw refusal(503);
  }
}

const isWrite = ({ action }: Call): boolean =>
  action === 'create' || action === 'update' || action === 'delete';

/** Counts a call that matches, and tells whether it is one of those to strike. */
function strikes(armed: Armed, call: Call): boolean {
  const { fault } = armed;
  if (fault.kind !== 'refuse' && fault.kind !== 'slow') return false;
  if (fault.action !== call.action || (fault.type !== ANY && fault.type !== call.type)) return false;
  armed.seen += 1;
  const struck = armed.seen >= fault.nth && armed.seen < fault.nth + fault.times;
  if (struck) armed.strikes += 1;
  return struck;
}

function refusal(status: RefusalStatus): CloudError {
  const [reason, message] = REASONS[status];
  return new CloudError({ status, reason, message });
}
