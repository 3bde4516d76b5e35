/** Both exercises in one file, in two phases and plain Python: what a framework does is in `shuffled`. */
export const BY_HAND = `"""MapReduce by hand: word count and inverted index, in one process and two phases.

    python3 by_hand.py wordcount *.txt
    python3 by_hand.py index *.txt
"""
import sys
from collections import defaultdict
from pathlib import Path


def words(text):
    return [word for word in "".join(c.lower() if c.isalpha() else " " for c in text).split()]


# Phase 1: each document by itself gives pairs. This is what many machines can do at once.
def map_wordcount(name, text):
    return [(word, 1) for word in words(text)]


def map_index(name, text):
    return [(word, name) for word in set(words(text))]


def shuffled(pairs):
    """Bring what has the same key to one place: the only step that needs the network."""
    groups = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


# Phase 2: each key by itself.
def reduce_wordcount(word, ones):
    return sum(ones)


def reduce_index(word, names):
    return sorted(names)


JOBS = {"wordcount": (map_wordcount, reduce_wordcount), "index": (map_index, reduce_index)}


def run(job, documents):
    map_one, reduce_one = JOBS[job]
    pairs = [pair for name, text in documents for pair in map_one(name, text)]
    return {key: reduce_one(key, values) for key, values in sorted(shuffled(pairs).items())}


if __name__ == "__main__":
    job, *paths = sys.argv[1:]
    for key, value in run(job, [(Path(p).name, Path(p).read_text()) for p in paths]).items():
        print(key, value if job == "wordcount" else " ".join(value), sep="\\t")
`;

/** The same on Spark's RDDs, over the same texts. */
export const ON_SPARK = `"""MapReduce on Spark: the same two exercises on resilient distributed datasets.

What by_hand.py does in shuffled() is here reduceByKey and groupByKey. Find out which of
both sends less over the network, and where the page of Spark shows it.
"""
import sys
from pathlib import Path

from pyspark.sql import SparkSession

from by_hand import words

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
spark = SparkSession.builder.appName("mapreduce").getOrCreate()
# The texts are where the program starts and not on the workers: they are sent there from here.
texts = [(path.name, path.read_text()) for path in sorted(folder.glob("*.txt"))]
documents = spark.sparkContext.parallelize(texts, len(texts)).cache()

counts = (
    documents.flatMap(lambda pair: words(pair[1]))
    .map(lambda word: (word, 1))
    .reduceByKey(lambda a, b: a + b)
)
index = (
    documents.flatMap(lambda pair: [(word, pair[0]) for word in set(words(pair[1]))])
    .groupByKey()
    .mapValues(sorted)
)

for word, count in counts.takeOrdered(5, key=lambda pair: (-pair[1], pair[0])):
    print(word, count, sep="\\t")
for word, names in sorted(index.collect())[:5]:
    print(word, " ".join(names), sep="\\t")
spark.stop()
`;

/** Three short texts, so that results can be checked by eye. */
export const TEXTS: Readonly<Record<string, string>> = {
  'harbour.txt':
    'The ship left the harbour at dawn. The crew knew the way, and the sea was calm.\nBy noon the harbour was out of sight.\n',
  'market.txt':
    'At dawn the market opens. Bread, fish and fruit come from the harbour,\nand the crew of the night ship buys the first bread.\n',
  'storm.txt': 'The storm came from the sea at night. No ship left, and the market was closed at noon.\n',
};
