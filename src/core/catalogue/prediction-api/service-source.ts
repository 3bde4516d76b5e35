/** A model that can be read: what it knows is in `model.json`. */
export const MODEL_FILE = `{
  "intercept": 8.0,
  "weights": { "distance_km": 2.5, "items": 0.2, "rush_hour": 6.0 }
}
`;

/** The service: one question, checked; one answer; health and metrics for those who run it. */
export const SERVICE_SOURCE = `"""How many minutes a delivery takes: a model behind an API.

The model is a sum with four numbers, so that all else can be seen. Put yours in its place: load it
once when the service starts, and never while it answers.
"""
import json
import os
from pathlib import Path

from fastapi import FastAPI
from prometheus_fastapi_instrumentator import Instrumentator
from pydantic import BaseModel, ConfigDict, Field

HERE = Path(__file__).parent
MODEL = json.loads(Path(os.environ.get("MODEL_FILE", HERE / "model.json")).read_text())


class Delivery(BaseModel):
    """What is asked. A field that is wrong or unknown is answered with 422, and says which."""

    model_config = ConfigDict(extra="forbid")

    distance_km: float = Field(gt=0, le=100, allow_inf_nan=False)
    items: int = Field(ge=1, le=200)
    rush_hour: bool = False


class Prediction(BaseModel):
    minutes: float


app = FastAPI(title="Prediction API")


@app.post("/predict")
def predict(delivery: Delivery) -> Prediction:
    weights = MODEL["weights"]
    minutes = MODEL["intercept"] + sum(weights[name] * value for name, value in delivery)
    return Prediction(minutes=round(minutes, 1))


@app.get("/health")
def health() -> dict[str, str]:
    """For the probes: the model is loaded, or the service had not started."""
    return {"status": "healthy"}


# /metrics, with the names that your boards read. Buckets go to the 2 seconds that a goal may be, and beyond.
Instrumentator(excluded_handlers=["/metrics", "/health"]).instrument(
    app, latency_lowr_buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5)
).expose(app, include_in_schema=False)
`;
