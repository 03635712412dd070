package channelcert.journey.api;

import channelcert.contract.portal.DeclareMapping;
import channelcert.contract.portal.MappedConnection;
import channelcert.contract.portal.Mapping;
import channelcert.contract.portal.api.MappingApi;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.environment.Mappings;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** What the test connections of a case sell, and what of it is mapped. */
public final class MappingResource implements MappingApi {
  private final Cases cases;
  private final Mappings mappings;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  MappingResource(Cases cases, Mappings mappings) {
    this.cases = cases;
    this.mappings = mappings;
  }

  @Override
  public Mapping readMapping(String caseId) {
    return view(cases.of(security, caseId));
  }

  @Override
  public Mapping declareMapping(String caseId, DeclareMapping declared) {
    CertificationCase found = cases.of(security, caseId, declared.revision());
    mappings.declare(found, declared.number(), declared.pairs(), Caller.person(security));
    return view(found);
  }

  private Mapping view(CertificationCase found) {
    return new Mapping(
        mappings.of(found).stream()
            .map(
                each ->
                    MappedConnection.builder()
                        .number(each.number())
                        .spaceTypeCode(each.spaceTypeCode())
                        .sold(each.sold())
                        .soldAt(CaseMapper.momentOrNone(each.soldAt()))
                        .declared(each.declared())
                        .missing(each.missing())
                        .build())
            .toList());
  }
}
