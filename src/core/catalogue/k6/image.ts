import type { CatalogueImage } from '../toolkit';

/** Image of k6: what a student starts, and what a lab is graded with if its rubric names no other. */
export const K6_IMAGE: CatalogueImage = {
  ref: 'docker.io/grafana/k6:1.8.1@sha256:23f2279054c3e01535455c4d92914a625df12aeb631ea0e3ea7a43f96bcbc843',
  source: 'two public projects that pin it by digest; https://hub.docker.com/r/grafana/k6',
  date: '2026-11',
};
