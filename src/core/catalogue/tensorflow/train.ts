/** Training with Keras, from made-up data to a model that a server can read. */
export const KERAS_TRAIN = `"""Train a small network with Keras, export it, and see that the export answers the same.

The data is drawn here, so that nothing has to be downloaded: two measurements of a machine, and whether it
failed. Put your own in its place.
"""
import os

import keras
import numpy
import tensorflow as tf

keras.utils.set_random_seed(7)
draw = numpy.random.default_rng(7)
heat, load = draw.normal(60, 8, 4000), draw.random(4000)
features = numpy.stack([heat, load], axis=1).astype("float32")
failed = ((heat - 60) / 8 + 4 * load - 2 + draw.normal(0, 0.5, 4000) > 0).astype("float32")

# What scales the input is a part of the model: whoever asks it sends what was measured.
scale = keras.layers.Normalization()
scale.adapt(features)
model = keras.Sequential(
    [
        keras.Input(shape=(2,), name="features"),
        scale,
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid", name="risk"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(features, failed, validation_split=0.2, epochs=5, batch_size=64, verbose=2)

model.export("model", verbose=False)
served = tf.saved_model.load("model").signatures["serving_default"]
(answer,) = served(tf.constant(features[:5])).values()
assert numpy.allclose(answer, model.predict(features[:5], verbose=0), atol=1e-5)
print("risk of the first five:", [round(float(risk), 3) for risk in answer.numpy().ravel()])

if "BUCKET" in os.environ:
    # In the Job: from here the server of your place gets it when it starts.
    import bucket

    bucket.put("model", "models/tf-serving/my-model/1")
`;
