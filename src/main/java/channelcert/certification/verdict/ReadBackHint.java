package channelcert.certification.verdict;

import channelcert.certification.verdict.lesson.Cause;
import java.util.List;
import java.util.stream.Collectors;

/** What to change where the extranet shows something else than was pushed. */
final class ReadBackHint {
  private ReadBackHint() {}

  /** The advice for the causes that were recognised, the most likely one first. */
  static String of(List<Cause> causes) {
    return causes.isEmpty()
        ? "Compare the push and the read-back named here."
        : causes.stream().map(ReadBackHint::advice).distinct().collect(Collectors.joining(" "));
  }

  private static String advice(Cause cause) {
    return switch (cause) {
      case LAST_NIGHT_LOST ->
          "Store every night from 'from' to 'to', both included: 'to' is a night too.";
      case FIRST_NIGHT_LOST ->
          "Store every night from 'from' to 'to', both included: 'from' is a night too.";
      case ONE_NIGHT_OFF ->
          "Read 'from' and 'to' as plain calendar days of the property, without a time zone.";
      case NET_FOR_GROSS -> "Store grossAmount while the extranet works with gross prices.";
      case GROSS_FOR_NET -> "Store netAmount while the extranet works with net prices.";
      case GUEST_COUNTS_IGNORED, GUEST_COUNTS_LOST, GUEST_COUNTS_SWAPPED ->
          "Store one price for each guestCount of 'prices', under exactly that number.";
      case PRODUCT_MISSING ->
          "Take the price as it is pushed: it holds the product already, for every guest.";
      case OLDER_VALUE ->
          "Apply messages in the order in which they arrive; the last one wins for each night.";
      case CANNED_VALUE -> "Answer readAri from what is stored, not from a template.";
      case ROUNDED -> "Keep amounts as decimals with all their places, never as whole numbers.";
      case ITEMS_LOST, CATEGORY_LOST ->
          "Store every entry of the list before you answer \"success\": true; refuse what you"
              + " cannot store.";
      case NIGHTS_BEYOND_LOST ->
          "Keep the whole horizon that is pushed, at least 365 nights from today.";
      case CLOSED_SHOWN_OPEN -> "State 8 means that no night may be sold.";
      case ARRIVAL_FOR_DEPARTURE ->
          "State 6 closes the day as arrival, state 7 as departure; both come with 2.";
      case LENGTHS_SWAPPED -> "minLos is the shortest stay, maxLos the longest.";
      case LENGTHS_LOST -> "Store minLos and maxLos: other lengths of stay are closed.";
      case NOT_REOPENED ->
          "Replace what was known for the dates: state 1 without limits opens them again.";
      default -> "Compare the push and the read-back named here.";
    };
  }
}
