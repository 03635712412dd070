package channelcert.journey.api;

import channelcert.contract.portal.Endpoint;
import channelcert.contract.portal.EndpointList;
import channelcert.contract.portal.NewEndpoint;
import channelcert.contract.portal.RegisterEndpoints;
import channelcert.contract.portal.api.EndpointsApi;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Endpoints;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.RegisteredEndpoint;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The registered addresses of a case. */
public final class EndpointsResource implements EndpointsApi {
  private final Cases cases;
  private final Endpoints endpoints;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  EndpointsResource(Cases cases, Endpoints endpoints) {
    this.cases = cases;
    this.endpoints = endpoints;
  }

  @Override
  public EndpointList listEndpoints(String caseId, String environment) {
    return view(cases.of(security, caseId), environment(environment));
  }

  @Override
  public EndpointList registerEndpoints(
      String caseId, String environment, RegisterEndpoints registered) {
    CertificationCase found = cases.of(security, caseId);
    Environment where = environment(environment);
    Map<String, String> addresses = new LinkedHashMap<>();
    for (NewEndpoint each : registered.endpoints()) {
      if (addresses.put(each.operation(), each.address().strip()) != null) {
        throw PortalRefusal.invalid(
            "endpoints." + each.operation(), each.operation() + " is named twice.");
      }
    }
    endpoints.register(found, where, addresses, registered.clientToken(), Caller.person(security));
    return view(found, where);
  }

  @Override
  public EndpointList probeEndpoints(String caseId, String environment) {
    CertificationCase found = cases.of(security, caseId);
    Environment where = environment(environment);
    endpoints.probe(found, where, Caller.person(security));
    return view(found, where);
  }

  private EndpointList view(CertificationCase found, Environment environment) {
    return EndpointList.builder()
        .environment(channelcert.contract.portal.Environment.valueOf(environment.name()))
        .endpoints(
            endpoints.of(found.id(), environment).stream()
                .map(EndpointsResource::endpoint)
                .toList())
        .problems(endpoints.problems(found.id(), environment))
        .build();
  }

  private static Endpoint endpoint(RegisteredEndpoint each) {
    return Endpoint.builder()
        .operation(each.operation())
        .address(each.address().toString())
        .reachedAt(CaseMapper.momentOrNone(each.reachedAt()))
        .problem(each.problem())
        .build();
  }

  static Environment environment(String name) {
    return Arrays.stream(Environment.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                PortalRefusal.notFound(
                    "There is no environment " + name + "; test and production are."));
  }
}
