package channelcert.certification.preflight;

import static channelcert.certification.preflight.Diagnosis.Origin.CONFIGURATION;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.preflight.Knock.Answer;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Whether a message as large as the largest push gets through: proxies often stop at 1 MB. */
final class BodySizeCheck {
  private static final String SUBJECT = "message size";
  private static final String OPERATION = "updatePrices";

  private final Candidate candidate;
  private final Knock knock;
  private final int bytes;

  BodySizeCheck(Candidate candidate, Knock knock, int bytes) {
    this.candidate = candidate;
    this.knock = knock;
    this.bytes = bytes;
  }

  List<Diagnosis> check() throws InterruptedException {
    URI address = candidate.endpoints().get(OPERATION);
    if (address == null) {
      return List.of();
    }
    String message = Harmless.message(OPERATION, candidate.clientToken());
    String padded = message + " ".repeat(Math.max(0, bytes - message.length()));
    Answer answer = knock.post(OPERATION, address, padded);
    if (answer.failure().startsWith(Reason.NO_CONNECTION)) {
      return List.of();
    }
    String size = String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    if (answer.status() == 200) {
      return List.of(Diagnosis.ok(SUBJECT, size + " get through"));
    }
    return answer.status() == 413 || answer.status() == 0
        ? List.of(
            Diagnosis.fault(
                SUBJECT,
                CONFIGURATION,
                size
                    + " do not get through: "
                    + (answer.status() == 0 ? answer.failure() : "HTTP 413"),
                "Raise the limit of the proxy in front, or set a smaller capabilities.maxItems or"
                    + " chunkDays in the candidate file."))
        : List.of();
  }
}
