import { SERVICE_PORT } from '../build/python-service';

/** The application: models that are asked together, in batches, in as many copies as it needs. */
export const SERVE_APP = `"""Two models behind one address, asked at once: batches, an answer from both, and copies by load.

A deployment is a class of which Ray Serve keeps some copies, each a process of its own. They call each other.
"""
import asyncio

from ray import serve
from starlette.requests import Request
from starlette.responses import JSONResponse


@serve.deployment(max_ongoing_requests=32, ray_actor_options={"num_cpus": 0.2})
class Line:
    """A model that works on many questions at the price of one: they are collected for up to 5 ms."""

    def __init__(self, weights, offset):
        self.weights, self.offset = weights, offset

    @serve.batch(max_batch_size=16, batch_wait_timeout_s=0.005)
    async def score(self, rows):
        return [sum(w * x for w, x in zip(self.weights, row)) + self.offset for row in rows]


@serve.deployment(
    max_ongoing_requests=64,
    # A second copy is started while more than eight questions are being answered by the first.
    autoscaling_config={"min_replicas": 1, "max_replicas": 2, "target_ongoing_requests": 8},
    ray_actor_options={"num_cpus": 0.2},
)
class Ensemble:
    """Asks all models at once, and answers with their mean."""

    def __init__(self, *models):
        self.models = models

    async def __call__(self, request: Request):
        try:
            row = [float(value) for value in (await request.json())["features"]]
        except (ValueError, TypeError, KeyError):
            return JSONResponse({"detail": 'send {"features": [1, 2, 3]}'}, status_code=422)
        scores = await asyncio.gather(*(model.score.remote(row) for model in self.models))
        return {"score": sum(scores) / len(scores), "of": list(scores)}


app = Ensemble.bind(
    Line.options(name="first").bind([0.5, -0.25, 1.0], 2.0),
    Line.options(name="second").bind([0.25, 0.25, 1.0], 1.25),
)
`;

/** What is served, and where: in the file, so that a student changes it without a new image. */
export const SERVE_CONFIG = `proxy_location: EveryNode
http_options:
  host: 0.0.0.0
  port: ${SERVICE_PORT}
logging_config:
  log_level: WARNING
  enable_access_log: false
applications:
  - name: app
    route_prefix: /
    import_path: app:app
`;

/** Starts Ray for this pod alone, then the application in the foreground: if either ends, so does the pod. */
export const SERVE_SCRIPT = `#!/bin/sh
set -eu
ray start --head --port=6379 --node-ip-address="$POD_IP" --num-cpus=1 \\
  --object-store-memory="$OBJECT_STORE_BYTES" --dashboard-host=0.0.0.0 --metrics-export-port=8080 \\
  --disable-usage-stats
exec serve run --address="$POD_IP:6379" /files/serve.yaml
`;
