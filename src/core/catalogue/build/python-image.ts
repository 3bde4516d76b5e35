import type { CatalogueImage } from '../toolkit';

/** Python as it is published, without anything beside it. */
export const PYTHON_IMAGE: CatalogueImage = {
  ref: 'docker.io/library/python:3.12.14-slim-trixie@sha256:78387bc3881b8273120a12ebe6c1ab22b018ccc2c9adf565ae1ac9b536e184ea',
  source: 'manifests of several public projects that pin it; https://hub.docker.com/_/python',
  date: '2026-09',
};

/** A user of no name, for images that run as anybody. */
export const ANY_USER = 10001;
