package channelcert.journey.api;

import channelcert.contract.portal.Mail;
import channelcert.contract.portal.MailList;
import channelcert.contract.portal.MailStatus;
import channelcert.contract.portal.api.MailApi;
import channelcert.journey.post.PostDesk;
import channelcert.journey.post.StoredMail;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** What was mailed, about a case or at all. */
public final class MailResource implements MailApi {
  private final Cases cases;
  private final PostDesk post;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  MailResource(Cases cases, PostDesk post) {
    this.cases = cases;
    this.post = post;
  }

  @Override
  public MailList listMails(String caseId) {
    return new MailList(
        post.isConfigured(),
        post.about(cases.of(security, caseId)).stream().map(this::view).toList());
  }

  @Override
  public MailList listOutbox() {
    return new MailList(post.isConfigured(), post.newest().stream().map(this::view).toList());
  }

  private Mail view(StoredMail mail) {
    return Mail.builder()
        .id(mail.id())
        .caseId(mail.caseId().isEmpty() ? null : mail.caseId())
        .template(mail.template())
        .to(mail.recipient())
        .subject(mail.subject())
        .text(mail.plain())
        .writtenAt(CaseMapper.moment(mail.writtenAt()))
        .status(MailStatus.valueOf(post.fate(mail).name()))
        .attempts(mail.attempts())
        .sentAt(CaseMapper.momentOrNone(mail.sentAt()))
        .problem(post.problem(mail))
        .build();
  }
}
