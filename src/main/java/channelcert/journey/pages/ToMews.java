package channelcert.journey.pages;

import channelcert.contract.portal.api.CasesApi;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Environment;
import channelcert.journey.environment.Access;
import channelcert.journey.pages.view.CallToMews;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Transition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the partner how Mews is called. */
final class ToMews {
  private final Access access;

  ToMews(Access access) {
    this.access = access;
  }

  /** The call that the case waits for; null where it waits for none of the viewer. */
  @Nullable CallToMews of(CertificationCase found, Person viewer) {
    boolean waits =
        Transition.onward(found.state())
            .filter(step -> step.actors().contains(viewer.role()))
            .isPresent();
    if (waits && found.state() == CaseState.ENDPOINTS_SHARED) {
      String email = access.email(found, Environment.TEST).orElse("E-MAIL-ADDRESS");
      return new CallToMews(
          "Get properties",
          access.address("getProperties").toString(),
          "your client token, which was shown once, and the e-mail address of the test user",
          "{\"clientToken\":\"YOUR-CLIENT-TOKEN\",\"email\":\"" + email + "\"}");
    }
    if (waits && found.state() == CaseState.TOKEN_RETRIEVED) {
      return new CallToMews(
          "Get configuration",
          access.address("getConfiguration").toString(),
          "your client token and the token of the connection, which Get properties answered",
          "{\"clientToken\":\"YOUR-CLIENT-TOKEN\",\"connectionToken\":\"TOKEN-OF-THE-CONNECTION\"}");
    }
    return null;
  }

  /** What is no secret of how Mews is called, by its name. */
  Map<String, String> access(CertificationCase found, Person viewer) {
    Map<String, String> known = new LinkedHashMap<>();
    if (viewer.role().isMews() || Visit.may(viewer, CasesApi.class, "showSecrets")) {
      access
          .email(found, Environment.TEST)
          .ifPresent(email -> known.put("E-mail address of the test user", email));
      access
          .email(found, Environment.PRODUCTION)
          .ifPresent(email -> known.put("E-mail address of the production user", email));
      if (!known.isEmpty()) {
        known.put("Operations of Mews", access.address("").toString());
      }
    }
    return known;
  }
}
