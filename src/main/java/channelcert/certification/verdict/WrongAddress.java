package channelcert.certification.verdict;

import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import java.util.Locale;
import java.util.Optional;

/** Where a web page answers instead of the candidate, its address is to be mended, not its code. */
final class WrongAddress {
  private static final int SERVER_ERROR = 500;

  /** What servers of files say to a POST. */
  private static final int NOT_IMPLEMENTED = 501;

  private WrongAddress() {}

  /** What to do, where one of the exchanges that show the failure met a web page. */
  static Optional<String> hint(Finding finding, RowEvidence evidence) {
    return finding.verdict() == Verdict.FAILED
        ? evidence.messages().stream()
            .filter(message -> finding.exchanges().contains(message.id()))
            .filter(WrongAddress::isPage)
            .map(WrongAddress::words)
            .findFirst()
        : Optional.empty();
  }

  private static boolean isPage(Message message) {
    Exchange exchange = message.exchange();
    boolean html =
        String.valueOf(exchange.contentType()).toLowerCase(Locale.ROOT).contains("html")
            || exchange.responseBody().text().stripLeading().startsWith("<");
    return exchange.direction() == Direction.MEWS_TO_CANDIDATE
        && exchange.failure() == null
        && (exchange.status() < SERVER_ERROR || exchange.status() == NOT_IMPLEMENTED)
        && html
        && !message.answer().isContainerNode();
  }

  /** One published name is misspelt; the candidate file spells it right. */
  private static String words(Message message) {
    Exchange exchange = message.exchange();
    String operation = message.operation();
    String field = operation.equals("changeNotificaton") ? "changeNotification" : operation;
    return "Correct endpoints."
        + field
        + ": at "
        + exchange.url()
        + " a web page answers (HTTP "
        + exchange.status()
        + (exchange.contentType() == null ? "" : ", " + exchange.contentType())
        + "), so it is the wrong address, or something stands in front of the candidate.";
  }
}
