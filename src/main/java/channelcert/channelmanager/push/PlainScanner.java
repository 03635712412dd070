package channelcert.channelmanager.push;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reads JSON of the plainest kind from a stream: ASCII without escapes, whole objects of a few
 * kilobytes, numbers without sign and exponent. Whatever is not plain ends the reading, and the
 * message is read again with care; so nothing needs to be worded here.
 */
final class PlainScanner {
  /** The text is not plain, or no JSON at all. */
  static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlain() {
      super("not plain", null, false, false);
    }
  }

  private static final int BUFFER = 64 << 10;
  private static final int LARGEST_OBJECT = 16 << 10;
  private static final int MOST_DIGITS = 18;
  private static final int MOST_DECIMALS = 6;
  private static final int DATE_LENGTH = 10;

  private final InputStream in;

  /** One more than is read: a zero behind the end is no part of any JSON. */
  private final byte[] buffer = new byte[BUFFER + 1];

  private int at;
  private int end;
  private boolean over;
  private int start;
  private int length;
  private int scale;

  PlainScanner(InputStream in) {
    this.in = in;
  }

  /** Makes sure that the next object lies in the buffer, when it is no larger than allowed. */
  void prepare() throws IOException {
    if (end - at >= LARGEST_OBJECT || over) {
      return;
    }
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    int read = in.readNBytes(buffer, end, BUFFER - end);
    end += read;
    over = end < BUFFER;
    buffer[end] = 0;
  }

  /** The next character that is no white space, without taking it. */
  byte peek() {
    byte next = buffer[at];
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
      next = buffer[++at];
    }
    return next;
  }

  /** Takes a character if it is the next one. */
  boolean takes(char expected) {
    if (peek() == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Takes these bytes if they are the next ones. */
  boolean takes(byte[] expected) {
    peek();
    int behind = at + expected.length;
    if (behind > end || !Arrays.equals(buffer, at, behind, expected, 0, expected.length)) {
      return false;
    }
    at = behind;
    return true;
  }

  void take(char expected) throws NotPlain {
    if (!takes(expected)) {
      throw new NotPlain();
    }
  }

  /** Takes a comma, or the end; true for the comma. */
  boolean more(char last) throws NotPlain {
    if (takes(',')) {
      return true;
    }
    take(last);
    return false;
  }

  /** Takes a string; {@link #is} and {@link #text} are about it until the next one. */
  void string() throws NotPlain {
    take('"');
    int from = at;
    byte next = buffer[at];
    while (next >= ' ' && next != '"' && next != '\\') {
      next = buffer[++at];
    }
    if (next != '"') {
      throw new NotPlain();
    }
    start = from;
    length = at - from;
    at++;
  }

  /** Takes a property name with its colon. */
  void name() throws NotPlain {
    string();
    take(':');
  }

  /** Whether the last string was these bytes. */
  boolean is(byte[] text) {
    return length == text.length
        && Arrays.equals(buffer, start, start + length, text, 0, text.length);
  }

  byte[] bytes() {
    return Arrays.copyOfRange(buffer, start, start + length);
  }

  String text() {
    return new String(buffer, start, length, StandardCharsets.US_ASCII);
  }

  /** Takes a date; days since 1970. */
  long date() throws NotPlain {
    string();
    if (length != DATE_LENGTH || buffer[start + 4] != '-' || buffer[start + 7] != '-') {
      throw new NotPlain();
    }
    try {
      return LocalDate.of(digits(0, 4), digits(5, 2), digits(8, 2)).toEpochDay();
    } catch (DateTimeException notInTheCalendar) {
      throw new NotPlain();
    }
  }

  private int digits(int from, int count) throws NotPlain {
    int value = 0;
    for (int i = start + from; i < start + from + count; i++) {
      int digit = buffer[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new NotPlain();
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Takes a decimal and answers its digits; {@link #scale} is about it until the next one. */
  long decimal() throws NotPlain {
    byte next = peek();
    int from = at;
    long value = 0;
    while (next >= '0' && next <= '9') {
      value = value * 10 + (next - '0');
      next = buffer[++at];
    }
    int whole = at - from;
    int decimals = 0;
    if (next == '.') {
      next = buffer[++at];
      int point = at;
      while (next >= '0' && next <= '9') {
        value = value * 10 + (next - '0');
        next = buffer[++at];
      }
      decimals = at - point;
      if (decimals == 0) {
        throw new NotPlain();
      }
    }
    boolean leadingZero = whole > 1 && buffer[from] == '0';
    if (whole == 0
        || leadingZero
        || whole + decimals > MOST_DIGITS
        || decimals > MOST_DECIMALS
        || (next != ',' && next != '}' && next != ']' && next > ' ')) {
      throw new NotPlain();
    }
    scale = decimals;
    return value;
  }

  int scale() {
    return scale;
  }

  /** Takes a whole number. */
  int whole() throws NotPlain {
    long value = decimal();
    if (scale != 0 || value > Integer.MAX_VALUE) {
      throw new NotPlain();
    }
    return (int) value;
  }

  /** Takes what is written like this. */
  void literal(String text) throws NotPlain {
    peek();
    for (int i = 0; i < text.length(); i++) {
      if (buffer[at++] != text.charAt(i)) {
        throw new NotPlain();
      }
    }
  }

  /** Nothing but white space may be left. */
  void finish() throws IOException, NotPlain {
    do {
      if (peek() != 0 || at != end) {
        throw new NotPlain();
      }
      prepare();
    } while (at != end);
  }
}
