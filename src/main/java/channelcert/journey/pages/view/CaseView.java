package channelcert.journey.pages.view;

import channelcert.http.page.Form;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Remark;
import channelcert.journey.cases.ShownSecret;
import channelcert.journey.certificate.IssuedCertificate;
import channelcert.journey.environment.Mappings.Mapped;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Facts;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands on the page of a case.
 *
 * @param recommendedBy name of who recommended it; empty while nobody did
 * @param may names of the things that the viewer may do now, beside the steps
 * @param posted name of the form that was posted and not taken; empty when none was
 * @param form what was typed into it
 */
public record CaseView(
    CertificationCase found,
    String partner,
    List<ChecklistLine> checklist,
    List<StepView> steps,
    Map<String, Boolean> observations,
    List<EndpointsView> endpoints,
    List<Mapped> mappings,
    List<IssuedCertificate> certificates,
    List<Remark.Issue> issues,
    List<Remark.Comment> comments,
    String recommendedBy,
    List<String> may,
    CaseExtras extras,
    List<ShownSecret> secrets,
    String posted,
    Form form) {
  private static final Form EMPTY = Form.parse("");
  private static final Set<CaseState> BEFORE_LIVE =
      EnumSet.of(
          CaseState.CERTIFIED, CaseState.PRODUCTION_SETUP, CaseState.PILOT, CaseState.MONITORING);

  /** What was typed into a form of the page, and what is wrong with it. */
  public Form form(String name) {
    return name.equals(posted) ? form : EMPTY;
  }

  public boolean may(String what) {
    return may.contains(what);
  }

  /** Address of something that belongs to the case. */
  public String at(String rest) {
    return "/portal/cases/" + found.id() + (rest.isEmpty() ? "" : "/" + rest);
  }

  /** Whether nobody waits for the viewer. */
  public boolean isNothingToDo() {
    return mine().stream().allMatch(StepView::grave)
        && List.of("recommend", "pilot", "health").stream().noneMatch(this::may)
        && extras.secrets().isEmpty();
  }

  /** Until when the pilot has to be completed; null where no pilot is ahead. */
  public @Nullable Instant pilotDeadline() {
    return found.certifiedAt() == null || !BEFORE_LIVE.contains(found.state())
        ? null
        : Facts.pilotDeadline(found.certifiedAt());
  }

  /** The steps that the viewer may take. */
  public List<StepView> mine() {
    return steps.stream().filter(StepView::mine).toList();
  }

  /** The steps that others take, or that happen by themselves. */
  public List<StepView> ofOthers() {
    return steps.stream().filter(each -> !each.mine()).toList();
  }
}
