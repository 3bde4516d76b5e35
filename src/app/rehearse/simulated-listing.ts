import type { ListedEntry, ListingQuery } from '../../core/recover/listings';
import type { Asset } from '../../rehearsal/cloud/asset';
import type { Cloud } from '../../rehearsal/cloud/cloud';
import { billingAccountName } from '../../rehearsal/provider/cloud-names';
import { textAt, textMapAt } from '../../rehearsal/values/read-value';
import type { Listed, ResourceListing } from '../recover/resource-listing';

/** Lists what stands in a simulated cloud, as Google's API does. */
export class SimulatedListing implements ResourceListing {
  constructor(private readonly cloud: Cloud) {}

  list(query: ListingQuery): Promise<Listed> {
    return Promise.resolve({ ok: true, entries: this.entries(query) });
  }

  private entries({ type, place }: ListingQuery): readonly ListedEntry[] {
    switch (type) {
      case 'google_billing_budget':
        return this.cloud
          .childrenOf(billingAccountName(place))
          .filter((asset) => asset.type === 'billingbudgets.googleapis.com/Budget')
          .map(({ data }) => ({ name: textAt(data, 'id') ?? '', displayName: textAt(data, 'display_name') }));
      case 'google_monitoring_notification_channel':
        return this.cloud
          .inProject(place)
          .filter((asset) => asset.type === 'monitoring.googleapis.com/NotificationChannel')
          .map(channelEntry);
      default:
        throw new Error(`the simulated cloud lists no ${type}`);
    }
  }
}

const channelEntry = ({ data }: Asset): ListedEntry => ({
  name: textAt(data, 'name') ?? '',
  displayName: textAt(data, 'display_name'),
  type: textAt(data, 'type'),
  labels: textMapAt(data, 'labels'),
});
