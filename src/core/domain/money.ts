const MICROS = 1_000_000;

/** An amount of US dollars, exact to a millionth: what Google bills in and what our price table holds. */
export class Money {
  static readonly ALLOWED = 'dollars with up to two decimals and the currency: 40 USD, 12.50 USD';
  static readonly ZERO = new Money(0);

  static tryParse(text: string): Money | undefined {
    const match = /^(\d{1,7}(?:\.\d{1,2})?) USD$/.exec(text);
    return match ? new Money(Math.round(Number(match[1]) * MICROS)) : undefined;
  }

  static parse(text: string): Money {
    const money = Money.tryParse(text);
    if (!money) throw new Error(`"${text}" is not an amount of money: ${Money.ALLOWED}`);
    return money;
  }

  readonly currency = 'USD';

  private constructor(readonly micros: number) {
    if (!Number.isSafeInteger(micros) || micros < 0)
      throw new Error(`${micros} millionths of a dollar is not an amount`);
  }

  /** Whole dollars, rounded up: what a budget is written in. */
  get wholeUnits(): number {
    return Math.ceil(this.micros / MICROS);
  }

  plus(other: Money): Money {
    return new Money(this.micros + other.micros);
  }

  times(factor: number): Money {
    return new Money(Math.round(this.micros * factor));
  }

  toString(): string {
    return `${(this.micros / MICROS).toFixed(2)} USD`;
  }

  toJSON(): string {
    return this.toString();
  }
}
