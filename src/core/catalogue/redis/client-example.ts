import { REDIS_PORT } from './settings';

/** A model behind a cache: each question is worked out once in five minutes. */
export const CLIENT_EXAMPLE = `# pip install redis
#
# Run it in a pod of your place; on your own machine, forward the port first and set REDIS_HOST=localhost.
import hashlib
import json
import os
import time

import redis

cache = redis.Redis(
    host=os.environ.get("REDIS_HOST", "redis"),
    port=int(os.environ.get("REDIS_PORT", "${REDIS_PORT}")),
    decode_responses=True,
    socket_timeout=1,
)


def slow_model(features):
    time.sleep(0.2)
    return sum(features)


def predict(features, keep_seconds=300):
    """The answer, and whether the cache had it."""
    question = json.dumps(features, separators=(",", ":"))
    key = "prediction:" + hashlib.sha256(question.encode()).hexdigest()
    try:
        known = cache.get(key)
    except redis.RedisError:
        return slow_model(features), False  # A cache that is away makes a service slow, and never wrong.
    if known is not None:
        return json.loads(known), True
    answer = slow_model(features)
    cache.set(key, json.dumps(answer), ex=keep_seconds)
    return answer, False


for attempt in ("first", "second"):
    began = time.perf_counter()
    answer, hit = predict([1.5, 2.5])
    took = (time.perf_counter() - began) * 1000
    print(f"{attempt}: {answer} {'hit' if hit else 'miss'} {took:.0f} ms")
`;
