import type { Listed, ResourceListing } from '../../../src/app/recover/resource-listing';
import type { ListingQuery } from '../../../src/core/recover/listings';

export const ACCOUNT = '0A1B2C-3D4E5F-6A7B8C';

export const budgetId = (own: number): string => `billingAccounts/${ACCOUNT}/budgets/${own}`;

/** Answers every query alike, and keeps what it was asked. */
export class FakeListing implements ResourceListing {
  readonly asked: ListingQuery[] = [];

  constructor(private readonly listed: Listed) {}

  /** Lists budgets that are all called alike. */
  static budgets(...ids: readonly number[]): FakeListing {
    const entries = ids.map((id) => ({ name: budgetId(id), displayName: 'Practicum lab-c1' }));
    return new FakeListing({ ok: true, entries });
  }

  list(query: ListingQuery): Promise<Listed> {
    this.asked.push(query);
    return Promise.resolve(this.listed);
  }
}
