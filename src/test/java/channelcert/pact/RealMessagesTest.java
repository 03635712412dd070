package channelcert.pact;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the real Mews side sends is what its pact shows: the examples have every field that goes
 * over the wire while the other pact is verified, which has Mews push, book, block and confirm.
 */
class RealMessagesTest {
  @Test
  void thePactShowsEveryFieldThatMewsReallySends() throws Exception {
    PactFile provided = PactFile.shipped("mews");
    PactFile relied = PactFile.shipped("channel-manager");
    Set<String> operations = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    try (Pair pair = new Pair(Databases.inMemory())) {
      VerifierTest.verify(provided.interactions(), pair.mewsUrl(), pair.mewsStates());
      for (SentMessages.Sent sent : pair.sent().all()) {
        operations.add(sent.operation());
        Set<String> shown =
            relied.interactions().stream()
                .filter(each -> each.operation().equals(sent.operation()))
                .flatMap(each -> fields("", each.request()).stream())
                .collect(Collectors.toSet());
        fields("", Texts.MAPPER.readTree(sent.body())).stream()
            .filter(field -> !shown.contains(field))
            .forEach(field -> missing.add(sent.operation() + ": " + field));
      }
    }
    assertThat(operations)
        .contains(
            "updateAvailability",
            "updatePrices",
            "updateRestrictions",
            "confirmGroup",
            "processGroup",
            "processAvailabilityBlock");
    assertThat(missing).as("sent, but in no example").isEmpty();
  }

  /** Places without the numbers of elements; null says the same as absent. */
  private static Set<String> fields(String place, JsonNode node) {
    Set<String> fields = new TreeSet<>();
    if (node.isArray()) {
      node.forEach(each -> fields.addAll(fields(place + "[]", each)));
    }
    node.properties()
        .forEach(
            each -> {
              if (!each.getValue().isNull()) {
                fields.add(place + "." + each.getKey());
                fields.addAll(fields(place + "." + each.getKey(), each.getValue()));
              }
            });
    return fields;
  }
}
