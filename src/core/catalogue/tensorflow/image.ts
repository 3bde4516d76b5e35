import type { CatalogueImage } from '../toolkit';

/** TensorFlow with Keras, on processors: for one pod, and for several that train together. */
export const TENSORFLOW_IMAGE: CatalogueImage = {
  ref: 'docker.io/tensorflow/tensorflow:2.21.0@sha256:f325279f01a3e742a1285d8d736b7e600f72ccf8b55cc19ee0a90b8cbfce4c7a',
  source:
    'manifests of a public project that pins it, for amd64; https://hub.docker.com/r/tensorflow/tensorflow',
  date: '2026-09',
};
