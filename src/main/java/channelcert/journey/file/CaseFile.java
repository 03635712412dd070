package channelcert.journey.file;

import channelcert.certification.file.FileContent;
import channelcert.certification.file.FileDraft;
import channelcert.certification.report.Wording;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Details;
import channelcert.journey.cases.EndpointStore;
import channelcert.journey.cases.Environment;
import channelcert.journey.people.PersonStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Writes the certification file of a case down. */
final class CaseFile {
  private final PersonStore people;
  private final EndpointStore endpoints;
  private final OutcomeStore outcomes;

  CaseFile(PersonStore people, EndpointStore endpoints, OutcomeStore outcomes) {
    this.people = people;
    this.endpoints = endpoints;
    this.outcomes = outcomes;
  }

  FileContent content(CertificationCase found, int number, Instant now) {
    Details details = Details.of(found.details());
    FileDraft draft =
        new FileDraft("%s-%d".formatted(found.id(), number))
            .known("partner", "Partner", partner(found))
            .known("partner-id", "Partner ID", found.organisationId())
            .orAsked("contact", "Contact", text(details.get("contactEmail")))
            .known("application", "Application", found.application());
    if (found.forManyProperties()) {
      draft.orAsked(
          "pilot-property",
          "Pilot property",
          found.pilotProperty() == null ? "" : found.pilotProperty());
    } else {
      draft.known("pilot-property", "Pilot property", "none, a private integration");
    }
    Map<String, String> addresses = new TreeMap<>();
    endpoints
        .of(found.id(), Environment.TEST)
        .forEach(each -> addresses.put(each.operation(), each.address().toString()));
    return draft
        .orAsked("responsible", "Who is responsible for these answers", "")
        .known("environment", "Environment", "test (simulator of the Mews side)")
        .known("attempt", "Attempt", Integer.toString(found.attempt()))
        .known("date", "Date of this file", Wording.time(now))
        .endpoints(addresses)
        .known("pricing", "Prices", text(details.get("pricing")))
        .known("confirmation", "Answers to pushes", text(details.get("confirmation")))
        .known("horizon", "Nights of a full update", text(details.get("horizonDays")))
        .known("features", "Further features", String.join(", ", Features.of(details)))
        .outcomes(outcomes.outcomes(found))
        .content();
  }

  String partner(CertificationCase found) {
    return people.organisationName(found.organisationId());
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? "" : value.asText();
  }
}
