/** One machine: an actor that learns what is usual for it. */
export const MACHINE_SOURCE = `package example;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * One machine, an actor of its own: it learns what is usual for it, and says how unusual a measurement is.
 *
 * Its state is changed by one message at a time, so that there is no lock, and each message makes a new behavior.
 */
final class Machine {
  interface Command {}

  record Measured(double value, ActorRef<Judged> replyTo) implements Command {}

  record Ask(ActorRef<Judged> replyTo) implements Command {}

  /** How many values were seen, their mean and spread, and how many spreads the last was away from the mean. */
  record Judged(long count, double mean, double spread, double unusual) {}

  /** Mean and sum of squares of all values so far, by Welford's method: no value is kept. */
  record Seen(long count, double mean, double squares) {
    double spread() {
      return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    }

    Seen with(double value) {
      double away = value - mean;
      double newMean = mean + away / (count + 1);
      return new Seen(count + 1, newMean, squares + away * (value - newMean));
    }

    double unusual(double value) {
      return spread() == 0 ? 0 : Math.abs(value - mean) / spread();
    }
  }

  private Machine() {}

  static Behavior<Command> create() {
    return knowing(new Seen(0, 0, 0), 0);
  }

  private static Behavior<Command> knowing(Seen seen, double lastUnusual) {
    return Behaviors.receive(Command.class)
        .onMessage(
            Measured.class,
            measured -> {
              // Judged by what was seen before it: a value is no witness for itself.
              double unusual = seen.unusual(measured.value());
              Seen now = seen.with(measured.value());
              measured.replyTo().tell(new Judged(now.count(), now.mean(), now.spread(), unusual));
              return knowing(now, unusual);
            })
        .onMessage(
            Ask.class,
            ask -> {
              ask.replyTo().tell(new Judged(seen.count(), seen.mean(), seen.spread(), lastUnusual));
              return Behaviors.same();
            })
        .build();
  }
}
`;

/** All machines: an actor that makes one for each. */
export const FLEET_SOURCE = `package example;

import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** All machines: makes an actor for each at its first message, and passes messages on. */
final class Fleet {
  interface Command {}

  record To(String machine, Machine.Command command) implements Command {}

  private Fleet() {}

  static Behavior<Command> create(Metrics metrics) {
    return Behaviors.setup(
        context -> {
          Map<String, ActorRef<Machine.Command>> machines = new HashMap<>();
          return Behaviors.receive(Command.class)
              .onMessage(
                  To.class,
                  to -> {
                    machines
                        .computeIfAbsent(to.machine(), name -> spawned(context, name, metrics))
                        .tell(to.command());
                    return Behaviors.same();
                  })
              .build();
        });
  }

  private static ActorRef<Machine.Command> spawned(ActorContext<Command> context, String name, Metrics metrics) {
    metrics.actors.increment();
    // A machine that fails forgets what it knew and goes on; the others never notice.
    return context.spawn(
        Behaviors.supervise(Machine.create()).onFailure(SupervisorStrategy.restart()), "machine-" + name);
  }
}
`;
