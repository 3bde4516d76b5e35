import { FORWARDED_PORT, KAFKA_PORT } from './settings';

const HEAD = `# pip install kafka-python
#
# In a pod of your place it finds kafka:${KAFKA_PORT}. On your own machine:
#   kubectl port-forward service/kafka ${FORWARDED_PORT}
#   export KAFKA=localhost:${FORWARDED_PORT}`;

/** Writes events of a few customers; those of one customer stay in order. */
export const PRODUCER_EXAMPLE = `${HEAD}
import json
import os

from kafka import KafkaAdminClient, KafkaProducer
from kafka.admin import NewTopic
from kafka.errors import TopicAlreadyExistsError

SERVER = os.environ.get("KAFKA", "kafka:${KAFKA_PORT}")
TOPIC = os.environ.get("TOPIC", "clicks")

admin = KafkaAdminClient(bootstrap_servers=SERVER)
try:
    admin.create_topics([NewTopic(TOPIC, num_partitions=3, replication_factor=1)])
    print(f"made the topic {TOPIC}")
except TopicAlreadyExistsError:
    pass
admin.close()

producer = KafkaProducer(bootstrap_servers=SERVER, acks="all")
for number in range(12):
    customer = f"customer-{number % 4}"
    # The same key goes to the same partition, and so is read in the order in which it was written.
    event = {"number": number, "customer": customer}
    producer.send(TOPIC, key=customer.encode(), value=json.dumps(event).encode())
producer.flush()
producer.close()
print(f"12 events in {TOPIC}")
`;

/** Reads as one of a group: start it twice, and each reads its own partitions. */
export const CONSUMER_EXAMPLE = `${HEAD}
import collections
import json
import os

from kafka import KafkaConsumer

consumer = KafkaConsumer(
    os.environ.get("TOPIC", "clicks"),
    bootstrap_servers=os.environ.get("KAFKA", "kafka:${KAFKA_PORT}"),
    group_id=os.environ.get("GROUP", "features"),
    auto_offset_reset="earliest",
    enable_auto_commit=False,
    # Ends when nothing has come for so long; a service leaves this out.
    consumer_timeout_ms=int(os.environ.get("PATIENCE_MS", "10000")),
)
seen = collections.defaultdict(list)
for event in consumer:
    seen[event.key.decode()].append(json.loads(event.value)["number"])
# Only now: what was read and not worked on is read again after a crash.
consumer.commit()
consumer.close()
for customer, numbers in sorted(seen.items()):
    print(customer, numbers)
print(f"{sum(map(len, seen.values()))} events")
`;
