import type { CatalogueImage } from '../toolkit';

/** What a service runs until a student deploys: it says hello, and keeps nothing. */
export const EMPTY_SERVICE: CatalogueImage = {
  ref: 'us-docker.pkg.dev/cloudrun/container/hello:latest@sha256:95ade4b17adcd07623b0a0c68359e344fe54e65d0cb01b989e24c39f2fcd296a',
  source: 'https://cloud.google.com/deploy/docs/deploy-app-run',
  date: '2026-11',
};

/** The same by its digest alone, as Google's own pages deploy it. */
export const EMPTY_SERVICE_IMAGE = EMPTY_SERVICE.ref.replace(/:[^:@/]+@/, '@');
