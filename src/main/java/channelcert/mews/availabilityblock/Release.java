package channelcert.mews.availabilityblock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When units that nobody picked up return to sale: all of them on a day, or each night at a time
 * before it. Exactly one of the two is present.
 *
 * @param fixedDay the day, from its first moment at the property
 * @param offset time before each night, such as {@code P3D}
 */
public record Release(@Nullable LocalDate fixedDay, @Nullable String offset) {
  public Release {
    if ((fixedDay == null) == (offset == null)) {
      throw new IllegalArgumentException("a block is released on a day or by an offset, not both");
    }
    if (offset != null) {
      String given = offset;
      offset =
          ReleaseOffset.parse(given)
              .orElseThrow(() -> new IllegalArgumentException(malformed(given)))
              .toString();
    }
  }

  static String malformed(String offset) {
    return "the offset '"
        + offset.substring(0, Math.min(offset.length(), 50))
        + "' is no duration that begins with days; write P3D or P3DT4H30M";
  }

  /** When a night is released. */
  Instant of(LocalDate night, ZoneId zone) {
    return fixedDay != null
        ? fixedDay.atStartOfDay(zone).toInstant()
        : ReleaseOffset.parse(Objects.requireNonNull(offset))
            .orElseThrow()
            .before(night, zone)
            .toInstant();
  }
}
