package channelcert.channelmanager.extranet;

import channelcert.channelmanager.inventory.Nights;
import channelcert.http.page.Form;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What somebody wants to see of the calendar; whatever makes no sense becomes the usual.
 *
 * @param wantedGuests number of guests whose prices are wanted, 0 for all, -1 when not chosen
 * @param wantedCategory the only space category that is wanted, empty for all, "*" when not chosen
 */
record CalendarChoice(LocalDate from, int days, int wantedGuests, String wantedCategory) {
  private static final Set<Integer> LENGTHS = Set.of(14, 28, 365);
  private static final int YEAR = 365;
  private static final int USUAL = 14;

  static CalendarChoice of(Form query, LocalDate today) {
    int days = number(query.text("days"), USUAL);
    return new CalendarChoice(
        date(query.text("from"), today),
        LENGTHS.contains(days) ? days : USUAL,
        query.has("guests") ? number(query.text("guests"), 0) : -1,
        query.has("category") ? query.text("category") : "*");
  }

  Nights window() {
    return new Nights(from, from.plusDays(days - 1L));
  }

  /** A whole year begins with the prices of one number of guests, to stay readable. */
  int guests(Collection<Integer> known) {
    if (wantedGuests >= 0) {
      return wantedGuests;
    }
    return days < YEAR || known.isEmpty() ? 0 : known.contains(2) ? 2 : known.iterator().next();
  }

  /** A whole year begins with the first space category. */
  String category(List<String> known) {
    if (wantedCategory.equals("*")) {
      return days < YEAR || known.isEmpty() ? "" : known.getFirst();
    }
    return known.contains(wantedCategory) ? wantedCategory : "";
  }

  private static int number(String text, int otherwise) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : otherwise;
  }

  private static LocalDate date(String text, LocalDate otherwise) {
    try {
      LocalDate date = LocalDate.parse(text);
      return date.getYear() >= 2000 && date.getYear() <= 2198 ? date : otherwise;
    } catch (DateTimeParseException none) {
      return otherwise;
    }
  }
}
