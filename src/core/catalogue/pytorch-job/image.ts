import type { CatalogueImage } from '../toolkit';

/** PyTorch with CUDA; it runs on processors as well, and there is no smaller one of the publisher's. */
export const PYTORCH_IMAGE: CatalogueImage = {
  ref: 'docker.io/pytorch/pytorch:2.11.0-cuda12.8-cudnn9-runtime@sha256:eee11b3b3872a8c838e35ef48f08b2d5def2080902c7f666831310ca1a0ef2be',
  source: 'manifests of public projects that pin it; https://hub.docker.com/r/pytorch/pytorch',
  date: '2026-05',
};
