package channelcert.pact;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides honour their pacts, on both databases, as our own verifier sees it, within 10 s. */
class VerifierTest {
  static Stream<DatabaseUrl> databases() {
    return Stream.of(Databases.inMemory(), Databases.postgres());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void bothSidesHonourTheirPacts(DatabaseUrl database) throws Exception {
    try (Pair pair = new Pair(database)) {
      honours("mews-channel-manager", pair.channelManagerUrl(), pair.channelManagerStates());
      honours("channel-manager-mews", pair.mewsUrl(), pair.mewsStates());
    }
  }

  /** One pact replaces what is sold; what the other one speaks of has to be left. */
  @Test
  void eitherPactIsHonouredAfterTheOther() throws Exception {
    try (Pair pair = new Pair(Databases.inMemory())) {
      honoured("channel-manager-mews", pair.mewsUrl(), pair.mewsStates());
      pair.mapAnew("partner@canal-house.example");
      honoured("mews-channel-manager", pair.channelManagerUrl(), pair.channelManagerStates());
      honoured("channel-manager-mews", pair.mewsUrl(), pair.mewsStates());
    }
  }

  private static void honours(String pact, URI provider, States states) throws Exception {
    assertThat(
            honoured(pact, provider, states).stream()
                .map(Verified::took)
                .reduce(Duration.ZERO, Duration::plus))
        .as("all of the pact")
        .isLessThan(Duration.ofSeconds(10));
  }

  private static List<Verified> honoured(String pact, URI provider, States states)
      throws Exception {
    PactFile file = PactFile.parse(Files.readString(Path.of("pact", pact + ".json")));
    List<Verified> all = verify(file.interactions(), provider, states);
    if (Boolean.getBoolean("pacts.times")) {
      all.forEach(
          e -> System.out.println(e.took().toMillis() + " " + e.interaction().description()));
    }
    assertThat(all)
        .filteredOn(verified -> verified.outcome() != Outcome.HONOURED)
        .extracting(verified -> verified.interaction().description() + ": " + verified.reasons())
        .isEmpty();
    return all;
  }

  static List<Verified> verify(List<Interaction> interactions, URI provider, States states) {
    try (Verifier verifier =
        new Verifier(
            provider,
            Substitution.NONE,
            states,
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString(),
            Duration.ofSeconds(10))) {
      return verifier.verify(interactions);
    }
  }
}
