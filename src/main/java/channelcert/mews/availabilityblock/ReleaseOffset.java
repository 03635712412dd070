package channelcert.mews.availabilityblock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Time before the start of a night, in the forms that the documentation uses: {@code P3D}, {@code
 * P3DT}, {@code P3DT4H30M}.
 *
 * @param days calendar days at the property
 * @param more hours and minutes beside
 */
record ReleaseOffset(int days, Duration more) {
  private static final Pattern FORM =
      Pattern.compile("P(\\d{1,4})D(?:T(?:(\\d{1,4})H)?(?:(\\d{1,5})M)?)?");

  /** Reads an offset in any letter case; empty when it has another form. */
  static Optional<ReleaseOffset> parse(String text) {
    Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    return form.matches()
        ? Optional.of(
            new ReleaseOffset(
                number(form.group(1)),
                Duration.ofHours(number(form.group(2))).plusMinutes(number(form.group(3)))))
        : Optional.empty();
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  ZonedDateTime before(LocalDate night, ZoneId zone) {
    return night.minusDays(days).atStartOfDay(zone).minus(more);
  }

  /** The form in which offsets are sent. */
  @Override
  public String toString() {
    if (more.isZero()) {
      return "P" + days + "D";
    }
    return "P%dDT%dH%dM".formatted(days, more.toHours(), more.toMinutesPart());
  }
}
