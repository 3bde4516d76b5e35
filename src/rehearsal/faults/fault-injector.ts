import { CloudError } from '../cloud/cloud-error';
import type { Call, CallObserver } from '../provider/call';
import type { Fault, OperationMatch, RefusalStatus } from './fault';
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
  403: [
    'forbidden',
    'The caller does not have permission, or it has not propagated yet; try again in some minutes',
  ],
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
    // Each fault counts the call first: what one of them makes of it changes nothing for the others.
    const striking = this.armed.filter((armed) => strikesBefore(armed, call));
    const faults = striking.map(({ fault }) => fault);
    for (const armed of striking) armed.strikes += 1;
    if (faults.some(({ kind }) => kind === 'provider-crash')) {
      this.down = true;
      this.powers.crashProviders();
      throw refusal(503);
    }
    for (const fault of faults) if (fault.kind === 'refuse') throw refusal(fault.status);
    return faults.reduce((sum, fault) => sum + (fault.kind === 'slow' ? fault.seconds : 0), 0);
  }

  async after(call: Call): Promise<void> {
    const striking = this.armed.filter((armed) => strikesAfter(armed, call));
    for (const armed of striking) armed.strikes += 1;
    const faults = striking.map(({ fault }) => fault);
    if (faults.some(({ kind }) => kind === 'terraform-killed')) {
      this.powers.killTerraform();
      // Nobody is left to answer.
      await new Promise(() => undefined);
    }
    for (const fault of faults) if (fault.kind === 'refuse') throw refusal(fault.status);
  }
}

const isWrite = ({ action }: Call): boolean =>
  action === 'create' || action === 'update' || action === 'delete';

/** Counts a call that Google has not heard of yet, and tells whether it is one of those to strike. */
function strikesBefore(armed: Armed, call: Call): boolean {
  const { fault } = armed;
  if (fault.kind === 'provider-crash') return (armed.seen += 1) === fault.nth;
  return (
    (fault.kind === 'slow' || (fault.kind === 'refuse' && fault.when === 'before')) &&
    isNth(armed, fault, call)
  );
}

/** Counts a call that Google has done, and tells whether it is one of those to strike. */
function strikesAfter(armed: Armed, call: Call): boolean {
  const { fault } = armed;
  if (fault.kind === 'terraform-killed') return isWrite(call) && (armed.seen += 1) === fault.afterOperations;
  return fault.kind === 'refuse' && fault.when === 'after' && isNth(armed, fault, call);
}

function isNth(armed: Armed, { action, type, nth, times }: OperationMatch, call: Call): boolean {
  if (action !== call.action || (type !== ANY && type !== call.type)) return false;
  armed.seen += 1;
  return armed.seen >= nth && armed.seen < nth + times;
}

function refusal(status: RefusalStatus): CloudError {
  const [reason, message] = REASONS[status];
  return new CloudError({ status, reason, message });
}
