import { invalid } from '../cloud/cloud-error';
import { textAt } from '../values/read-value';
import { Unknown } from '../values/value';
import type { Attributes } from '../values/value';

/** Id of the project that a resource is in: its own attribute, else the provider's. */
export function projectOf(attributes: Attributes, provider: Attributes): string {
  const project = textAt(attributes, 'project') ?? textAt(provider, 'project');
  if (project === undefined) throw invalid('project: required field is not set');
  return project;
}

/** Region that a resource is in: its own attribute, else the provider's. */
export function regionOf(attributes: Attributes, provider: Attributes): string {
  const region = tryRegion(attributes, provider);
  if (region === undefined) {
    throw invalid("Cannot determine region: set in this resource, or set provider-level 'region' or 'zone'.");
  }
  return region.replace(/^.*\/regions\//, '');
}

/** Location that a resource is in, a region or a zone: its own attribute, else the provider's. */
export function locationOf(attributes: Attributes, provider: Attributes): string {
  const location = tryLocation(attributes, provider);
  if (location === undefined) {
    throw invalid(
      "Cannot determine location: set in this resource, or set provider-level 'region' or 'zone'.",
    );
  }
  return location;
}

/** The region as known at plan time, where the configuration leaves it to the provider. */
export const plannedRegion = (planned: Attributes, provider: Attributes): Attributes =>
  leftToProvider('region', planned, tryRegion({}, provider));

/** The location as known at plan time, where the configuration leaves it to the provider. */
export const plannedLocation = (planned: Attributes, provider: Attributes): Attributes =>
  leftToProvider('location', planned, tryLocation({}, provider));

function leftToProvider(name: string, planned: Attributes, value: string | undefined): Attributes {
  return planned[name] instanceof Unknown && value !== undefined ? { [name]: value } : {};
}

const tryRegion = (attributes: Attributes, provider: Attributes): string | undefined =>
  textAt(attributes, 'region') ?? textAt(provider, 'region') ?? zoneRegion(textAt(provider, 'zone'));

const tryLocation = (attributes: Attributes, provider: Attributes): string | undefined =>
  textAt(attributes, 'location') ?? textAt(provider, 'region') ?? textAt(provider, 'zone');

const zoneRegion = (zone: string | undefined): string | undefined => zone?.replace(/-[a-z]$/, '');

/** Whether a place is a zone: `us-west1-a`. */
export const isZone = (place: string): boolean => /^[a-z]+-[a-z]+\d+-[a-z]$/.test(place);

/** Region of a region or a zone. */
export const regionOfPlace = (place: string): string =>
  isZone(place) ? place.replace(/-[a-z]$/, '') : place;
