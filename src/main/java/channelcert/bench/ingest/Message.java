package channelcert.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A body in which connection, identifier and values are overwritten in place, so that every sent
 * message is another one without being built anew.
 */
final class Message {
  static final String TOKEN = "bench-connection-";
  private static final int TOKEN_DIGITS = 7;
  private static final String ID = "00000000-0000-4000-8000-";
  private static final int ID_DIGITS = 12;
  private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
  private static final AtomicLong IDS = new AtomicLong();

  private final byte[] body;
  private final int token;
  private final int id;
  private final int[] values;

  private Message(byte[] body, int[] values) {
    this.body = body;
    this.values = values;
    this.token = indexAfter(body, TOKEN);
    this.id = indexAfter(body, ID);
  }

  /** Token of a connection. */
  static String token(int connection) {
    return TOKEN + String.format(Locale.ROOT, "%0" + TOKEN_DIGITS + "d", connection);
  }

  /** Code of the rate plan or category of a number. */
  static String code(char kind, int number) {
    return kind + String.format(Locale.ROOT, "%02d", number);
  }

  /** Availability of two categories for two weeks. */
  static Message small(String clientToken) {
    StringBuilder json = start(clientToken).append("\"availabilities\":[");
    int[] values = new int[2];
    for (int entry = 0; entry < 2; entry++) {
      json.append(entry == 0 ? "" : ",")
          .append("{\"spaceTypeCode\":\"")
          .append(code('S', entry))
          .append("\",\"from\":\"2027-01-01\",\"to\":\"2027-01-14\",\"availability\":");
      values[entry] = json.length();
      json.append("10}");
    }
    return new Message(ascii(json.append("]}")), values);
  }

  /** Prices of every night alone, as a hotel with a price for each night has them. */
  static Message prices(
      String clientToken, int days, int ratePlans, int categories, int occupancies) {
    StringBuilder json = start(clientToken).append("\"ratePrices\":[");
    int[] values = new int[days * ratePlans * categories * occupancies];
    int value = 0;
    for (int pair = 0; pair < ratePlans * categories; pair++) {
      for (int day = 0; day < days; day++) {
        LocalDate night = FIRST.plusDays(day);
        json.append(value == 0 ? "" : ",")
            .append("{\"spaceTypeCode\":\"")
            .append(code('S', pair % categories))
            .append("\",\"ratePlanCode\":\"")
            .append(code('R', pair / categories))
            .append("\",\"from\":\"")
            .append(night)
            .append("\",\"to\":\"")
            .append(night)
            .append("\",\"prices\":[");
        for (int guests = 1; guests <= occupancies; guests++) {
          json.append(guests == 1 ? "" : ",").append("{\"grossAmount\":");
          values[value++] = json.length();
          int cents = (pair * 37 + day * 53 + guests * 1999) % 10_000;
          json.append(
              String.format(
                  Locale.ROOT,
                  "1%02d.%02d,\"netAmount\":9%d.%02d",
                  cents / 100,
                  cents % 100,
                  cents / 1000,
                  cents * 7 % 100));
          json.append(",\"currencyCode\":\"EUR\",\"guestCount\":").append(guests).append('}');
        }
        json.append("],\"agePrices\":[]}");
      }
    }
    return new Message(ascii(json.append("]}")), values);
  }

  int length() {
    return body.length;
  }

  /** How many values it sets, each of one night unless it is an availability. */
  int cells() {
    return values.length;
  }

  /** A copy that can be changed beside this one. */
  Message copy() {
    return new Message(body.clone(), values);
  }

  /** Names the connection and takes a new identifier; the bytes are those of this message. */
  byte[] to(int connection) {
    write(token, TOKEN_DIGITS, connection);
    write(id, ID_DIGITS, IDS.incrementAndGet());
    return body;
  }

  /** Gives every value another first digit. */
  void vary(long number) {
    byte digit = (byte) ('1' + number % 9);
    for (int value : values) {
      body[value] = digit;
    }
  }

  /** Gives the values of one night another first digit. */
  void vary(int value, long number) {
    body[values[value]] = (byte) ('1' + number % 9);
  }

  private void write(int at, int digits, long number) {
    long rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      body[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static StringBuilder start(String clientToken) {
    return new StringBuilder("{\"clientToken\":\"")
        .append(clientToken)
        .append("\",\"connectionToken\":\"")
        .append(token(0))
        .append("\",\"messageId\":\"")
        .append(ID)
        .append("0".repeat(ID_DIGITS))
        .append("\",\"responseUrl\":\"http://mews.invalid/confirm\",");
  }

  private static byte[] ascii(StringBuilder json) {
    return json.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static int indexAfter(byte[] body, String text) {
    byte[] start = Arrays.copyOf(body, Math.min(body.length, 1000));
    return new String(start, StandardCharsets.US_ASCII).indexOf(text) + text.length();
  }
}
