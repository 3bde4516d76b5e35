import type { Call, CallObserver } from '../../../src/rehearsal/provider/call';

/** Creations of a type, perhaps only those with these attributes. */
export interface Creation {
  readonly type: string;
  readonly having?: Readonly<Record<string, string>>;
}

/** Decides a race between two creations of which Terraform was not told to let one wait for the other. */
export class Race implements CallObserver {
  private begin: () => void = () => undefined;
  private readonly first = new Promise<void>((resolve) => (this.begin = resolve));

  constructor(private readonly order: { readonly first: Creation; readonly then: Creation }) {}

  async before(call: Call): Promise<number> {
    // All that follows from the first creation happens before the next turn of the event loop.
    if (isOf(call, this.order.first)) setImmediate(this.begin);
    if (isOf(call, this.order.then)) await this.first;
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
