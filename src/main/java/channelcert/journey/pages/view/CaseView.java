package channelcert.journey.pages.view;

import channelcert.http.page.Form;
import channelcert.journey.call.Call;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Remark;
import channelcert.journey.cases.ShownSecret;
import channelcert.journey.certificate.IssuedCertificate;
import channelcert.journey.environment.Access;
import channelcert.journey.environment.Mappings.Mapped;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Facts;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands on the page of a case.
 *
 * @param sentBack why it came back; null where it went on
 * @param toMews the call to Mews that it waits for; null where it waits for none of the viewer
 * @param access names and values that are needed to call Mews and are no secret
 * @param names of what is sold, for the mapping
 * @param call of this attempt; null while none is booked
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
    @Nullable SentBack sentBack,
    @Nullable CallToMews toMews,
    Map<String, String> access,
    Access.Names names,
    @Nullable Call call,
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
        && toMews == null
        && extras.secrets().isEmpty();
  }

  /** Until when the pilot has to be completed; null where no pilot is ahead. */
  public @Nullable Instant pilotDeadline() {
    return found.certifiedAt() == null || !BEFORE_LIVE.contains(found.state())
        ? null
        : Facts.pilotDeadline(found.certifiedAt());
  }

  /** The sold pairs of a connection by their category, each RATE/CATEGORY. */
  public static Map<String, List<String>> byCategory(Mapped mapped) {
    return mapped.sold().stream()
        .collect(
            Collectors.groupingBy(
                pair -> pair.substring(pair.lastIndexOf('/') + 1),
                TreeMap::new,
                Collectors.toList()));
  }

  /** A category with its name. */
  public String category(String code) {
    String name = names.categories().getOrDefault(code, "");
    return name.isEmpty() ? code : code + " – " + name;
  }

  /** A pair with the name of its rate; no other pair is called like it. */
  public String pair(String pair) {
    String rate = names.rates().getOrDefault(pair.substring(0, pair.lastIndexOf('/')), "");
    return rate.isEmpty() ? pair : pair + " – " + rate;
  }

  /** The steps that the viewer may take. */
  public List<StepView> mine() {
    return steps.stream().filter(StepView::mine).toList();
  }

  /** The steps that others take, or that happen by themselves. */
  public List<StepView> ofOthers() {
    return steps.stream().filter(each -> !each.mine() && !isCall(each)).toList();
  }

  /** Whether the viewer is told at length how to take it. */
  private boolean isCall(StepView step) {
    return toMews != null && step.label().endsWith(toMews.operation());
  }
}
