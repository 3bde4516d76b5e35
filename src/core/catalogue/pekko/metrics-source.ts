/** What the service shows to Prometheus, under the names that boards ask for. */
export const METRICS_SOURCE = `package example;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Numbers of the service in the text that Prometheus reads, with the names that the boards of a place ask for. */
final class Metrics {
  private static final double[] BUCKETS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5};

  final LongAdder actors = new LongAdder();
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final Map<String, Duration> durations = new ConcurrentHashMap<>();

  private static final class Duration {
    final LongAdder[] buckets = new LongAdder[BUCKETS.length + 1];
    final DoubleAdder sum = new DoubleAdder();

    Duration() {
      for (int i = 0; i < buckets.length; i++) buckets[i] = new LongAdder();
    }
  }

  /** A request that was answered. The handler is the route and never the path: paths have no end. */
  void answered(String handler, String method, int status, double seconds) {
    String labels = "handler=\\"" + handler + "\\",method=\\"" + method + "\\"";
    requests
        .computeIfAbsent(labels + ",status=\\"" + status / 100 + "xx\\"", key -> new LongAdder())
        .increment();
    Duration duration = durations.computeIfAbsent(labels, key -> new Duration());
    int bucket = 0;
    while (bucket < BUCKETS.length && seconds > BUCKETS[bucket]) bucket++;
    duration.buckets[bucket].increment();
    duration.sum.add(seconds);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("# TYPE http_requests_total counter\\n");
    new TreeMap<>(requests)
        .forEach((labels, count) -> line(text, "http_requests_total{" + labels + "}", count.sum()));
    text.append("# TYPE http_request_duration_seconds histogram\\n");
    new TreeMap<>(durations)
        .forEach(
            (labels, duration) -> {
              String name = "http_request_duration_seconds";
              long count = 0;
              for (int i = 0; i < duration.buckets.length; i++) {
                count += duration.buckets[i].sum();
                String le = i < BUCKETS.length ? String.valueOf(BUCKETS[i]) : "+Inf";
                line(text, name + "_bucket{" + labels + ",le=\\"" + le + "\\"}", count);
              }
              line(text, name + "_count{" + labels + "}", count);
              line(text, name + "_sum{" + labels + "}", duration.sum.sum());
            });
    text.append("# TYPE machine_actors gauge\\n");
    line(text, "machine_actors", actors.sum());
    Runtime runtime = Runtime.getRuntime();
    text.append("# TYPE jvm_memory_used_bytes gauge\\n");
    line(text, "jvm_memory_used_bytes", runtime.totalMemory() - runtime.freeMemory());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, double value) {
    text.append(name).append(' ').append(String.format(Locale.ROOT, "%s", value)).append('\\n');
  }
}
`;
