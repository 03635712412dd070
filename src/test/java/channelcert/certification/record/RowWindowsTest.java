package channelcert.certification.record;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.evidence.Bodies;
import channelcert.certification.verdict.Message;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWindowsTest {
  private final RowWindows windows = new RowWindows(event -> {});
  private final List<Message> all = new ArrayList<>();

  @Test
  void anExchangeBelongsToTheRowDuringWhichItStarted() {
    windows.open("set-up", 0);
    arrive("{}");
    windows.open("one", 1);
    arrive("{}");
    windows.open("two", 2);
    arrive("{}");
    assertThat(idsOf("set-up")).containsExactly("e-0001");
    assertThat(idsOf("one")).containsExactly("e-0002");
    assertThat(idsOf("two")).containsExactly("e-0003");
  }

  @Test
  void aLateConfirmationBelongsToWhatItConfirms() {
    windows.open("one", 0);
    arrive("{\"messageId\":\"m1\"}");
    windows.open("two", 1);
    arrive("{\"relatedMessageId\":\"m1\"}");
    assertThat(idsOf("one")).containsExactly("e-0001", "e-0002");
    assertThat(idsOf("two")).isEmpty();
  }

  @Test
  void aRepetitionBelongsToWhatItRepeats() {
    windows.open("one", 0);
    arrive("{\"messageId\":\"m1\"}");
    windows.open("two", 1);
    arrive("{\"messageId\":\"m1\"}");
    assertThat(idsOf("one")).containsExactly("e-0001", "e-0002");
  }

  @Test
  void aMessageAboutABookingBelongsToTheRowThatClaimedItLast() {
    windows.open("create", 0);
    windows.claim("create", "B1", 0);
    arrive("{\"messageId\":\"m1\",\"channelManagerId\":\"B1\"}");
    windows.open("other", 1);
    arrive("{\"messageId\":\"m2\",\"channelManagerId\":\"B1\"}");
    windows.open("modify", 2);
    windows.claim("modify", "B1", 2);
    arrive("{\"messageId\":\"m3\",\"channelManagerId\":\"B1\"}");
    arrive("{\"relatedMessageId\":\"m1\",\"channelManagerId\":\"B1\"}");
    assertThat(idsOf("create")).containsExactly("e-0001", "e-0002", "e-0004");
    assertThat(idsOf("other")).isEmpty();
    assertThat(idsOf("modify")).containsExactly("e-0003");
  }

  @Test
  void aBookingThatNobodyWaitsForIsSetAside() {
    windows.open("push", 0);
    arrive("{\"messageId\":\"m1\",\"channelManagerId\":\"STRAY\"}");
    windows.open("booking", 1);
    windows.claim("booking", "B1", 1);
    arrive("{\"messageId\":\"m2\",\"channelManagerId\":\"ANOTHER\"}");
    assertThat(idsOf("push")).isEmpty();
    assertThat(idsOf("booking")).containsExactly("e-0002");
    assertThat(idsOf(RowWindows.ASIDE)).containsExactly("e-0001");
  }

  private List<String> idsOf(String row) {
    return windows.of(row, all).stream().map(Message::id).toList();
  }

  private void arrive(String request) {
    all.add(
        Bodies.message(
            new Exchange(
                String.format("e-%04d", all.size() + 1),
                Direction.CANDIDATE_TO_MEWS,
                "processGroup",
                "POST",
                URI.create("http://127.0.0.1/x"),
                Instant.EPOCH,
                Duration.ZERO,
                Body.of(request),
                200,
                "application/json",
                Body.of("{}"),
                null)));
  }
}
