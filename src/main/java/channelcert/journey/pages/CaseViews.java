package channelcert.journey.pages;

import channelcert.contract.portal.api.CallApi;
import channelcert.contract.portal.api.CasesApi;
import channelcert.contract.portal.api.EndpointsApi;
import channelcert.contract.portal.api.FilesApi;
import channelcert.contract.portal.api.MappingApi;
import channelcert.contract.portal.api.ReviewApi;
import channelcert.contract.portal.api.SharingApi;
import channelcert.http.page.Form;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Endpoints;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.RegisteredEndpoint;
import channelcert.journey.cases.Remark;
import channelcert.journey.cases.ShownSecret;
import channelcert.journey.cases.StepInput;
import channelcert.journey.pages.view.CaseExtras;
import channelcert.journey.pages.view.CaseLine;
import channelcert.journey.pages.view.CaseView;
import channelcert.journey.pages.view.ChecklistLine;
import channelcert.journey.pages.view.EndpointsView;
import channelcert.journey.pages.view.StepView;
import channelcert.journey.people.Organisation;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Facts;
import channelcert.journey.workflow.Input;
import channelcert.journey.workflow.PublishedStep;
import channelcert.journey.workflow.PublishedStep.Progress;
import channelcert.journey.workflow.Transition;
import channelcert.journey.workflow.Trigger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts together what pages show of a case. */
final class CaseViews {
  /** Always possible, so that nobody is waited for to do it. */
  private static final Set<Transition> GRAVE = EnumSet.of(Transition.T22, Transition.T29);

  private final PageParts parts;
  private final Backs backs;
  private final ToMews toMews;

  CaseViews(PageParts parts) {
    this.parts = parts;
    this.backs = new Backs(parts);
    this.toMews = new ToMews(parts.access());
  }

  /** A case on the home page. */
  CaseLine line(CertificationCase found, Person viewer) {
    WayOn way = wayOn(found);
    return new CaseLine(
        found, partner(found, viewer), way.waitsFor(viewer, found), way.words(), checklist(found));
  }

  /**
   * The page of a case.
   *
   * @param secrets shown once
   * @param posted name of the form that was not taken; empty when none was
   */
  CaseView view(
      CertificationCase found, Person viewer, List<ShownSecret> secrets, String posted, Form form) {
    Facts facts = parts.known().of(found);
    boolean remarks = Visit.may(viewer, ReviewApi.class, "listIssues");
    List<Remark.Issue> issues = remarks ? parts.remarks().issues(found.id()) : List.of();
    return new CaseView(
        found,
        partner(found, viewer),
        checklist(found),
        steps(found).stream().map(step -> step(found, step, facts, viewer)).toList(),
        remarks ? backs.of(found, issues) : null,
        toMews.of(found, viewer),
        toMews.access(found, viewer),
        parts.access().names(found),
        parts.papers().calls().call(found).orElse(null),
        observations(facts),
        endpoints(found, viewer, posted, form),
        parts.mappings().of(found),
        parts.papers().certificates().of(found),
        issues,
        remarks ? parts.remarks().comments(found.id()) : List.of(),
        found.recommendedBy() == null
            ? ""
            : parts.people().find(found.recommendedBy()).map(Person::name).orElse(""),
        may(found, viewer),
        extras(found, viewer),
        secrets,
        posted,
        form);
  }

  private String partner(CertificationCase found, Person viewer) {
    return parts.people().organisationsVisibleTo(viewer).stream()
        .filter(each -> each.id().equals(found.organisationId()))
        .map(Organisation::name)
        .findFirst()
        .orElse(found.organisationId());
  }

  List<ChecklistLine> checklist(CertificationCase found) {
    boolean created = parts.known().endpointsCreated(found);
    return Arrays.stream(PublishedStep.values())
        .map(
            step -> {
              Progress progress = step.progress(found.state(), created);
              return new ChecklistLine(
                  step.title(),
                  step.owner(),
                  progress,
                  progress == Progress.CURRENT ? wayOn(found).words() : "");
            })
        .toList();
  }

  private WayOn wayOn(CertificationCase found) {
    return WayOn.of(
        found, found.state() != CaseState.FILE_RETURNED || parts.papers().calls().isTimeOffered());
  }

  /** The one that leads on first. */
  private static List<Transition> steps(CertificationCase found) {
    return Transition.outOf(found.state()).stream()
        .sorted(Comparator.comparing(step -> !step.leadsOn()))
        .toList();
  }

  private static boolean isMine(Transition step, Person viewer) {
    return step.trigger() == Trigger.PERSON && step.roles().contains(viewer.role());
  }

  private static StepView step(
      CertificationCase found, Transition step, Facts facts, Person viewer) {
    return new StepView(
        step.name(),
        step.label(),
        who(step),
        isMine(step, viewer),
        GRAVE.contains(step),
        step.input().map(CaseViews::field).orElse(""),
        step.input().map(Input::words).orElse(""),
        step.unmet(facts),
        Places.of(step, facts, found.id()));
  }

  /** The field of a form, named as in the API. */
  private static String field(Input input) {
    return StepInput.field(input);
  }

