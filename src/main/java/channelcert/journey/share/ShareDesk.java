package channelcert.journey.share;

import channelcert.certification.verdict.Verdict;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Remark;
import channelcert.journey.cases.RemarkStore;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.file.Features;
import channelcert.journey.people.Person;
import channelcert.journey.people.PersonStore;
import channelcert.journey.people.SecretTokens;
import channelcert.journey.run.Executed;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes links that show a case, revokes them, and shows what they show. */
public final class ShareDesk {
  private static final int LONGEST_DAYS = 90;

  private final ShareStore links;
  private final CaseStore cases;
  private final CaseDesk desk;
  private final RemarkStore remarks;
  private final PersonStore people;
  private final Executed executed;
  private final SecretTokens tokens;
  private final Supplier<URI> portal;
  private final Clock clock;

  /**
   * Makes a desk.
   *
   * @param portal address of the portal
   */
  public ShareDesk(
      ShareStore links,
      CaseStore cases,
      CaseDesk desk,
      RemarkStore remarks,
      PersonStore people,
      Executed executed,
      SecretTokens tokens,
      Supplier<URI> portal,
      Clock clock) {
    this.links = links;
    this.cases = cases;
    this.desk = desk;
    this.remarks = remarks;
    this.people = people;
    this.executed = executed;
    this.tokens = tokens;
    this.portal = portal;
    this.clock = clock;
  }

  /**
   * A new link.
   *
   * @param address the link itself; a secret
   */
  public record Made(int number, String address, Instant expiresAt) {}

  /**
   * What a link shows.
   *
   * @param verdicts the latest of each row, by code in published order
   */
  public record Shared(
      ShareLink link,
      CertificationCase found,
      String partner,
      SortedMap<String, Verdict> verdicts,
      List<Remark.Comment> comments) {}

  /** The links of a case, oldest first. */
  public List<ShareLink> of(CertificationCase found) {
    return links.of(found.id());
  }

  /** Makes a link that ends after some days. */
  public Made make(CertificationCase found, Person by, int days, boolean withComments) {
    if (days < 1 || days > LONGEST_DAYS) {
      throw StepRefused.invalid("days", "A link lasts 1 to " + LONGEST_DAYS + " days.");
    }
    int number = of(found).size() + 1;
    String token = tokens.next();
    Instant expiresAt = clock.instant().plus(Duration.ofDays(days));
    desk.change(
        found,
        by,
        "createShareLink",
        Map.of("number", number, "days", days, "withComments", withComments),
        List.of(ShareStore.add(number, token, withComments, by.id(), expiresAt)));
    return new Made(number, portal.get() + "/portal/shared/" + token, expiresAt);
  }

  /**
   * Revokes a link.
   *
   * @throws StepRefused when there is none, or it is over
   */
  public void revoke(CertificationCase found, Person by, int number) {
    if (of(found).stream()
        .noneMatch(each -> each.number() == number && each.isOpen(clock.instant()))) {
      throw StepRefused.conflict("There is no open share link " + number + " of this case.");
    }
    desk.change(
        found, by, "revokeShareLink", Map.of("number", number), List.of(ShareStore.revoke(number)));
  }

  /** What the holder of a token sees; nothing for a token that is unknown, over or revoked. */
  public Optional<Shared> shown(String token) {
    return links
        .find(token)
        .filter(link -> link.isOpen(clock.instant()))
        .flatMap(link -> cases.find(link.caseId()).map(found -> shared(link, desk.observe(found))));
  }

  private Shared shared(ShareLink link, CertificationCase found) {
    SortedMap<String, Verdict> verdicts = new TreeMap<>(Features.PUBLISHED_ORDER);
    verdicts.putAll(executed.verdicts(found));
    return new Shared(
        link,
        found,
        people.organisationName(found.organisationId()),
        verdicts,
        link.withComments() ? remarks.comments(found.id()) : List.of());
  }
}
