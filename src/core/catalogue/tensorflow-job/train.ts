/** Data-parallel training with Keras' layers, on workers that find each other by `TF_CONFIG`. */
export const TENSORFLOW_TRAIN = `"""Train one Keras model on several workers: each has all of the model and its own part of the data.

After each step the workers add up their gradients, so that all copies stay the same. Keras' own
fit() does not run on several workers since Keras 3: the loop below says what it would do.
"""
import json
import os
import time

workers = os.environ.get("WORKERS", "localhost:2222").split(",")
number = int(os.environ.get("JOB_COMPLETION_INDEX", "0"))
# Before TensorFlow is loaded, or it does not know of the others.
os.environ["TF_CONFIG"] = json.dumps(
    {"cluster": {"worker": workers}, "task": {"type": "worker", "index": number}}
)

import tensorflow as tf

strategy = tf.distribute.MultiWorkerMirroredStrategy()
BATCH = 256
EPOCHS = 5

inputs = tf.random.stateless_normal((20_000, 20), seed=(1, 2))
targets = tf.cast(tf.reduce_sum(inputs[:, :5], axis=1, keepdims=True) + inputs[:, 5:6] * inputs[:, 6:7] > 0, tf.float32)
mine = tf.data.Dataset.from_tensor_slices((inputs, targets)).shard(len(workers), number)
batches = mine.shuffle(20_000, seed=3).batch(BATCH, drop_remainder=True)

# What is made in here is one model, with a copy on each worker.
with strategy.scope():
    model = tf.keras.Sequential(
        [tf.keras.Input((20,)), tf.keras.layers.Dense(128, activation="relu"), tf.keras.layers.Dense(1)]
    )
    optimizer = tf.keras.optimizers.Adam(1e-3 * len(workers))
    optimizer.build(model.trainable_variables)
    loss_of = tf.keras.losses.BinaryCrossentropy(from_logits=True)


@tf.function
def step(x, y):
    def on_this_worker(x, y):
        with tf.GradientTape() as tape:
            loss = loss_of(y, model(x, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        gradients = tf.distribute.get_replica_context().all_reduce("mean", gradients)
        optimizer.apply(gradients, model.trainable_variables)
        return loss

    return strategy.reduce("mean", strategy.run(on_this_worker, args=(x, y)), axis=None)


began = time.time()
for epoch in range(EPOCHS):
    losses = [float(step(x, y)) for x, y in batches]
    if number == 0:
        print(f"epoch {epoch}: loss {sum(losses) / len(losses):.4f}", flush=True)

print(f"worker {number} of {len(workers)}: {time.time() - began:.1f} s", flush=True)
`;
