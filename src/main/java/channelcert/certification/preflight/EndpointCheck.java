package channelcert.certification.preflight;

import static channelcert.certification.preflight.Diagnosis.Origin.CONFIGURATION;
import static channelcert.certification.preflight.Diagnosis.Origin.IMPLEMENTATION;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.preflight.Knock.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One registered address: whether it answers, by which TLS and certificate, in which form, and what
 * time it has. The message names a connection that nobody set up, so it changes nothing.
 */
final class EndpointCheck {
  private static final Duration TOLERATED_SKEW = Duration.ofMinutes(2);

  private final Candidate candidate;
  private final Knock knock;
  private final Clock clock;

  EndpointCheck(Candidate candidate, Knock knock, Clock clock) {
    this.candidate = candidate;
    this.knock = knock;
    this.clock = clock;
  }

  /** The field of the candidate file; one published name is misspelt, the file spells it right. */
  static String field(String operation) {
    return "endpoints."
        + (operation.equals("changeNotificaton") ? "changeNotification" : operation);
  }

  List<Diagnosis> check(String operation, URI address) throws InterruptedException {
    String field = field(operation);
    String message = Harmless.message(operation, candidate.clientToken());
    Answer answer = knock.post(operation, address, message);
    if (!answer.failure().isEmpty()) {
      return List.of(unreachable(field, address, answer.failure()));
    }
    List<Diagnosis> found = new ArrayList<>();
    found.add(TlsCheck.diagnose(field, address, answer.tls(), clock));
    Diagnosis form = form(field, answer);
    if (form != null) {
      found.add(form);
    }
    Diagnosis skew = skew(field, answer.header("Date"));
    if (skew != null) {
      found.add(skew);
    }
    return found;
  }

  private static Diagnosis unreachable(String field, URI address, String why) {
    if (!why.startsWith(Reason.TLS) && !why.startsWith(Reason.NO_CONNECTION)) {
      return Diagnosis.fault(
          field,
          IMPLEMENTATION,
          address + " takes connections but does not answer (" + why + ")",
          "Answer every message within seconds; see the log of the candidate.");
    }
    return why.startsWith(Reason.TLS)
        ? Diagnosis.unreachable(
            field,
            address + " answers, but its certificate or TLS version is not accepted (" + why + ")",
            "Install a certificate that a public authority issued for this host, with its chain,"
                + " and offer TLS 1.2 or newer.")
        : nobodyThere(field, address, why);
  }

  /** In the same words for every address of a host, so that it can be said once. */
  static Diagnosis nobodyThere(String field, URI address, String why) {
    return Diagnosis.unreachable(
        field,
        "The candidate is not reachable at "
            + address.getScheme()
            + "://"
            + address.getAuthority()
            + " ("
            + why
            + ")",
        "Start it, or correct the address in the candidate file.");
  }

  private static @Nullable Diagnosis form(String field, Answer answer) {
    int status = answer.status();
    if (status == 404 || status == 405) {
      return Diagnosis.fault(
          field,
          CONFIGURATION,
          "HTTP " + status,
          "The path is most likely wrong; correct " + field + " in the candidate file.");
    }
    if (status == 401 || status == 403 || status == 407) {
      return Diagnosis.fault(
          field,
          CONFIGURATION,
          "HTTP " + status,
          "Something in front asks for a login of its own; Mews sends none but the tokens.");
    }
    if (status / 100 == 3) {
      return Diagnosis.fault(
          field,
          CONFIGURATION,
          "HTTP " + status + " to " + answer.header("Location"),
          "Mews follows no redirect; register the last address.");
    }
    String type = answer.header("Content-Type").toLowerCase(Locale.ROOT);
    if (type.contains("html") && (status < 500 || status == 501) && answer.json().isMissingNode()) {
      return Diagnosis.fault(
          field,
          CONFIGURATION,
          "a web page answers there (HTTP " + status + ", " + type + ")",
          "Correct " + field + " in the candidate file, or what stands in front of the candidate.");
    }
    if (status != 200) {
      return Diagnosis.fault(
          field,
          IMPLEMENTATION,
          "HTTP " + status,
          "Answer HTTP 200 always; the outcome belongs into 'success' and 'errors'.");
    }
    return type.startsWith("application/json") && answer.json().path("success").isBoolean()
        ? null
        : Diagnosis.fault(
            field,
            IMPLEMENTATION,
            "the answer has the content type '"
                + type
                + "' and "
                + (answer.json().isObject() ? "no 'success' that is true or false" : "is no JSON"),
            "Answer {\"success\": ...} with the header Content-Type: application/json.");
  }

  private @Nullable Diagnosis skew(String field, String date) {
    try {
      Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration skew = Duration.between(clock.instant(), theirs);
      return skew.abs().compareTo(TOLERATED_SKEW) <= 0
          ? null
          : Diagnosis.fault(
              field,
              CONFIGURATION,
              "its clock is " + skew.toSeconds() + " s from ours",
              "Set the clocks of both machines by a time server; days change at midnight.");
    } catch (DateTimeException e) {
      return null;
    }
  }
}
