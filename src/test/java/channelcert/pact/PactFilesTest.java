package channelcert.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import channelcert.contract.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The consumers' tests: what each side sends, and that it understands what it relies on. They write
 * the pacts of {@code pact/} with {@code -Dpacts.write=true}, and otherwise say when those are
 * stale.
 */
class PactFilesTest {
  @ParameterizedTest
  @MethodSource("channelcert.pact.Promises#both")
  void everyAnswerIsUnderstoodAndThePactIsKept(Promises promises) throws IOException {
    int typed = 0;
    for (Promise promise : promises.all()) {
      typed += understood(promises, promise) ? 1 : 0;
    }
    assertThat(typed).isGreaterThan(promises.all().size() * 8 / 10);
    kept(promises);
  }

  /**
   * One mock provider each: what differs by the state of the provider alone looks the same to it.
   */
  private static boolean understood(Promises promises, Promise promise) {
    BaseMockServer mock =
        MockHttpServerKt.mockServer(
            PactText.pact(promises.consumer(), promises.provider(), List.of(promise)),
            MockProviderConfig.createDefault(PactSpecVersion.V4));
    mock.start();
    try (PactCaller caller = new PactCaller(mock.getUrl())) {
      Reply<?> reply = caller.send(promise);
      assertThat(mock.validateMockServerState(null))
          .as(promise.description())
          .isInstanceOf(PactVerificationResult.Ok.class);
      assertThat((Object) reply).as(promise.description()).isInstanceOf(Reply.Answered.class);
      return caller.typed() == 1;
    } finally {
      mock.stop();
    }
  }

  private static void kept(Promises promises) throws IOException {
    String text =
        PactText.text(
            PactText.pact(promises.consumer(), promises.provider(), promises.all()),
            promises.all());
    Path file = Path.of("pact", promises.file());
    if (Boolean.getBoolean("pacts.write")) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file))
        .as("pact/%s is stale: write it anew with -Dpacts.write=true", promises.file())
        .isEqualTo(text);
  }
}
