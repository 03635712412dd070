package channelcert.journey.pages;

import channelcert.http.Json;
import channelcert.journey.audit.AuditEntry;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Remark;
import channelcert.journey.pages.view.SentBack;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Transition;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds why a case came back to where it stands. */
final class Backs {
  private final PageParts parts;

  Backs(PageParts parts) {
    this.parts = parts;
  }

  /** The newest step, where it did not lead on and somebody said why. */
  @Nullable SentBack of(CertificationCase found, List<Remark.Issue> issues) {
    return parts.audit().entries(found.id()).reversed().stream()
        .filter(each -> step(each).isPresent())
        .findFirst()
        .flatMap(each -> step(each).map(step -> sentBack(found, each, step, issues)))
        .orElse(null);
  }

  /** The step that an entry is about; empty where it is about something else. */
  static Optional<Transition> step(AuditEntry entry) {
    return Arrays.stream(Transition.values())
        .filter(each -> each.name().equals(entry.action()))
        .findFirst();
  }

  private @Nullable SentBack sentBack(
      CertificationCase found, AuditEntry entry, Transition step, List<Remark.Issue> issues) {
    JsonNode told = tree(entry.content());
    List<String> reasons =
        found.state() == CaseState.FAILED
            ? issues.stream().filter(Remark.Issue::isOpen).map(Remark.Issue::content).toList()
            : Stream.of("comment", "change")
                .map(name -> told.path(name).asText())
                .filter(words -> !words.isEmpty())
                .toList();
    if (step.leadsOn() || reasons.isEmpty()) {
      return null;
    }
    String by =
        Optional.ofNullable(entry.personId())
            .flatMap(parts.people()::find)
            .map(Person::name)
            .orElse("the system");
    return new SentBack(step.label(), by, entry.at(), reasons);
  }

  /** What an entry tells. */
  static JsonNode tree(String content) {
    try {
      return Json.mapper().readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of the history is JSON", e);
    }
  }
}