  private static String who(Transition step) {
    return switch (step.trigger()) {
      case PERSON -> WayOn.words(step.roles());
      case OBSERVATION ->
          step.actors().isEmpty()
              ? "happens by itself"
              : WayOn.words(step.actors()) + "; seen by itself";
      case TIMER -> "happens by itself in time";
    };
  }

  private static Map<String, Boolean> observations(Facts facts) {
    Map<String, Boolean> seen = new LinkedHashMap<>();
    seen.put("Get properties was seen with the test connection", facts.propertiesSeen());
    seen.put("Get configuration was seen for the test connection", facts.configurationSeen());
    seen.put("The operations of the test connection are on", facts.connectionEnabled());
    seen.put(
        "%d categories and %d rates are mapped"
            .formatted(facts.mappedCategories(), facts.mappedRates()),
        facts.mappedCategories() >= Facts.LEAST_MAPPED
            && facts.mappedRates() >= Facts.LEAST_MAPPED);
    if (facts.certifiedAt() != null) {
      seen.put("Live inventory was accepted", facts.liveAriAccepted());
      seen.put("A live booking was confirmed", facts.liveBookingConfirmed());
    }
    return seen;
  }

  private List<EndpointsView> endpoints(
      CertificationCase found, Person viewer, String posted, Form form) {
    List<EndpointsView> views = new ArrayList<>();
    if (found.state() != CaseState.DRAFT && found.state() != CaseState.REQUESTED) {
      views.add(endpoints(found, Environment.TEST, viewer, posted, form));
    }
    if (found.certifiedAt() != null) {
      views.add(endpoints(found, Environment.PRODUCTION, viewer, posted, form));
    }
    return views;
  }

  private EndpointsView endpoints(
      CertificationCase found, Environment where, Person viewer, String posted, Form form) {
    String name = where.name().toLowerCase(Locale.ROOT);
    Map<String, RegisteredEndpoint> known = new HashMap<>();
    parts.endpoints().of(found.id(), where).forEach(each -> known.put(each.operation(), each));
    Map<String, String> stored = new HashMap<>();
    known.forEach((operation, each) -> stored.put(operation, each.address().toString()));
    return new EndpointsView(
        name,
        Endpoints.operations().stream().map(each -> line(each, known)).toList(),
        parts.endpoints().problems(found.id(), where),
        !found.state().isFinal() && Visit.may(viewer, EndpointsApi.class, "registerEndpoints"),
        !found.state().isFinal() && Visit.may(viewer, EndpointsApi.class, "probeEndpoints"),
        posted.equals("endpoints-" + name) ? form : Form.of(stored));
  }

  private static EndpointsView.Line line(String operation, Map<String, RegisteredEndpoint> known) {
    boolean mandatory = Endpoints.isMandatory(operation);
    RegisteredEndpoint found = known.get(operation);
    return found == null
        ? new EndpointsView.Line(operation, mandatory, "", "", "")
        : new EndpointsView.Line(
            operation,
            mandatory,
            found.address().toString(),
            Words.at(found.reachedAt()),
            found.problem() == null ? "" : found.problem());
  }

  private CaseExtras extras(CertificationCase found, Person viewer) {
    boolean mayShare = Visit.may(viewer, SharingApi.class, "createShareLink");
    return new CaseExtras(
        Visit.may(viewer, CasesApi.class, "showSecrets")
            ? parts.secrets().waiting(found)
            : List.of(),
        Visit.may(viewer, ReviewApi.class, "overrideRow")
            ? parts.overrides().open(found)
            : List.of(),
        parts.overrides().of(found),
        mayShare,
        mayShare ? parts.shares().of(found) : List.of(),
        parts.clock().instant());
  }

  private static List<String> may(CertificationCase found, Person viewer) {
    List<String> may = new ArrayList<>();
    CaseState state = found.state();
    boolean ended = state.isFinal();
    add(
        may,
        "request",
        Visit.may(viewer, CasesApi.class, "changeRequest") && state == CaseState.DRAFT);
    add(may, "secrets", !ended && Visit.may(viewer, CasesApi.class, "showSecrets"));
    add(may, "map", !ended && Visit.may(viewer, MappingApi.class, "declareMapping"));
    add(may, "comment", Visit.may(viewer, ReviewApi.class, "comment"));
    add(may, "papers", Visit.may(viewer, FilesApi.class, "listFiles"));
    add(
        may,
        "offer",
        state == CaseState.FILE_RETURNED && Visit.may(viewer, CallApi.class, "offerSlot"));
    add(may, "issue", !ended && Visit.may(viewer, ReviewApi.class, "openIssue"));
    add(may, "resolve", Visit.may(viewer, ReviewApi.class, "resolveIssue"));
    add(
        may,
        "recommend",
        state == CaseState.EVALUATION && Visit.may(viewer, CasesApi.class, "recommend"));
    add(
        may,
        "pilot",
        state == CaseState.PRODUCTION_SETUP && Visit.may(viewer, CasesApi.class, "agreeToPilot"));
    add(
        may,
        "health",
        state == CaseState.MONITORING && Visit.may(viewer, CasesApi.class, "attestHealth"));
    return may;
  }

  private static void add(List<String> may, String what, boolean is) {
    if (is) {
      may.add(what);
    }
  }
}
