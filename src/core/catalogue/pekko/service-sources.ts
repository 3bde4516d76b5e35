/** The service by which machines are reached. */
export const MAIN_SOURCE = `package example;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.unmarshalling.Unmarshaller;

/** What machines measure comes in by HTTP; each has an actor that says how unusual it is. */
public final class Main extends AllDirectives {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

  private final ActorSystem<Fleet.Command> system;
  private final Metrics metrics;

  private Main(ActorSystem<Fleet.Command> system, Metrics metrics) {
    this.system = system;
    this.metrics = metrics;
  }

  public static void main(String[] args) {
    Metrics metrics = new Metrics();
    ActorSystem<Fleet.Command> system = ActorSystem.create(Fleet.create(metrics), "machines");
    String host = System.getenv().getOrDefault("HTTP_HOST", "0.0.0.0");
    Http.get(system)
        .newServerAt(host, 8000)
        .bind(new Main(system, metrics).route())
        .whenComplete(
            (binding, failure) -> {
              if (failure == null) {
                // A pod that ends answers what it has begun; Kubernetes waits 30 seconds for it.
                binding.addToCoordinatedShutdown(Duration.ofSeconds(20), system);
                system.log().info("listening on {}", binding.localAddress());
              } else {
                system.log().error("nothing listens", failure);
                system.terminate();
              }
            });
  }

  private Route route() {
    return concat(
        path("health", () -> get(() -> complete("healthy"))),
        path("metrics", () -> get(() -> complete(HttpEntities.create(ContentTypes.TEXT_PLAIN_UTF8, metrics.text())))),
        path(
            segment("machines").slash(segment()),
            name ->
                concat(
                    get(() -> timed("GET", asked(name, Machine.Ask::new))),
                    post(() -> entity(Unmarshaller.entityToString(), body -> timed("POST", measured(name, body)))))));
  }

  private CompletionStage<HttpResponse> measured(String name, String body) {
    double value;
    try {
      value = Double.parseDouble(body.trim());
    } catch (NumberFormatException notANumber) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) return refused("send a number: " + body.substring(0, Math.min(40, body.length())));
    double measured = value;
    return asked(name, replyTo -> new Machine.Measured(measured, replyTo));
  }

  /** Asks the actor of a machine. No thread waits for it: the answer is sent when it comes. */
  private CompletionStage<HttpResponse> asked(
      String name, Function<ActorRef<Machine.Judged>, Machine.Command> command) {
    if (!NAME.matcher(name).matches()) return refused("a machine is called by up to 40 of a-z, 0-9 and -");
    CompletionStage<Machine.Judged> judged =
        AskPattern.ask(
            system, replyTo -> new Fleet.To(name, command.apply(replyTo)), PATIENCE, system.scheduler());
    return judged.handle(
        (answer, failure) ->
            failure == null
                ? json(200, said(answer))
                : json(503, "{\\"detail\\":\\"the machine did not answer in time\\"}"));
  }

  private static String said(Machine.Judged judged) {
    return String.format(
        Locale.ROOT,
        "{\\"count\\":%d,\\"mean\\":%.3f,\\"spread\\":%.3f,\\"unusual\\":%.2f}",
        judged.count(),
        judged.mean(),
        judged.spread(),
        judged.unusual());
  }

  private static CompletionStage<HttpResponse> refused(String detail) {
    String escaped = detail.replaceAll("[^ -~]|[\\"\\\\\\\\]", "?");
    return java.util.concurrent.CompletableFuture.completedFuture(json(422, "{\\"detail\\":\\"" + escaped + "\\"}"));
  }

  private static HttpResponse json(int status, String body) {
    return HttpResponse.create()
        .withStatus(StatusCodes.get(status))
        .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, body));
  }

  private Route timed(String method, CompletionStage<HttpResponse> answer) {
    long began = System.nanoTime();
    return completeWithFuture(
        answer.thenApply(
            response -> {
              double seconds = (System.nanoTime() - began) / 1e9;
              metrics.answered("/machines/{name}", method, response.status().intValue(), seconds);
              return response;
            }));
  }
}
`;
