import { CloudError } from '../cloud/cloud-error';

/** A call that GitHub refuses, as its provider prints it. */
export class GithubError extends CloudError {
  constructor(
    private readonly call: string,
    status: number,
    message: string,
  ) {
    super({ status, reason: 'github', message });
  }

  override get text(): string {
    return `${this.call}: ${this.status} ${this.message}`;
  }
}
