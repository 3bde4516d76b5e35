const BINARY = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 } as const;
type BinaryUnit = keyof typeof BINARY;

const MIB = BINARY.Mi;

/** An amount of CPU, in thousandths of a core. */
export class Cpu {
  static readonly ALLOWED = 'cores with up to three decimals, or thousandths with "m": 2, 0.5, 500m';
  static readonly ZERO = new Cpu(0);

  static tryParse(text: string): Cpu | undefined {
    const match = /^(?:(\d{1,7})m|(\d{1,4}(?:\.\d{1,3})?))$/.exec(text);
    if (!match) return undefined;
    return new Cpu(match[1] === undefined ? Math.round(Number(match[2]) * 1000) : Number(match[1]));
  }

  static parse(text: string): Cpu {
    const cpu = Cpu.tryParse(text);
    if (!cpu) throw new Error(`"${text}" is not an amount of CPU: ${Cpu.ALLOWED}`);
    return cpu;
  }

  static millis(millis: number): Cpu {
    return new Cpu(millis);
  }

  private constructor(readonly millis: number) {
    if (!Number.isSafeInteger(millis) || millis < 0)
      throw new Error(`${millis} thousandths of a core is not an amount`);
  }

  plus(other: Cpu): Cpu {
    return new Cpu(this.millis + other.millis);
  }

  minus(other: Cpu): Cpu {
    return new Cpu(this.millis - other.millis);
  }

  times(factor: number): Cpu {
    return new Cpu(Math.round(this.millis * factor));
  }

  atLeast(other: Cpu): Cpu {
    return this.millis >= other.millis ? this : other;
  }

  /** Kubernetes notation, canonical: whole cores without a suffix, the rest in thousandths. */
  toString(): string {
    return this.millis % 1000 === 0 ? String(this.millis / 1000) : `${this.millis}m`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** An amount of memory or storage, in bytes, always a whole number of MiB. */
export class Bytes {
  static readonly ALLOWED = 'a number with a unit Mi, Gi or Ti: 512Mi, 2Gi';
  static readonly ZERO = new Bytes(0);

  static tryParse(text: string): Bytes | undefined {
    const match = /^(\d{1,6}(?:\.\d{1,2})?)(Mi|Gi|Ti)$/.exec(text);
    if (!match) return undefined;
    const bytes = Math.round((Number(match[1]) * BINARY[match[2] as BinaryUnit]) / MIB) * MIB;
    return Number.isSafeInteger(bytes) ? new Bytes(bytes) : undefined;
  }

  static parse(text: string): Bytes {
    const bytes = Bytes.tryParse(text);
    if (!bytes) throw new Error(`"${text}" is not an amount of memory or storage: ${Bytes.ALLOWED}`);
    return bytes;
  }

  static mebi(count: number): Bytes {
    return new Bytes(count * MIB);
  }

  static gibi(count: number): Bytes {
    return new Bytes(count * BINARY.Gi);
  }

  private constructor(readonly bytes: number) {
    if (!Number.isSafeInteger(bytes) || bytes < 0) throw new Error(`${bytes} bytes is not an amount`);
  }

  get gibi(): number {
    return this.bytes / BINARY.Gi;
  }

  plus(other: Bytes): Bytes {
    return new Bytes(this.bytes + other.bytes);
  }

  minus(other: Bytes): Bytes {
    return new Bytes(this.bytes - other.bytes);
  }

  times(factor: number): Bytes {
    return new Bytes(Math.round((this.bytes * factor) / MIB) * MIB);
  }

  atLeast(other: Bytes): Bytes {
    return this.bytes >= other.bytes ? this : other;
  }

  /** Kubernetes notation, canonical: the largest binary unit that gives a whole number. */
  toString(): string {
    if (this.bytes === 0) return '0';
    const unit =
      (['Ti', 'Gi', 'Mi'] as const).find((candidate) => this.bytes % BINARY[candidate] === 0) ?? 'Ki';
    return `${this.bytes / BINARY[unit]}${unit}`;
  }

  toJSON(): string {
    return this.toString();
  }
}
