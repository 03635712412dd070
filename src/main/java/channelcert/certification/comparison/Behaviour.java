package channelcert.certification.comparison;

import channelcert.certification.verdict.Message;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a candidate behaved in a row, apart from values that a seed or the time decides.
 *
 * @param answers in which ways it answered, by operation
 * @param sent how many messages it sent, by operation
 * @param times how long its answers took in the middle, by operation
 */
record Behaviour(
    Map<String, Set<String>> answers, Map<String, Integer> sent, Map<String, Duration> times) {
  /** A change of the time of an answer counts from here on, and from double or half. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  /** Operations that only read: when a candidate asks again is no matter of a row. */
  private static final String READING = "get";

  static Behaviour in(List<Message> messages) {
    Map<String, Set<String>> answers = new TreeMap<>();
    Map<String, Integer> sent = new TreeMap<>();
    Map<String, List<Duration>> times = new TreeMap<>();
    for (Message message : messages) {
      if (message.exchange().direction() == Direction.MEWS_TO_CANDIDATE) {
        answers.computeIfAbsent(message.operation(), name -> new TreeSet<>()).add(way(message));
        times
            .computeIfAbsent(message.operation(), name -> new ArrayList<>())
            .add(message.exchange().duration());
      } else if (message.exchange().direction() == Direction.CANDIDATE_TO_MEWS
          && !message.operation().startsWith(READING)) {
        sent.merge(message.operation(), 1, Integer::sum);
      }
    }
    Map<String, Duration> middles = new TreeMap<>();
    times.forEach((name, all) -> middles.put(name, middle(all)));
    return new Behaviour(answers, sent, middles);
  }

  /** What differs in another run. */
  List<Drift> driftTo(Behaviour other) {
    List<Drift> drift = new ArrayList<>();
    for (String operation : both(answers, other.answers)) {
      add(
          drift,
          "answers to " + operation,
          words(answers, operation),
          words(other.answers, operation));
    }
    for (String operation : both(sent, other.sent)) {
      add(
          drift,
          operation + " sent",
          sent.getOrDefault(operation, 0) + " times",
          other.sent.getOrDefault(operation, 0) + " times");
    }
    times.forEach(
        (operation, time) -> {
          Duration then = other.times.get(operation);
          if (then != null && isFarFrom(time, then)) {
            add(
                drift,
                "time to answer " + operation,
                time.toMillis() + " ms",
                then.toMillis() + " ms");
          }
        });
    return drift;
  }

  private static void add(List<Drift> drift, String what, String before, String after) {
    if (!before.equals(after)) {
      drift.add(new Drift(what, before, after));
    }
  }

  private static Set<String> both(Map<String, ?> one, Map<String, ?> other) {
    Set<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    return names;
  }

  private static String words(Map<String, Set<String>> answers, String operation) {
    return String.join("; ", answers.getOrDefault(operation, Set.of("never called")));
  }

  private static boolean isFarFrom(Duration one, Duration other) {
    Duration less = one.compareTo(other) < 0 ? one : other;
    Duration more = one.compareTo(other) < 0 ? other : one;
    return more.minus(less).compareTo(LEAST) >= 0 && more.compareTo(less.multipliedBy(2)) >= 0;
  }

  private static Duration middle(List<Duration> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(Duration.ZERO);
  }

  private static String way(Message message) {
    if (message.exchange().status() == 0) {
      return "no answer";
    }
    JsonNode answer = message.answer();
    String status =
        message.exchange().status() == 200 ? "" : "HTTP " + message.exchange().status() + ", ";
    if (!answer.isObject()) {
      return status + "no JSON object";
    }
    if (!answer.path("success").asBoolean()) {
      return status + "refused" + codes(answer);
    }
    return status
        + (answer.path("asyncConfirmation").asBoolean() ? "accepted, to be confirmed" : "accepted");
  }

  private static String codes(JsonNode answer) {
    String codes =
        ReportFile.each(answer.path("errors"))
            .map(error -> error.path("code").asText("none"))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "" : " with code " + codes;
  }
}
