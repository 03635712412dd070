package channelcert.journey.api;

import channelcert.contract.portal.MadeShareLink;
import channelcert.contract.portal.NewShareLink;
import channelcert.contract.portal.ShareLink;
import channelcert.contract.portal.ShareLinkList;
import channelcert.contract.portal.SharedCase;
import channelcert.contract.portal.SharedRow;
import channelcert.contract.portal.api.SharingApi;
import channelcert.journey.cases.KnownFacts;
import channelcert.journey.share.ShareDesk;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Links that show a case to whoever holds them. */
public final class SharingResource implements SharingApi {
  private final Cases cases;
  private final ShareDesk desk;
  private final KnownFacts known;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  SharingResource(Cases cases, ShareDesk desk, KnownFacts known) {
    this.cases = cases;
    this.desk = desk;
    this.known = known;
  }

  @Override
  public ShareLinkList listShareLinks(String caseId) {
    return new ShareLinkList(
        desk.of(cases.of(security, caseId)).stream()
            .map(
                each ->
                    ShareLink.builder()
                        .number(each.number())
                        .by(each.by())
                        .createdAt(CaseMapper.moment(each.createdAt()))
                        .expiresAt(CaseMapper.moment(each.expiresAt()))
                        .revokedAt(CaseMapper.momentOrNone(each.revokedAt()))
                        .withComments(each.withComments())
                        .build())
            .toList());
  }

  @Override
  public MadeShareLink createShareLink(String caseId, NewShareLink wanted) {
    ShareDesk.Made made =
        desk.make(
            cases.of(security, caseId),
            Caller.person(security),
            wanted.days(),
            wanted.withComments());
    return MadeShareLink.builder()
        .number(made.number())
        .link(made.address())
        .expiresAt(CaseMapper.moment(made.expiresAt()))
        .build();
  }

  @Override
  public void revokeShareLink(String caseId, Integer number) {
    desk.revoke(cases.of(security, caseId), Caller.person(security), number);
  }

  @Override
  public SharedCase readShared(String token) {
    ShareDesk.Shared shared =
        desk.shown(token)
            .orElseThrow(() -> PortalRefusal.notFound("The link is unknown, over or was revoked."));
    var found = shared.found();
    return SharedCase.builder()
        .application(found.application())
        .partner(shared.partner())
        .state(found.state().name())
        .stateMeaning(found.state().meaning())
        .stateSince(CaseMapper.moment(found.stateSince()))
        .attempt(found.attempt())
        .expiresAt(CaseMapper.moment(shared.link().expiresAt()))
        .checklist(CaseMapper.checklist(found, known.endpointsCreated(found)))
        .rows(
            shared.verdicts().entrySet().stream()
                .map(each -> new SharedRow(each.getKey(), each.getValue().name()))
                .toList())
        .comments(shared.comments().stream().map(ReviewResource::comment).toList())
        .build();
  }
}
