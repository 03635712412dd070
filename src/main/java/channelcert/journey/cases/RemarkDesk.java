package channelcert.journey.cases;

import channelcert.journey.people.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comments on cases, and issues opened and resolved. */
public final class RemarkDesk {
  private final CaseDesk desk;
  private final RemarkStore store;

  public RemarkDesk(CaseDesk desk, RemarkStore store) {
    this.desk = desk;
    this.store = store;
  }

  /**
   * Writes a comment.
   *
   * @param row code of the row that it is about, absent when it is about the case
   */
  public void comment(CertificationCase found, Person by, @Nullable String row, String content) {
    desk.change(
        found,
        by,
        "comment",
        row == null ? Map.of("comment", content) : Map.of("row", row, "comment", content),
        List.of(RemarkStore.comment(by.id(), row, content)));
  }

  public void openIssue(CertificationCase found, Person by, StepInput.NewIssue issue) {
    desk.change(
        found,
        by,
        "openIssue",
        Map.of("critical", issue.critical(), "issue", issue.content()),
        List.of(new CaseChange.IssuesOpened(List.of(issue))));
  }

  /**
   * Marks an issue resolved.
   *
   * @throws StepRefused when there is no such issue, or it is resolved
   */
  public void resolve(CertificationCase found, Person by, int number) {
    if (store.issues(found.id()).stream()
        .noneMatch(each -> each.number() == number && each.isOpen())) {
      throw StepRefused.conflict("There is no open issue " + number + " in this case.");
    }
    desk.change(
        found,
        by,
        "resolveIssue",
        Map.of("issue", number),
        List.of(RemarkStore.resolve(number, by.id())));
  }
}
