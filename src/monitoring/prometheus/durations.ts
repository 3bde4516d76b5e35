/** A length of time as Prometheus writes it. */
export const seconds = (amount: number): string => `${amount}s`;
