package channelcert.pact;

import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Sends the requests of a pact to a provider, one after the other, and judges its answers. */
public final class Verifier implements AutoCloseable {
  private static final String TYPE = "content-type";

  private final URI root;
  private final Substitution substitution;
  private final States states;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Duration patience;
  private final HttpClient client;

  /**
   * For a provider.
   *
   * @param root its root address
   * @param patience how long an answer may take
   */
  public Verifier(
      URI root,
      Substitution substitution,
      States states,
      Clock clock,
      Supplier<String> ids,
      Duration patience) {
    this.root = root;
    this.substitution = substitution;
    this.states = states;
    this.clock = clock;
    this.ids = ids;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build();
  }

  /** Holds every interaction against the provider. */
  public List<Verified> verify(List<Interaction> interactions) {
    List<Verified> verified = new ArrayList<>();
    for (Interaction each : interactions) {
      verified.add(verify(each));
    }
    return verified;
  }

  /** Holds one interaction against the provider. */
  public Verified verify(Interaction example) {
    Instant start = clock.instant();
    Interaction interaction = substitution.apply(example);
    Judged judged;
    if (interaction.states().stream().allMatch(states::knows)) {
      judged = judged(interaction);
    } else {
      judged = new Judged(Outcome.SKIPPED, List.of("it needs a state that nobody can set"));
    }
    Duration took = Duration.between(start, clock.instant());
    return new Verified(example, judged.outcome(), judged.reasons(), took);
  }

  private record Judged(Outcome outcome, List<String> reasons) {}

  private Judged judged(Interaction interaction) {
    try {
      Map<String, String> values = new HashMap<>(substitution.values());
      interaction.states().forEach(state -> values.putAll(states.set(state)));
      Generated generated = new Generated(values, ids);
      if (!generated.untold(interaction).isEmpty()) {
        return new Judged(
            Outcome.SKIPPED, List.of("it needs the values " + generated.untold(interaction)));
      }
      HttpResponse<String> answer = send(interaction, generated);
      List<String> differences = differences(interaction, answer);
      return new Judged(differences.isEmpty() ? Outcome.HONOURED : Outcome.BROKEN, differences);
    } catch (States.StateNotSet e) {
      return new Judged(Outcome.NOT_PROVEN, List.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return new Judged(Outcome.NOT_PROVEN, List.of("no answer from " + address(interaction)));
    }
  }

  private URI address(Interaction interaction) {
    String own = substitution.addresses().get(interaction.operation());
    return URI.create(
        own != null ? own : root.toString().replaceAll("/+$", "") + interaction.path());
  }

  private HttpResponse<String> send(Interaction interaction, Generated generated)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address(interaction))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(generated.body(interaction).toString()))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static List<String> differences(Interaction expected, HttpResponse<String> answer) {
    List<String> differences = new ArrayList<>();
    if (answer.statusCode() != expected.status()) {
      differences.add("the status should be " + expected.status() + ", not " + answer.statusCode());
    }
    String type = answer.headers().firstValue(TYPE).orElse("absent");
    for (Rules.Placed placed : expected.headerRules().all()) {
      if (placed.place().field().equalsIgnoreCase(TYPE)
          && placed.rule() instanceof Rule.Form(var pattern)
          && !pattern.matcher(type).matches()) {
        differences.add("Content-Type should be " + pattern + ", not " + type);
      }
    }
    JsonNode body = json(answer.body());
    differences.addAll(Comparison.differences(expected.answer(), body, expected.answerRules()));
    if (!differences.isEmpty() && !expected.answer().has("errors")) {
      differences.addAll(told(body));
    }
    return differences;
  }

  /** What the provider says of a refusal that was not expected. */
  private static List<String> told(JsonNode body) {
    JsonNode error = body.path("errors").path(0);
    return error.path("code").isInt()
        ? List.of(
            "it answered error "
                + error.path("code").asInt()
                + ": "
                + Comparison.shown(error.path("message").asText()).replaceAll("\\R", " "))
        : List.of();
  }

  private static JsonNode json(String body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
