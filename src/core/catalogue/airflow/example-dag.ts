/** Three steps of which each does one thing, and what one gives the next; tasks reach the bucket without a key. */
export const EXAMPLE_DAG = `"""A model that is trained every night: get, train, judge."""
import random
from datetime import datetime, timedelta

from airflow.sdk import dag, task


@dag(
    schedule="0 3 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    # Two runs at once would train on each other's data.
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(seconds=30)},
    tags=["lab"],
)
def houses():
    @task
    def get(rows=200):
        draw = random.Random(7)
        incomes = [draw.uniform(1, 10) for _ in range(rows)]
        return [[income, 0.4 * income + 0.1 + draw.gauss(0, 0.05)] for income in incomes]

    @task
    def train(rows):
        count = len(rows)
        mean_x = sum(x for x, _ in rows) / count
        mean_y = sum(y for _, y in rows) / count
        slope = sum((x - mean_x) * (y - mean_y) for x, y in rows) / sum((x - mean_x) ** 2 for x, _ in rows)
        return {"slope": slope, "intercept": mean_y - slope * mean_x}

    @task
    def judge(rows, model):
        error = sum(abs(model["slope"] * x + model["intercept"] - y) for x, y in rows) / len(rows)
        print(f"mean error {error:.3f} with {model}")
        if error > 0.1:
            raise ValueError("The new model is worse than what is allowed: it goes nowhere.")
        return round(error, 3)

    rows = get()
    judge(rows, train(rows))


houses()
`;
