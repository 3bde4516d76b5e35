import { serverWithDisk, sizesOf } from '../build/pods';
import { PODS_AND_DISKS_SHOWN } from '../build/shown-on';
import type { Toolkit } from '../toolkit';
import { MLFLOW, MLFLOW_IMAGE, MLFLOW_PORT, MLFLOW_SHAPES, mlflowServer } from './server';

export const MLFLOW_EXAMPLE = `"""Log a run with its model, and load the model back.

    kubectl port-forward service/mlflow 5000
    pip install mlflow==3.16.1
    python3 track.py
"""
import os

import mlflow
from mlflow import MlflowClient

mlflow.set_tracking_uri(os.environ.get("MLFLOW_TRACKING_URI", "http://localhost:5000"))
mlflow.set_experiment("first-steps")


class Line(mlflow.pyfunc.PythonModel):
    """The smallest model there is: y = slope * x + offset."""

    def __init__(self, slope, offset):
        self.slope, self.offset = slope, offset

    def predict(self, context, model_input: list[float]) -> list[float]:
        return [self.slope * x + self.offset for x in model_input]


def fitted(points):
    xs, ys = zip(*points)
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x in xs)
    return Line(slope, mean_y - slope * mean_x)


points = [(0.0, 1.0), (1.0, 3.1), (2.0, 4.9), (3.0, 7.0)]

with mlflow.start_run() as run:
    model = fitted(points)
    errors = [(y - p) ** 2 for (_, y), p in zip(points, model.predict(None, [x for x, _ in points]))]
    mlflow.log_params({"points": len(points)})
    mlflow.log_metric("mean_squared_error", sum(errors) / len(errors))
    logged = mlflow.pyfunc.log_model(
        name="line", python_model=model, registered_model_name="line", pip_requirements=["mlflow==3.16.1"]
    )

again = mlflow.pyfunc.load_model(logged.model_uri)
print("run:", MlflowClient().get_run(run.info.run_id).info.status)
print("mean squared error: %.4f" % MlflowClient().get_run(run.info.run_id).data.metrics["mean_squared_error"])
print("at 10 the loaded model says: %.2f" % again.predict([10.0])[0])
`;

/** MLflow: runs and models of a place, with a page to compare them. */
export const mlflow: Toolkit = {
  id: MLFLOW,
  title: 'MLflow',
  area: 'experiments',
  gives: 'A tracking server of your own for runs and models, whose files are in your bucket.',
  licence: 'Apache-2.0',
  homepage: 'https://mlflow.org',
  sizes: sizesOf(MLFLOW_SHAPES, serverWithDisk),
  images: [
    {
      ref: MLFLOW_IMAGE,
      source:
        'manifests of four public projects that pin it; https://github.com/mlflow/mlflow/pkgs/container/mlflow',
      date: '2026-10',
    },
  ],
  place: mlflowServer,
  endpoint: { service: MLFLOW, port: MLFLOW_PORT, protocol: 'http' },
  examples: () => [{ name: 'track.py', text: MLFLOW_EXAMPLE }],
  smoke: { kubectl: ['rollout', 'status', 'statefulset/mlflow'], says: 'complete' },
  handout: ({ bucket }) =>
    [
      `Programs of your place reach it as \`http://${MLFLOW}:${MLFLOW_PORT}\`; set \`MLFLOW_TRACKING_URI\` to that. Nobody else reaches it, so it asks for no password. Its page, and a first run from your own machine:`,
      '',
      '```sh',
      `kubectl port-forward service/${MLFLOW} ${MLFLOW_PORT} &`,
      'pip install mlflow==3.16.1',
      'python3 track.py',
      '```',
      '',
      `Then open <http://localhost:${MLFLOW_PORT}>. Runs are in a database on the disk of the server, files of models in \`gs://${bucket}/mlflow\`: clients hand them to the server and need no right to the bucket. It sleeps when no lab needs it, and keeps all.`,
    ].join('\n'),
  dashboards: [PODS_AND_DISKS_SHOWN],
  shown: {
    how: 'run',
    what: 'the server with these flags and a bucket on loopback; the example logs a run and loads its model back',
  },
};
