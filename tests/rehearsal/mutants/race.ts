import type { Call, CallObserver } from '../../../src/rehearsal/provider/call';

/** Creations of a type, perhaps only those with these attributes. */
export interface Creation {
  readonly type: string;
  readonly having?: Readonly<Record<string, string>>;
}

/** How a race ends: what comes first, and all that comes after it. */
export interface Order {
  readonly first: Creation;
  readonly then: readonly Creation[];
}

/** Decides a race between creations of which Terraform was not told to let one wait for the other. */
export class Race implements CallObserver {
  private begin: () => void = () => undefined;
  private readonly first = new Promise<void>((resolve) => (this.begin = resolve));

  constructor(private readonly order: Order) {}

  async before(call: Call): Promise<number> {
    // All that follows from the first creation happens before the next turn of the event loop.
    if (isOf(call, this.order.first)) setImmediate(this.begin);
    if (this.order.then.some((creation) => isOf(call, creation))) await this.first;
    return 0;
  }

  after(): void {
    // Nothing is lost on the way.
  }
}

const isOf = ({ action, type, attributes }: Call, creation: Creation): boolean =>
  action === 'create' &&
  type === creation.type &&
  Object.entries(creation.having ?? {}).every(([name, value]) => attributes[name] === value);
