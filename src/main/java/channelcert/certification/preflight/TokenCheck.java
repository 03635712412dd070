package channelcert.certification.preflight;

import static channelcert.certification.preflight.Diagnosis.Origin.IMPLEMENTATION;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.preflight.Knock.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the candidate knows the client token of the file, and refuses another one. */
final class TokenCheck {
  private static final String FIELD = "clientToken";
  private static final String OPERATION = "updateAvailability";
  private static final int AUTHENTICATION = 8;

  private final Candidate candidate;
  private final Knock knock;

  TokenCheck(Candidate candidate, Knock knock) {
    this.candidate = candidate;
    this.knock = knock;
  }

  List<Diagnosis> check() throws InterruptedException {
    URI address = candidate.endpoints().get(OPERATION);
    if (address == null) {
      return List.of();
    }
    Answer right =
        knock.post(OPERATION, address, Harmless.message(OPERATION, candidate.clientToken()));
    Answer wrong =
        knock.post(OPERATION, address, Harmless.message(OPERATION, "PREFLIGHT-WRONG-TOKEN"));
    if (!isAnswer(right) || !isAnswer(wrong)) {
      return List.of();
    }
    if (wrong.json().path("success").asBoolean()) {
      return List.of(
          Diagnosis.fault(
              FIELD,
              IMPLEMENTATION,
              "a message with a wrong client token was accepted",
              "Refuse it with code 8; anybody could change prices."));
    }
    if (right.json().path("success").asBoolean()) {
      return List.of(
          Diagnosis.fault(
              FIELD,
              IMPLEMENTATION,
              "a message about a connection that was never set up was accepted",
              "Refuse it with code 3; Mews would take the data as stored."));
    }
    Set<Integer> codes = codes(right.json());
    return codes.contains(AUTHENTICATION) && codes(wrong.json()).equals(codes)
        ? List.of(
            Diagnosis.ok(
                FIELD,
                "cannot be told before there is a connection: with any token code 8 is answered"))
        : List.of(Diagnosis.ok(FIELD, "known: " + codes + ", a wrong one: " + codes(wrong.json())));
  }

  private static boolean isAnswer(Answer answer) {
    return answer.status() == 200 && answer.json().path("success").isBoolean();
  }

  private static Set<Integer> codes(JsonNode answer) {
    Set<Integer> codes = new TreeSet<>();
    answer.path("errors").forEach(error -> codes.add(error.path("code").asInt()));
    return codes;
  }
}
