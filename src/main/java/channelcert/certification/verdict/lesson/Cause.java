package channelcert.certification.verdict.lesson;

import java.util.Locale;

/**
 * Likely causes that the evidence of a failure can tell, each in one sentence for its developer.
 */
public enum Cause {
  // What the extranet shows.
  LAST_NIGHT_LOST("'to' is taken as a departure day: only the last night of intervals is wrong."),
  FIRST_NIGHT_LOST("'from' is taken as excluded: only the first night of intervals is wrong."),
  ONE_NIGHT_OFF("Dates pass through a time zone: the values stand one night off."),
  NET_FOR_GROSS("The net side of the price is stored where the extranet works with gross."),
  GROSS_FOR_NET("The gross side of the price is stored where the extranet works with net."),
  GUEST_COUNTS_IGNORED("guestCount is ignored: the same price is shown for several guest counts."),
  GUEST_COUNTS_SWAPPED("The price of one number of guests is shown for another one."),
  GUEST_COUNTS_LOST("Prices of some numbers of guests are not stored."),
  PRODUCT_MISSING("The product that is packaged into the rate was taken out of its price."),
  OLDER_VALUE("An older value won: messages are not applied in the order of their arrival."),
  CANNED_VALUE("The extranet shows one value everywhere, whatever was pushed."),
  ROUNDED("Amounts are rounded or cut."),
  ITEMS_LOST("Whole entries of the push are not stored, although it was accepted."),
  NIGHTS_BEYOND_LOST("Only nights far ahead are missing: the extranet ends before the horizon."),
  CATEGORY_LOST("One category or pair is not stored at all."),
  CLOSED_SHOWN_OPEN("A closed night is shown as sellable."),
  ARRIVAL_FOR_DEPARTURE("Closed to arrival (6) and closed to departure (7) are mixed up."),
  LENGTHS_SWAPPED("minLos and maxLos are mixed up."),
  LENGTHS_LOST("The limits of the length of stay are dropped."),
  NOT_REOPENED("State 1 without limits does not remove the restriction from before."),
  // The form of an answer.
  STATUS_FOR_REFUSAL("The outcome is put into the HTTP status; it belongs into the body."),
  SERVER_ERROR("The endpoint broke: HTTP 5xx usually means an exception that nobody caught."),
  REDIRECTED("The registered address answers with a redirect, which Mews does not follow."),
  HTML_PAGE("A page for people came back: a proxy, a login page or an error page."),
  TEXT_CONTENT_TYPE("The body is JSON, but the Content-Type header says something else."),
  BROKEN_BODY("The body is no complete JSON: it was cut off, or something was printed into it."),
  NO_ANSWER("Nothing answered in time, or the connection was refused or cut."),
  // What an answer says.
  ACCEPTED_WRONGLY("The message was taken although it had to be refused: the code is not checked."),
  SINGULAR_ERROR("The error stands in 'error', which 'errors' replaced in May 2024."),
  DEPRECATED_CODE("Codes 4 and 5 were replaced by 10 and 9 in August 2022."),
  OTHER_CODE("Another error code is used for this situation."),
  CODE_AS_TEXT("The code is sent as a text; it is a number."),
  CODE_IN_MESSAGE_ONLY("The offending code stands in the message only, not in its own field."),
  MESSAGE_UNCLEAR("The message does not tell the property what is wrong."),
  REFUSED_AS_UNKNOWN("The candidate does not know a code that it has mapped."),
  REFUSED_TOKENS("The candidate does not know the token, or holds the connection for inactive."),
  REFUSED_FOR_NOW("The candidate answered a system error: maintenance, overload or a fault."),
  REFUSED_AS_INVALID("The candidate takes a valid message for malformed."),
  ERRORS_WITH_SUCCESS("'success' is true and errors are listed; one of both is wrong."),
  // Confirmations.
  NEVER_CONFIRMED("asyncConfirmation was announced, and the confirmation never came."),
  CONFIRMED_TWICE("The same push was confirmed more than once."),
  CONFIRMED_ANOTHER("A confirmation came, but its relatedMessageId is that of no push."),
  CONFIRMATION_REFUSED("The confirmation itself was refused by Mews: tokens or form are wrong."),
  FAILURE_CONFIRMED("The confirmation reports a failure."),
  // Bookings.
  NOT_SENT("The order was taken, but no message left for Mews."),
  REFUSED_BY_MEWS("Mews refused the message for the error that it names."),
  SPLIT_BOOKING("A booking of several spaces is sent in several messages."),
  PARTIAL_DEFINITION("The message is a difference; Mews takes it as the complete booking."),
  NEW_IDENTITY("The booking got another channelManagerId, so Mews sees another booking."),
  NEW_CODES("Reservations got other codes, so Mews cancels the old and adds new ones."),
  UNCHANGED("The old definition was sent again instead of the new one."),
  TOTAL_NOT_SUM("A total is not the sum of what it covers."),
  AMOUNT_COUNT("There is not one amount for each night."),
  OTHER_SIDE_SENT("Gross and net are mixed up, or both are sent."),
  CANNED_BOOKING("The message does not say what was ordered: values come from a template."),
  DATES_OFF("The days of the stay differ from the order by a night: time zone or departure day."),
  CARD_MISSING("The booking carries no card, or none of the published test cards."),
  GUESTS_WRONG("Persons are not counted by age category, or not named."),
  CHANNEL_MISSING("The channel that sold the booking is not named by its code."),
  NOT_CANCELLED("The cancellation still lists reservations."),
  CONFIRMATION_NOT_TAKEN("The confirmation of Mews was not answered with success."),
  NUMBER_NOT_KEPT("The confirmation number of Mews is not stored with the reservation."),
  REPEATED_UNCHANGED("A message that Mews refused for good was sent again as it was."),
  NOT_LOGGED("What Mews refused leaves no trace for a person.");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /** One sentence for the developer of the candidate. */
  public String words() {
    return words;
  }

  /** Stable words, as in the report: {@code last-night-lost}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
