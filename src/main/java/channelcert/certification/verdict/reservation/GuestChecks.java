package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.OldForm;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Lesson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who arrives: how many of each age category, and by name. */
public final class GuestChecks {
  private GuestChecks() {}

  /** Two adults and a child in each reservation. */
  public static Check twoAdultsAndAChild(NotedBooking noted) {
    String expected = "guestCounts with Adult 2 and Child 1";
    return noted.onMessage(expected, (booking, message) -> counts(expected, message));
  }

  private static Finding counts(String expected, Message message) {
    Deviations deviations = new Deviations().because(Cause.GUESTS_WRONG);
    List<WrittenReservation> active = WrittenReservation.active(message.request());
    if (active.isEmpty()) {
      deviations.add("there is no active reservation that could hold guests");
    }
    for (WrittenReservation reservation : active) {
      if (reservation.json().path("guestCounts").isEmpty()) {
        legacyCounts(reservation, deviations);
      } else {
        Map<String, Integer> counts = byCategory(reservation.json());
        if (!counts.equals(Map.of("Adult", 2, "Child", 1))) {
          deviations.add(reservation.path("guestCounts"), counts.toString(), "{Adult=2, Child=1}");
        }
      }
    }
    return deviations.finding(
        expected,
        "two adults and a child",
        "Send a guestCounts entry for each age category, with the category codes Adult and Child.",
        List.of(message.id()));
  }

  private static void legacyCounts(WrittenReservation reservation, Deviations deviations) {
    JsonNode adults = reservation.json().path("adultCount");
    JsonNode children = reservation.json().path("childCount");
    if (adults.asInt() == 2 && children.asInt() == 1) {
      deviations.note(OldForm.PERSON_COUNTS.sentence());
    } else {
      deviations.add(
          reservation.path("guestCounts"),
          "absent, with adultCount " + Wire.show(adults) + " and childCount " + Wire.show(children),
          "Adult 2 and Child 1");
    }
  }

  /** Persons of each age category, categories without persons left out. */
  static Map<String, Integer> byCategory(JsonNode reservation) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode entry : reservation.path("guestCounts")) {
      counts.merge(Wire.text(entry, "code"), entry.path("count").asInt(), Integer::sum);
    }
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  /** At least one arriving guest is somebody other than the customer. */
  public static Check companion(NotedBooking noted) {
    String expected = "a guest besides the customer in guests of a reservation";
    return noted.onMessage(expected, (booking, message) -> companions(expected, message));
  }

  private static Finding companions(String expected, Message message) {
    String customer = name(message.request().path("customer"));
    List<String> guests =
        WrittenReservation.active(message.request()).stream()
            .flatMap(reservation -> reservation.json().path("guests").valueStream())
            .map(GuestChecks::name)
            .toList();
    boolean accompanied =
        guests.stream().anyMatch(name -> !name.isBlank() && !name.equalsIgnoreCase(customer));
    return accompanied
        ? Finding.passed(
            expected, "customer " + customer + ", guests " + guests, List.of(message.id()))
        : Finding.failed(
                expected,
                "customer is " + customer + ", reservations[].guests names " + guests,
                "List every arriving person in guests of the reservation, the companions too, each"
                    + " with lastName.",
                List.of(message.id()))
            .teaching(Lesson.of(Cause.GUESTS_WRONG));
  }

  private static String name(JsonNode person) {
    return (Wire.text(person, "firstName") + " " + Wire.text(person, "lastName")).strip();
  }
}
