package channelcert.certification.verdict;

import static channelcert.certification.verdict.Evidence.OK;
import static channelcert.exchange.Direction.MEWS_TO_CANDIDATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransportTest {
  private static final Check HOLDS = Transport.holds(Selection.pushes(PushKind.AVAILABILITY));
  private static final String LOOPBACK = "http://127.0.0.1:8091/updateAvailability";

  @Test
  void acceptsThePublishedFormAndNotesPlainHttpOnThisMachine() {
    Finding finding = answered(LOOPBACK, 200, "application/json; charset=utf-8", OK);
    assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(finding.actual()).contains("production needs HTTPS");
    assertThat(finding.exchanges()).containsExactly("e-0001");
  }

  @Test
  void saysNothingAboutHttpWhereHttpsIsUsed() {
    assertThat(answered("https://cm.example/x", 200, "application/json", OK).actual())
        .doesNotContain("HTTPS");
  }

  @Test
  void refusesAnotherStatus() {
    Finding finding = answered(LOOPBACK, 500, "application/json", OK);
    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.actual()).contains("HTTP 500");
    assertThat(finding.hint()).contains("HTTP 200 always");
  }

  @Test
  void refusesAnotherContentType() {
    assertThat(answered(LOOPBACK, 200, "text/html", OK).actual()).contains("text/html");
    assertThat(answered(LOOPBACK, 200, null, OK).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void refusesABodyThatIsNoJsonObject() {
    assertThat(answered(LOOPBACK, 200, "application/json", "{\"success\":").verdict())
        .isEqualTo(Verdict.FAILED);
    assertThat(answered(LOOPBACK, 200, "application/json", "[true]").verdict())
        .isEqualTo(Verdict.FAILED);
    assertThat(answered(LOOPBACK, 200, "application/json", "").verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void refusesPlainHttpToAnotherMachine() {
    assertThat(answered("http://cm.example/x", 200, "application/json", OK).actual())
        .contains("plain HTTP to cm.example");
  }

  @Test
  void tellsWhyThereWasNoAnswer() {
    Finding finding =
        Evidence.empty()
            .add(
                MEWS_TO_CANDIDATE,
                "updateAvailability",
                URI.create(LOOPBACK),
                "{}",
                0,
                null,
                "",
                "connection refused")
            .judgedBy(HOLDS);
    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.actual()).contains("connection refused");
  }

  @Test
  void isOpenWithoutAnyMessage() {
    assertThat(Evidence.empty().judgedBy(HOLDS).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static Finding answered(
      String url, int status, @Nullable String contentType, String answer) {
    return Evidence.empty()
        .add(
            MEWS_TO_CANDIDATE,
            "updateAvailability",
            URI.create(url),
            "{}",
            status,
            contentType,
            answer,
            null)
        .judgedBy(HOLDS);
  }
}
