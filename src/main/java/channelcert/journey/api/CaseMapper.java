package channelcert.journey.api;

import channelcert.contract.portal.CaseSummary;
import channelcert.contract.portal.ChecklistItem;
import channelcert.contract.portal.NewIssue;
import channelcert.contract.portal.NextStep;
import channelcert.contract.portal.Request;
import channelcert.contract.portal.Role;
import channelcert.contract.portal.Secret;
import channelcert.contract.portal.Severity;
import channelcert.contract.portal.StepProgress;
import channelcert.contract.portal.TakeStep;
import channelcert.contract.portal.TechnicalDetails;
import channelcert.http.Json;
import channelcert.journey.cases.CaseChange;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.ShownSecret;
import channelcert.journey.cases.StepInput;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.Facts;
import channelcert.journey.workflow.PublishedStep;
import channelcert.journey.workflow.Transition;
import channelcert.journey.workflow.Trigger;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases between the portal and its API. */
final class CaseMapper {
  private CaseMapper() {}

  static CaseSummary summary(CertificationCase found, Person viewer) {
    return CaseSummary.builder()
        .id(found.id())
        .organisationId(found.organisationId())
        .application(found.application())
        .state(found.state().name())
        .stateSince(moment(found.stateSince()))
        .attempt(found.attempt())
        .waitsForMe(waitsFor(found, viewer))
        .build();
  }

  /** Withdrawing and announcing a change are always possible; nobody is waited for to do that. */
  private static boolean waitsFor(CertificationCase found, Person viewer) {
    return Transition.outOf(found.state()).stream()
        .filter(step -> step != Transition.T22 && step != Transition.T29)
        .anyMatch(step -> step.roles().contains(viewer.role()));
  }

  static channelcert.contract.portal.CertificationCase view(
      CertificationCase found,
      Facts facts,
      boolean endpointsCreated,
      Person viewer,
      List<ShownSecret> secrets) {
    return channelcert.contract.portal.CertificationCase.builder()
        .id(found.id())
        .organisationId(found.organisationId())
        .application(found.application())
        .state(found.state().name())
        .stateMeaning(found.state().meaning())
        .stateSince(moment(found.stateSince()))
        .revision(found.revision())
        .attempt(found.attempt())
        .request(request(found))
        .predecessor(found.predecessor())
        .successor(found.successor())
        .recommendedBy(found.recommendedBy())
        .certifiedAt(momentOrNone(found.certifiedAt()))
        .pilotDeadline(
            found.certifiedAt() == null ? null : moment(Facts.pilotDeadline(found.certifiedAt())))
        .checklist(checklist(found, endpointsCreated))
        .steps(
            Transition.outOf(found.state()).stream()
                .map(step -> step(step, facts, viewer))
                .toList())
        .secrets(secrets.stream().map(each -> new Secret(each.name(), each.value())).toList())
        .build();
  }

  static List<ChecklistItem> checklist(CertificationCase found, boolean created) {
    return Arrays.stream(PublishedStep.values())
        .map(
            step ->
                ChecklistItem.builder()
                    .title(step.title())
                    .owner(step.owner())
                    .progress(StepProgress.valueOf(step.progress(found.state(), created).name()))
                    .build())
        .toList();
  }

  private static NextStep step(Transition step, Facts facts, Person viewer) {
    return NextStep.builder()
        .id(step.name())
        .label(step.label())
        .to(step.to().name())
        .roles(
            step.roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(role -> Role.valueOf(role.name()))
                .toList())
        .mine(step.trigger() == Trigger.PERSON && step.roles().contains(viewer.role()))
        .input(step.input().map(input -> input.words()).orElse(null))
        .missing(step.unmet(facts))
        .build();
  }

  static Request request(CertificationCase found) {
    return Request.builder()
        .application(found.application())
        .forManyProperties(found.forManyProperties())
        .pilotProperty(found.pilotProperty())
        .testAccessRequested(found.testAccessRequested())
        .details(details(found.details()))
        .build();
  }

  static CaseChange.Requested asked(Request request) {
    try {
      return new CaseChange.Requested(
          request.application(),
          request.forManyProperties(),
          blankIsNone(request.pilotProperty()),
          request.testAccessRequested(),
          Json.mapper().writeValueAsString(request.details()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("details can always be written", e);
    }
  }

  static StepInput input(TakeStep given) {
    return new StepInput(
        given.comment(),
        given.slot(),
        given.attendees() == null ? List.of() : given.attendees(),
        given.issues() == null
            ? List.of()
            : given.issues().stream().map(CaseMapper::issue).toList(),
        given.pilotProperty(),
        given.change());
  }

  static StepInput.NewIssue issue(NewIssue issue) {
    return new StepInput.NewIssue(issue.severity() == Severity.CRITICAL, issue.content());
  }

  static OffsetDateTime moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime momentOrNone(@Nullable Instant instant) {
    return instant == null ? null : moment(instant);
  }

  private static TechnicalDetails details(String json) {
    try {
      return Json.mapper().readValue(json, TechnicalDetails.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored details can always be read", e);
    }
  }

  private static @Nullable String blankIsNone(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
