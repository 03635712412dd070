package channelcert.journey.api;

import channelcert.contract.portal.Comment;
import channelcert.contract.portal.CommentList;
import channelcert.contract.portal.History;
import channelcert.contract.portal.HistoryEntry;
import channelcert.contract.portal.Issue;
import channelcert.contract.portal.IssueList;
import channelcert.contract.portal.NewComment;
import channelcert.contract.portal.NewIssue;
import channelcert.contract.portal.NewOverride;
import channelcert.contract.portal.OverrideList;
import channelcert.contract.portal.Severity;
import channelcert.contract.portal.api.ReviewApi;
import channelcert.journey.audit.AuditEntry;
import channelcert.journey.audit.AuditStore;
import channelcert.journey.audit.HashChain;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Remark;
import channelcert.journey.cases.RemarkDesk;
import channelcert.journey.cases.RemarkStore;
import channelcert.journey.export.CaseExport;
import channelcert.journey.file.OverrideDesk;
import channelcert.journey.people.Person;
import channelcert.journey.people.PersonStore;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comments, issues and the history of a case. */
public final class ReviewResource implements ReviewApi {
  private final Cases cases;
  private final RemarkDesk desk;
  private final RemarkStore remarks;
  private final AuditStore audit;
  private final PersonStore people;
  private final CaseExport export;
  private final OverrideDesk overrides;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  ReviewResource(
      Cases cases,
      RemarkDesk desk,
      RemarkStore remarks,
      AuditStore audit,
      PersonStore people,
      CaseExport export,
      OverrideDesk overrides) {
    this.cases = cases;
    this.desk = desk;
    this.remarks = remarks;
    this.audit = audit;
    this.people = people;
    this.export = export;
    this.overrides = overrides;
  }

  @Override
  public CommentList listComments(String caseId) {
    return new CommentList(
        remarks.comments(cases.of(security, caseId).id()).stream()
            .map(ReviewResource::comment)
            .toList());
  }

  static Comment comment(Remark.Comment each) {
    return Comment.builder()
        .number(each.number())
        .at(CaseMapper.moment(each.at()))
        .by(each.by())
        .row(each.row())
        .content(each.content())
        .build();
  }

  @Override
  public OverrideList listOverrides(String caseId) {
    return overrides(cases.of(security, caseId));
  }

  @Override
  public OverrideList overrideRow(String caseId, NewOverride wanted) {
    CertificationCase found = cases.of(security, caseId, wanted.revision());
    overrides.override(found, Caller.person(security), wanted.row(), wanted.reason());
    return overrides(found);
  }

  private OverrideList overrides(CertificationCase found) {
    return new OverrideList(
        overrides.of(found).stream()
            .map(
                each ->
                    channelcert.contract.portal.Override.builder()
                        .row(each.code())
                        .by(each.by())
                        .at(CaseMapper.moment(each.at()))
                        .reason(each.reason())
                        .build())
            .toList());
  }

  @Override
  public void comment(String caseId, NewComment comment) {
    desk.comment(
        cases.of(security, caseId), Caller.person(security), comment.row(), comment.content());
  }

  @Override
  public IssueList listIssues(String caseId) {
    return new IssueList(
        remarks.issues(cases.of(security, caseId).id()).stream()
            .map(
                each ->
                    Issue.builder()
                        .number(each.number())
                        .attempt(each.attempt())
                        .severity(each.critical() ? Severity.CRITICAL : Severity.MINOR)
                        .content(each.content())
                        .openedBy(each.openedBy())
                        .openedAt(CaseMapper.moment(each.openedAt()))
                        .resolvedBy(each.resolvedBy())
                        .resolvedAt(CaseMapper.momentOrNone(each.resolvedAt()))
                        .build())
            .toList());
  }

  @Override
  public void openIssue(String caseId, NewIssue issue) {
    desk.openIssue(cases.of(security, caseId), Caller.person(security), CaseMapper.issue(issue));
  }

  @Override
  public void resolveIssue(String caseId, Integer number) {
    desk.resolve(cases.of(security, caseId), Caller.person(security), number);
  }

  @Override
  public History readHistory(String caseId) {
    List<AuditEntry> entries = audit.entries(cases.of(security, caseId).id());
    Map<String, String> names = new HashMap<>();
    return new History(
        HashChain.holds(entries),
        entries.stream().map(entry -> entry(entry, name(names, entry.personId()))).toList());
  }

  @Override
  public Response exportCase(String caseId) {
    CertificationCase found = cases.of(security, caseId);
    return Downloads.file(
        (StreamingOutput) out -> export.write(found, out),
        "application/zip",
        "case-" + found.id() + ".zip");
  }

  private @Nullable String name(Map<String, String> names, @Nullable String id) {
    return id == null
        ? null
        : names.computeIfAbsent(
            id, unknown -> people.find(unknown).map(Person::name).orElse(unknown));
  }

  private static HistoryEntry entry(AuditEntry entry, @Nullable String by) {
    return HistoryEntry.builder()
        .number(entry.number())
        .at(CaseMapper.moment(entry.at()))
        .by(by)
        .action(entry.action())
        .content(entry.content())
        .hash(entry.hash())
        .build();
  }
}
