/** Makes the data: what a download or a query would do. */
const PREPARE = `"""Writes houses.csv: what a download or a query would do."""
import csv
import pathlib
import random

from settings import settings

wanted = settings("prepare")
draw = random.Random(wanted["seed"])
pathlib.Path("data").mkdir(exist_ok=True)
with open("data/houses.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["income", "age", "price"])
    for _ in range(wanted["rows"]):
        income, age = draw.uniform(1, 10), draw.uniform(1, 50)
        price = 0.4 * income - 0.01 * age + 0.5 + draw.gauss(0, wanted["noise"])
        rows.writerow([f"{value:.4f}" for value in (income, age, price)])
`;

const TRAIN = `"""Fits a line by gradient descent; put your own model here."""
import csv
import json
import pathlib

from settings import settings

wanted = settings("train")
with open("data/houses.csv", newline="") as file:
    rows = [[float(row[name]) for name in ("income", "age", "price")] for row in csv.DictReader(file)]
split = int(len(rows) * 0.8)
weights = [0.0, 0.0, 0.0]
for _ in range(wanted["epochs"]):
    gradient = [0.0, 0.0, 0.0]
    for income, age, price in rows[:split]:
        features = (income / 10, age / 50, 1.0)
        error = sum(w * x for w, x in zip(weights, features)) - price
        gradient = [g + error * x for g, x in zip(gradient, features)]
    weights = [w - wanted["rate"] * g / split for w, g in zip(weights, gradient)]
pathlib.Path("model").mkdir(exist_ok=True)
pathlib.Path("model/weights.json").write_text(json.dumps({"weights": weights, "held_out": rows[split:]}))
`;

const EVALUATE = `"""Measures the model on what it has not seen."""
import json
import pathlib

model = json.loads(pathlib.Path("model/weights.json").read_text())
errors = [
    abs(sum(w * x for w, x in zip(model["weights"], (income / 10, age / 50, 1.0))) - price)
    for income, age, price in model["held_out"]
]
pathlib.Path("metrics.json").write_text(json.dumps({"mean_error": round(sum(errors) / len(errors), 4)}) + "\\n")
`;

const SETTINGS = `import json
import pathlib


def settings(stage):
    return json.loads(pathlib.Path("params.json").read_text())[stage]
`;

const PARAMS = `{
  "prepare": { "rows": 500, "seed": 7, "noise": 0.1 },
  "train": { "epochs": 200, "rate": 0.5 }
}
`;

const PIPELINE = `# Each stage says what it reads and what it makes: dvc runs again only what must be.
stages:
  prepare:
    cmd: python prepare.py
    deps: [prepare.py, settings.py]
    params:
      - params.json: [prepare]
    outs: [data/houses.csv]
  train:
    cmd: python train.py
    deps: [train.py, settings.py, data/houses.csv]
    params:
      - params.json: [train]
    outs: [model/weights.json]
  evaluate:
    cmd: python evaluate.py
    deps: [evaluate.py, model/weights.json]
    metrics:
      - metrics.json:
          cache: false
`;

/** Everything that is done once, in a folder with these files. */
const start = (remote: string): string => `#!/bin/sh
# pip install dvc dvc-gs; on your own machine also: gcloud auth application-default login
set -eu
git init --quiet 2>/dev/null || true
dvc init --quiet
dvc remote add --default bucket ${remote}
dvc repro
dvc push
git add --all
echo 'Now: git commit -m "A first run"'
`;

/** Files of a small project with its data and models in the bucket, by name. */
export const dvcProject = (remote: string): Readonly<Record<string, string>> => ({
  'start.sh': start(remote),
  'dvc.yaml': PIPELINE,
  'params.json': PARAMS,
  'settings.py': SETTINGS,
  'prepare.py': PREPARE,
  'train.py': TRAIN,
  'evaluate.py': EVALUATE,
});
