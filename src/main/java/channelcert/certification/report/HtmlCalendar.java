package channelcert.certification.report;

import channelcert.certification.verdict.lesson.Lesson;
import channelcert.certification.verdict.lesson.WrongNight;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Wrong nights as a calendar: a table for each category, rate and number of guests, a line for each
 * week that has a wrong night; every other night stays empty.
 */
final class HtmlCalendar {
  private static final int MOST_KEYS = 4;
  private static final int MOST_WEEKS = 6;
  private static final int DAYS = 7;
  private static final DateTimeFormatter WEEK =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final List<String> NAMES =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private final Html html;

  HtmlCalendar(Html html) {
    this.html = html;
  }

  void write(Lesson lesson) {
    if (lesson.nights().isEmpty()) {
      return;
    }
    Map<String, Map<LocalDate, WrongNight>> keys = new LinkedHashMap<>();
    lesson
        .nights()
        .forEach(
            night ->
                keys.computeIfAbsent(key(night), key -> new TreeMap<>()).put(night.night(), night));
    html.open("div", "class", "calendar");
    html.element(
        "p",
        Wording.count(lesson.wrongNights(), "wrong value")
            + "; only wrong nights are filled: what was pushed, and below it what is shown",
        "class",
        "label");
    keys.entrySet().stream()
        .limit(MOST_KEYS)
        .forEach(each -> table(each.getKey(), each.getValue()));
    int left = lesson.wrongNights() - shown(keys);
    if (left > 0) {
      html.element("p", left + " more wrong values; report.json lists them.", "class", "note");
    }
    html.close();
  }

  private static int shown(Map<String, Map<LocalDate, WrongNight>> keys) {
    return keys.values().stream()
        .limit(MOST_KEYS)
        .mapToInt(
            nights -> {
              List<LocalDate> weeks = weeks(nights);
              LocalDate end = weeks.getLast().plusDays(DAYS);
              return (int) nights.keySet().stream().filter(night -> night.isBefore(end)).count();
            })
        .sum();
  }

  private void table(String key, Map<LocalDate, WrongNight> nights) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", key);
    html.open("table", "class", "month").element("caption", key).open("thead").open("tr");
    html.element("th", "Week of", "scope", "col");
    NAMES.forEach(name -> html.element("th", name, "scope", "col"));
    html.close().close().open("tbody");
    for (LocalDate monday : weeks(nights)) {
      html.open("tr").element("th", WEEK.format(monday), "scope", "row");
      for (int day = 0; day < DAYS; day++) {
        night(monday.plusDays(day), nights);
      }
      html.close();
    }
    html.close().close().close();
  }

  private void night(LocalDate day, Map<LocalDate, WrongNight> nights) {
    WrongNight wrong = nights.get(day);
    if (wrong == null) {
      html.open("td").element("span", String.valueOf(day.getDayOfMonth()), "class", "day").close();
      return;
    }
    html.open("td", "class", "wrong");
    html.element("span", String.valueOf(day.getDayOfMonth()), "class", "day");
    html.element("span", wrong.expected(), "class", "wanted");
    html.element("span", wrong.received(), "class", "got");
    html.close();
  }

  /** The first weeks that have a wrong night, by their Mondays. */
  private static List<LocalDate> weeks(Map<LocalDate, WrongNight> nights) {
    return new ArrayList<>(
        nights.keySet().stream()
            .map(night -> night.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
            .distinct()
            .limit(MOST_WEEKS)
            .toList());
  }

  private static String key(WrongNight night) {
    return night.spaceTypeCode()
        + (night.ratePlanCode().isEmpty() ? "" : " / " + night.ratePlanCode())
        + (night.guests() == 0 ? "" : ", " + Wording.count(night.guests(), "guest"));
  }
}
