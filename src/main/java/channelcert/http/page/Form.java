package channelcert.http.page;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form as they were typed, and what is wrong with them, field by field, so that a
 * page can show both again.
 */
public final class Form {
  private static final int MAX_FIELD = 10_000;

  private final Map<String, List<String>> fields;
  private final Map<String, Upload> files;
  private final Map<String, String> errors = new LinkedHashMap<>();

  Form(Map<String, List<String>> fields, Map<String, Upload> files) {
    this.fields = fields;
    this.files = files;
  }

  /**
   * A file that was chosen.
   *
   * @param name as the browser calls it, without folders
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and the bytes are what matters
  public record Upload(String name, byte[] bytes) {}

  /**
   * Reads a posted form with files.
   *
   * @param type the whole content type {@code multipart/form-data}, with its boundary
   * @throws IOException when it is no such form
   */
  public static Form multipart(String type, byte[] body) throws IOException {
    return Multipart.read(body, type);
  }

  /** Reads a posted form, or the query of an address. */
  public static Form parse(@Nullable String encoded) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (encoded != null && !encoded.isEmpty()) {
      for (String pair : encoded.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
        fields.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
      }
    }
    return new Form(fields, Map.of());
  }

  /** A form that nobody has filled in, with the values to begin with. */
  public static Form of(Map<String, String> values) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    values.forEach((name, value) -> fields.put(name, List.of(value)));
    return new Form(fields, Map.of());
  }

  /** What was typed, without blanks around it; empty when the field is missing. */
  public String text(String name) {
    List<String> values = fields.get(name);
    return values == null ? "" : values.getFirst().strip();
  }

  /** What was typed, blanks included, as passwords need it. */
  public String typed(String name) {
    List<String> values = fields.get(name);
    return values == null ? "" : values.getFirst();
  }

  /** Every value of a field that may occur several times. */
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** The file that was chosen; empty when none was. */
  public Optional<Upload> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** Whether a box is ticked. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** A text that has to be there and be no longer than a bound; otherwise an error is noted. */
  public String required(String name, String label, int longest) {
    String value = text(name);
    if (value.isEmpty()) {
      error(name, label + " is missing.");
    } else if (value.length() > Math.min(longest, MAX_FIELD)) {
      error(name, label + " is longer than " + longest + " characters; shorten it.");
    }
    return value;
  }

  /** A whole number within bounds; otherwise an error is noted and the lower bound answered. */
  public int number(String name, String label, int least, int most) {
    try {
      int value = Integer.parseInt(text(name));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException none) {
      // Told below, together with numbers out of bounds.
    }
    error(name, label + " has to be a whole number from " + least + " to " + most + ".");
    return least;
  }

  /** An amount of money of at most 12 digits, or null with an error noted. */
  public @Nullable BigDecimal amount(String name, String label) {
    String typed = text(name).replace(',', '.');
    if (typed.matches("-?\\d{1,10}(\\.\\d{1,2})?")) {
      return new BigDecimal(typed);
    }
    error(name, label + " has to be an amount such as 120.00.");
    return null;
  }

  /** A day, or null with an error noted. */
  public @Nullable LocalDate date(String name, String label) {
    try {
      LocalDate date = LocalDate.parse(text(name));
      if (date.getYear() >= 2000 && date.getYear() <= 2199) {
        return date;
      }
    } catch (DateTimeParseException none) {
      // Told below, together with days out of bounds.
    }
    error(name, label + " has to be a day such as 2027-03-01.");
    return null;
  }

  /** Notes what is wrong with a field; the first error of a field stays. */
  public void error(String name, String message) {
    errors.putIfAbsent(name, message);
  }

  /** What is wrong with a field, or null. */
  public @Nullable String errorOf(String name) {
    return errors.get(name);
  }

  public boolean isValid() {
    return errors.isEmpty();
  }

  /** Every error with its field, in the order in which they were noted. */
  public Map<String, String> errors() {
    return errors;
  }

  /** A broken escape stays as it was typed: nobody is helped by a page that fails. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8).replace("\u0000", "\uFFFD");
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
