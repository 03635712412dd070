package channelcert.journey.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words on pages. */
public final class Words {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH);

  private Words() {}

  /** A time of the day for people. */
  public static String time(Instant moment) {
    return TIME.format(moment.atOffset(ZoneOffset.UTC));
  }

  /** A moment for people; empty when there is none. */
  public static String at(@Nullable Instant moment) {
    return moment == null ? "" : MOMENT.format(moment.atOffset(ZoneOffset.UTC));
  }

  /** Who called whom. */
  public static String direction(String name) {
    return switch (name) {
      case "MEWS_TO_CANDIDATE" -> "Mews → channel manager";
      case "CANDIDATE_TO_MEWS" -> "Channel manager → Mews";
      case "DRIVER" -> "Tests → driver";
      case "ATTENDED" -> "Tests → people";
      case "MEWS_STATE" -> "Looked up at Mews";
      default -> name;
    };
  }

  /** A name of the program for people: {@code SELF_TESTING} becomes "Self testing". */
  public static String of(Enum<?> value) {
    String words = value.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
