package channelcert.mews.inventory;

import static channelcert.mews.FakeChannelManager.refusal;
import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.mews.MewsFixture;
import channelcert.store.DatabaseUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  @Test
  void whatWasNotDeliveredIsPushedAfterwards(@TempDir Path folder) {
    DatabaseUrl url = DatabaseUrl.embedded(folder.resolve("mews"));
    MewsFixture before = MewsFixture.connected(url).synchronised();
    before.channelManager.answerNext(refusal(1, null, null));
    before.mews.changeAvailability(
        "canal-house", List.of(new AvailabilityChange("DBL", Nights.of(TODAY, 2), 1)));
    before.tickUntilIdle();
    before.channelManager.received.clear();

    try (MewsFixture after = before.restarted(url)) {
      after.clock.advance(Duration.ofSeconds(1));
      after.tickUntilIdle();

      assertThat(after.channelManager.received(UpdateAvailabilityRequest.class))
          .singleElement()
          .satisfies(
              push -> assertThat(push.availabilities().getFirst().availability()).isEqualTo(1));
      assertThat(after.isDelivered()).isTrue();
      assertThat(after.mews.isSynchronised(CONNECTION, "FLX")).isTrue();
    }
  }
}
