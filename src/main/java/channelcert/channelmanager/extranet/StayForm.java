package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.view.Words;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.Guest;
import channelcert.channelmanager.reservation.ReservationDefinition;
import channelcert.channelmanager.reservation.Stay;
import channelcert.channelmanager.selling.WantedStay;
import channelcert.http.page.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a booking in forms: the customer, and numbered rows of stays. */
final class StayForm {
  private static final int MAX_ROWS = 101;
  private static final int MAX_NAME = 255;
  private static final int MAX_PEOPLE = 200;

  private StayForm() {}

  /** A form filled in with a booking, and an empty row. */
  static Form of(@Nullable BookingDefinition booking) {
    Map<String, String> values = new LinkedHashMap<>();
    if (booking != null) {
      values.put("firstName", booking.customer().firstName());
      values.put("lastName", booking.customer().lastName());
      int row = 0;
      for (ReservationDefinition each : booking.reservations()) {
        put(values, row, each);
        row++;
      }
      values.put("pair" + row, "");
    }
    return Form.of(values);
  }

  private static void put(Map<String, String> values, int row, ReservationDefinition stay) {
    values.put("code" + row, stay.code());
    values.put("pair" + row, Words.value(stay.pair()));
    values.put("arrival" + row, stay.stay().arrival().toString());
    values.put("departure" + row, stay.stay().departure().toString());
    values.put("adults" + row, Integer.toString(stay.adults()));
    values.put("children" + row, Integer.toString(stay.children()));
  }

  /** How many rows the form has. */
  static int rows(Form form) {
    int rows = 0;
    while (rows < MAX_ROWS && form.has("pair" + rows)) {
      rows++;
    }
    return rows;
  }

  /** The customer; errors are noted beside the fields. */
  static Guest customer(Form form) {
    String first = form.text("firstName");
    if (first.length() > MAX_NAME) {
      form.error("firstName", "The first name is longer than " + MAX_NAME + " characters.");
    }
    return new Guest(first, form.required("lastName", "The last name", MAX_NAME));
  }

  /** The stays of the rows that are filled in and not ticked to be cancelled. */
  static List<WantedStay> stays(Form form) {
    List<WantedStay> stays = new ArrayList<>();
    for (int row = 0; row < rows(form); row++) {
      if (!form.text("pair" + row).isEmpty() && !form.has("drop" + row)) {
        @Nullable WantedStay stay = stay(form, row);
        if (stay != null) {
          stays.add(stay);
        }
      }
    }
    return stays;
  }

  private static @Nullable WantedStay stay(Form form, int row) {
    @Nullable Pair pair = pair(form.text("pair" + row));
    LocalDate arrival = form.date("arrival" + row, "The arrival");
    LocalDate departure = form.date("departure" + row, "The departure");
    int adults = form.number("adults" + row, "Adults", 0, MAX_PEOPLE);
    int children = form.number("children" + row, "Children", 0, MAX_PEOPLE);
    if (pair == null) {
      form.error("pair" + row, "Choose what is booked.");
    }
    if (arrival != null && departure != null && !departure.isAfter(arrival)) {
      form.error("departure" + row, "The departure has to be after the arrival.");
    }
    if (adults + children < 1) {
      form.error("adults" + row, "There has to be at least one guest.");
    }
    String code = form.text("code" + row);
    return pair == null || arrival == null || departure == null
        ? null
        : new WantedStay(
            code.isEmpty() ? null : code, pair, new Stay(arrival, departure), adults, children);
  }

  /** The pair behind the value of a choice; null when nothing was chosen. */
  static @Nullable Pair pair(String value) {
    int colon = value.indexOf(':');
    if (colon < 1 || colon > 4 || !value.substring(0, colon).matches("\\d+")) {
      return null;
    }
    int end = colon + 1 + Integer.parseInt(value.substring(0, colon));
    return end > value.length()
        ? null
        : new Pair(value.substring(colon + 1, end), value.substring(end));
  }

  static String address(long connectionId, String reference) {
    return "/extranet/c/" + connectionId + "/booking?reference=" + Words.inAddress(reference);
  }
}
