import type { Call, CallObserver } from './call';

/** What Terraform changed since the counting began. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly destroyed: number;
}

/** Counts calls that succeeded, and tells of each. */
export class CallCount implements CallObserver {
  private counts = { create: 0, update: 0, delete: 0, read: 0, import: 0, data: 0 };

  constructor(private readonly onCall: (call: Call) => void) {}

  before(): number {
    return 0;
  }

  after(call: Call): void {
    this.counts[call.action] += 1;
    this.onCall(call);
  }

  /** The changes since the last time it was asked. */
  take(): Changes {
    const { create, update, delete: destroyed } = this.counts;
    this.counts = { create: 0, update: 0, delete: 0, read: 0, import: 0, data: 0 };
    return { added: create, changed: update, destroyed };
  }
}

/** Several observers, each in its turn; the seconds that they add are summed. */
export function allOf(...observers: readonly CallObserver[]): CallObserver {
  return {
    before: async (call) => {
      let seconds = 0;
      for (const observer of observers) seconds += await observer.before(call);
      return seconds;
    },
    after: async (call, outcome) => {
      for (const observer of observers) await observer.after(call, outcome);
    },
  };
}
