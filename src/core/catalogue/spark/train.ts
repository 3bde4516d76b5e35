/** Program of MLlib: makes its data on the workers, trains there, and tells what the model is worth. */
export const TRAIN = `"""Train a classifier with MLlib on the workers of the place.

The data is drawn here, so that nothing has to be downloaded: two measurements of a machine, and
whether it failed. Put spark.read.parquet(...) in its place when you have data of your own.
"""
import sys

from pyspark.ml import Pipeline
from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.feature import StandardScaler, VectorAssembler
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

rows = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
spark = SparkSession.builder.appName("train").getOrCreate()

data = (
    spark.range(rows)
    .withColumn("heat", F.randn(seed=1) * 8 + 60)
    .withColumn("load", F.rand(seed=2))
    .withColumn("risk", (F.col("heat") - 60) / 8 + 4 * F.col("load") - 2 + F.randn(seed=3) / 2)
    .withColumn("label", (F.col("risk") > 0).cast("double"))
    .drop("risk")
)
training, test = data.randomSplit([0.8, 0.2], seed=4)

pipeline = Pipeline(
    stages=[
        VectorAssembler(inputCols=["heat", "load"], outputCol="raw"),
        StandardScaler(inputCol="raw", outputCol="features"),
        LogisticRegression(maxIter=20),
    ]
)
model = pipeline.fit(training.cache())
predicted = model.transform(test)

print("rows:", rows, "in", training.rdd.getNumPartitions(), "parts")
print("area under ROC: %.3f" % BinaryClassificationEvaluator().evaluate(predicted))
print("coefficients:", [round(float(c), 2) for c in model.stages[-1].coefficients])
spark.stop()
`;
