package channelcert.journey.api;

import channelcert.contract.portal.CaseList;
import channelcert.contract.portal.CertificationCase;
import channelcert.contract.portal.ChangeRequest;
import channelcert.contract.portal.NewCase;
import channelcert.contract.portal.Remark;
import channelcert.contract.portal.Secret;
import channelcert.contract.portal.SecretList;
import channelcert.contract.portal.TakeStep;
import channelcert.contract.portal.api.CasesApi;
import channelcert.journey.cases.CaseChange;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.KnownFacts;
import channelcert.journey.cases.ShownSecret;
import channelcert.journey.environment.SecretDesk;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Transition;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Certification cases, their requests and their steps. */
public final class CasesResource implements CasesApi {
  private final CaseStore store;
  private final CaseDesk desk;
  private final KnownFacts known;
  private final SecretDesk secrets;
  private final Cases cases;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  CasesResource(CaseStore store, CaseDesk desk, KnownFacts known, SecretDesk secrets) {
    this.store = store;
    this.desk = desk;
    this.known = known;
    this.secrets = secrets;
    this.cases = new Cases(store, desk);
  }

  @Override
  public CaseList listCases() {
    Person viewer = Caller.person(security);
    return new CaseList(
        store.visibleTo(viewer).stream().map(found -> CaseMapper.summary(found, viewer)).toList());
  }

  @Override
  public CertificationCase createCase(NewCase asked) {
    return view(
        desk.create(Caller.person(security), asked.application(), asked.forManyProperties()),
        List.of());
  }

  @Override
  public CertificationCase readCase(String caseId) {
    return view(cases.of(security, caseId), List.of());
  }

  @Override
  public CertificationCase changeRequest(String caseId, ChangeRequest change) {
    return view(
        desk.request(
            cases.of(security, caseId, change.revision()),
            Caller.person(security),
            CaseMapper.asked(change.request())),
        List.of());
  }

  @Override
  public CertificationCase takeStep(String caseId, String step, TakeStep given) {
    Transition chosen =
        Arrays.stream(Transition.values())
            .filter(each -> each.name().equals(step))
            .findFirst()
            .orElseThrow(
                () -> PortalRefusal.notFound("There is no step " + step + "; T1 to T30 are."));
    CaseDesk.Stepped stepped =
        desk.take(
            cases.of(security, caseId, given.revision()),
            chosen,
            CaseMapper.input(given),
            Caller.person(security));
    return view(desk.observe(stepped.found()), stepped.secrets());
  }

  @Override
  public CertificationCase recommend(String caseId, Remark remark) {
    return view(
        desk.recommend(cases.of(security, caseId, remark.revision()), Caller.person(security)),
        List.of());
  }

  @Override
  public CertificationCase agreeToPilot(String caseId, Remark remark) {
    return state(
        caseId, remark, CaseState.PRODUCTION_SETUP, "agreeToPilot", new CaseChange.PilotAgreed());
  }

  @Override
  public CertificationCase attestHealth(String caseId, Remark remark) {
    return state(
        caseId, remark, CaseState.MONITORING, "attestHealth", new CaseChange.HealthAttested());
  }

  @Override
  public SecretList showSecrets(String caseId, String environment) {
    var found = cases.of(security, caseId);
    var where = EndpointsResource.environment(environment);
    return new SecretList(
        secrets.show(found, where, Caller.person(security)).stream()
            .map(each -> new Secret(each.name(), each.value()))
            .toList());
  }

  private CertificationCase state(
      String caseId, Remark remark, CaseState when, String action, CaseChange change) {
    var found = cases.of(security, caseId, remark.revision());
    if (found.state() != when) {
      throw PortalRefusal.conflict(
          "This is stated in the state " + when + "; the case is in " + found.state() + ".");
    }
    Map<String, String> details =
        remark.comment() == null ? Map.of() : Map.of("comment", remark.comment());
    return view(
        desk.change(found, Caller.person(security), action, details, List.of(change)), List.of());
  }

  private CertificationCase view(
      channelcert.journey.cases.CertificationCase found, List<ShownSecret> secrets) {
    return CaseMapper.view(
        found, known.of(found), known.endpointsCreated(found), Caller.person(security), secrets);
  }
}
