package channelcert.journey.call;

import channelcert.journey.cases.CertificationCase;
import channelcert.journey.people.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A call as an iCalendar invitation, or what takes it back, RFC 5545 and 5546. */
final class CalendarEntry {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Octets of a line without its end. */
  private static final int LONGEST_LINE = 75;

  private CalendarEntry() {}

  static String of(
      CertificationCase found, Call call, Person certifier, List<Person> invited, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Channelcert//Certification portal//EN");
    lines.add("CALSCALE:GREGORIAN");
    boolean cancelled = call.state() == Call.State.CANCELLED;
    lines.add(cancelled ? "METHOD:CANCEL" : "METHOD:REQUEST");
    lines.add("BEGIN:VEVENT");
    lines.add("UID:call-" + found.id() + "-" + call.attempt() + "@channelcert");
    lines.add("SEQUENCE:" + call.sequence());
    lines.add("DTSTAMP:" + UTC.format(now));
    lines.add("DTSTART:" + UTC.format(call.startsAt()));
    lines.add("DTEND:" + UTC.format(call.startsAt().plus(Slot.LENGTH)));
    lines.add("SUMMARY:" + text("Certification call: " + found.application()));
    lines.add(
        "DESCRIPTION:"
            + text(
                "The inventory tests INV-1 to INV-6 are run together. Case "
                    + found.id()
                    + ", attempt "
                    + call.attempt()
                    + ".\nMove the call in the portal, not by an answer to this invitation."));
    lines.add(cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    lines.add("ORGANIZER;CN=" + quoted(certifier.name()) + ":mailto:" + certifier.email());
    invited.forEach(
        each ->
            lines.add(
                "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="
                    + quoted(each.name())
                    + ":mailto:"
                    + each.email()));
    lines.add("END:VEVENT");
    lines.add("END:VCALENDAR");
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> fold(out, line));
    return out.toString();
  }

  private static String text(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }

  /** Inside quotes everything may stand but quotes and controls. */
  private static String quoted(String value) {
    return "\"" + value.replaceAll("[\"\\p{Cntrl}]", " ").strip() + "\"";
  }

  /** Cut between characters, however many octets each has. */
  private static void fold(StringBuilder out, String line) {
    int octets = 0;
    for (int at = 0; at < line.length(); ) {
      int point = line.codePointAt(at);
      String character = Character.toString(point);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST_LINE) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(character);
      octets += size;
      at += Character.charCount(point);
    }
    out.append("\r\n");
  }
}
