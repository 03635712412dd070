package channelcert.journey.pages.view;

import channelcert.http.page.Form;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Remark;
import channelcert.journey.cases.ShownSecret;
import channelcert.journey.certificate.IssuedCertificate;
import channelcert.journey.environment.Mappings.Mapped;
import java.util.List;
import java.util.Map;

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
    List<ShownSecret> secrets,
    String posted,
    Form form) {
  private static final Form EMPTY = Form.parse("");

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

  /** The steps that the viewer may take. */
  public List<StepView> mine() {
    return steps.stream().filter(StepView::mine).toList();
  }

  /** The steps that others take, or that happen by themselves. */
  public List<StepView> ofOthers() {
    return steps.stream().filter(each -> !each.mine()).toList();
  }
}
