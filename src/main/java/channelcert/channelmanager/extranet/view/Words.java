package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.PriceSide;
import channelcert.channelmanager.reservation.BookingStatus;
import channelcert.channelmanager.reservation.MessageState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the pages write things. */
public final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

  private Words() {}

  public static String time(@Nullable Instant time) {
    return time == null ? "at an unknown time" : TIME.format(time);
  }

  /** Month and year of a day. */
  public static String month(LocalDate day) {
    return MONTH.format(day);
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** With at least two decimals. */
  public static String amount(BigDecimal amount) {
    BigDecimal plain = amount.scale() < 2 ? amount.setScale(2, RoundingMode.UNNECESSARY) : amount;
    return plain.toPlainString();
  }

  public static String money(String currencyCode, BigDecimal amount) {
    return currencyCode + " " + amount(amount);
  }

  public static String side(PriceSide side) {
    return side == PriceSide.GROSS ? "gross" : "net";
  }

  public static String nights(long nights) {
    return nights == 1 ? "1 night" : nights + " nights";
  }

  public static String guests(int adults, int children) {
    String text = adults == 1 ? "1 adult" : adults + " adults";
    return children == 0
        ? text
        : text + ", " + (children == 1 ? "1 child" : children + " children");
  }

  public static String status(BookingStatus status) {
    return switch (status) {
      case SENT -> "Waiting for Mews";
      case CONFIRMED -> "Confirmed";
      case REFUSED -> "Refused by Mews";
      case CANCELLED -> "Cancelled";
    };
  }

  public static String state(MessageState state) {
    return switch (state) {
      case PENDING -> "To be sent";
      case HELD -> "Held";
      case ACCEPTED -> "Taken, not confirmed yet";
      case CONFIRMED -> "Confirmed";
      case REFUSED -> "Refused";
    };
  }

  /** What a published error code means. */
  public static String error(int code) {
    return switch (code) {
      case 1 -> "System error";
      case 2 -> "Reservation not found";
      case 3 -> "Connection not found";
      case 4 -> "Space not found";
      case 5 -> "Rate not found";
      case 6 -> "Validation error";
      case 7 -> "Processing error";
      case 8 -> "Invalid authentication";
      case 9 -> "Disabled operation or rate error";
      case 10 -> "Category error";
      case 11 -> "Rate category error";
      case 12 -> "Availability error";
      case 13 -> "Prices error";
      case 14 -> "Restrictions error";
      default -> "Unknown code";
    };
  }

  public static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    return bytes < 1 << 20
        ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
  }

  /** JSON indented; any other text as it is. */
  public static String pretty(String text) {
    try {
      JsonNode tree = channelcert.http.Json.mapper().readTree(text);
      return tree == null ? text : tree.toPrettyString();
    } catch (JsonProcessingException noJson) {
      return text;
    }
  }

  /**
   * A pair as the value of a choice in a form. Codes may hold anything, so that no separator would
   * do.
   */
  public static String value(Pair pair) {
    return pair.ratePlanCode().length() + ":" + pair.ratePlanCode() + pair.spaceTypeCode();
  }

  /** A text as it may stand in an address. */
  public static String inAddress(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
