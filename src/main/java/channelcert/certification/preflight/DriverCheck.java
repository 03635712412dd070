package channelcert.certification.preflight;

import static channelcert.certification.preflight.Diagnosis.Origin.CONFIGURATION;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.preflight.Knock.Answer;
import java.net.URI;
import java.util.List;

/** Whether the driver is there and takes the client token. */
final class DriverCheck {
  private static final String FIELD = Preflight.DRIVER;

  private final Candidate candidate;
  private final Knock knock;

  DriverCheck(Candidate candidate, Knock knock) {
    this.candidate = candidate;
    this.knock = knock;
  }

  List<Diagnosis> check(URI root) throws InterruptedException {
    String text = root.toString();
    URI address = URI.create((text.endsWith("/") ? text : text + "/") + "readErrorLog");
    Answer answer =
        knock.drive(
            "readErrorLog",
            address,
            "{\"connectionToken\":\"" + Harmless.CONNECTION + "\"}",
            candidate.clientToken());
    if (!answer.failure().isEmpty()) {
      return List.of(
          answer.failure().startsWith(Reason.NO_CONNECTION)
              ? EndpointCheck.nobodyThere(FIELD, root, answer.failure())
              : Diagnosis.unreachable(
                  FIELD,
                  "The driver does not answer at " + root + " (" + answer.failure() + ")",
                  "Start it, or correct driver.url in the candidate file."));
    }
    if (answer.status() == 401 || answer.status() == 403) {
      return List.of(
          Diagnosis.fault(
              FIELD,
              CONFIGURATION,
              "HTTP " + answer.status(),
              "The driver is called with the clientToken as bearer token; let it take that."));
    }
    return answer.status() == 404 && answer.json().path("message").isMissingNode()
        ? List.of(
            Diagnosis.fault(
                FIELD,
                CONFIGURATION,
                "HTTP 404 for readErrorLog",
                "driver.url is the address below which the operations stand; correct it."))
        : List.of(Diagnosis.ok(FIELD, "reached, HTTP " + answer.status()));
  }
}
