/** Why Google refuses a call: its HTTP status, its word for it, and a sentence. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
  readonly message: string;
}

/** A call that Google refuses, or that fails on the way. */
export class CloudError extends Error {
  readonly status: number;
  readonly reason: string;

  constructor({ status, reason, message }: Refusal) {
    super(message);
    this.status = status;
    this.reason = reason;
  }

  /** As the provider prints it. */
  get text(): string {
    return `googleapi: Error ${this.status}: ${this.message}, ${this.reason}`;
  }
}

export const notFound = (message: string): CloudError =>
  new CloudError({ status: 404, reason: 'notFound', message });

export const alreadyExists = (message: string): CloudError =>
  new CloudError({ status: 409, reason: 'alreadyExists', message });

export const invalid = (message: string): CloudError =>
  new CloudError({ status: 400, reason: 'badRequest', message });

export const forbidden = (message: string): CloudError =>
  new CloudError({ status: 403, reason: 'forbidden', message });

export const failedPrecondition = (message: string): CloudError =>
  new CloudError({ status: 400, reason: 'failedPrecondition', message });
