package channelcert.certification.attend.export;

import channelcert.certification.attend.RefusedReply;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds lines of an export to what a driver would have answered. */
final class ExportLines {
  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x", "closed");
  private static final Set<String> NO = Set.of("", "false", "no", "n", "0", "open", "-");
  private static final int LONGEST_CODE = 100;

  private final String file;
  private final ObjectNode stored;

  ExportLines(String file, ObjectNode stored) {
    this.file = file;
    this.stored = stored;
    stored.putArray("availabilities");
    stored.putArray("prices");
    stored.putArray("restrictions");
  }

  /** Adds a line; a line of which nothing is filled in is passed over. */
  void add(int number, Map<String, String> values) throws RefusedReply {
    if (values.values().stream().allMatch(String::isBlank)) {
      return;
    }
    Line line = new Line(number, values);
    line.place();
    String availability = line.text(Column.AVAILABILITY);
    if (!availability.isEmpty()) {
      line.begin("availabilities").put("availability", line.whole(Column.AVAILABILITY));
    }
    if (!line.text(Column.PRICE).isEmpty()) {
      ObjectNode price = line.begin("prices").putArray("prices").addObject();
      price.put("guestCount", line.whole(Column.GUESTS)).put("amount", line.amount());
    }
    if (line.restricts()) {
      line.restrict(line.begin("restrictions"));
    }
  }

  /** Whether any line held a value. */
  boolean found() {
    return stored.valueStream().anyMatch(list -> !list.isEmpty());
  }

  /** One line of the file. */
  private final class Line {
    private final int number;
    private final Map<String, String> values;

    private Line(int number, Map<String, String> values) {
      this.number = number;
      this.values = values;
    }

    String text(Column column) {
      return values.getOrDefault(column.name(), "");
    }

    boolean restricts() {
      for (Column each :
          new Column[] {
            Column.CLOSED, Column.ARRIVAL, Column.DEPARTURE, Column.MIN_LOS, Column.MAX_LOS
          }) {
        if (!text(each).isEmpty()) {
          return true;
        }
      }
      return false;
    }

    /** Wrong days and missing codes are told also where the line holds no value. */
    void place() throws RefusedReply {
      code(Column.CATEGORY);
      day(Column.FROM);
    }

    ObjectNode begin(String list) throws RefusedReply {
      ObjectNode entry = stored.withArray(list).addObject();
      entry.put("spaceTypeCode", code(Column.CATEGORY));
      if (!list.equals("availabilities")) {
        entry.put("ratePlanCode", code(Column.RATE));
      }
      LocalDate from = day(Column.FROM);
      LocalDate to = text(Column.TO).isEmpty() ? from : day(Column.TO);
      if (to.isBefore(from)) {
        throw wrong("'to' is before 'from'");
      }
      return entry.put("from", from.toString()).put("to", to.toString());
    }

    void restrict(ObjectNode entry) throws RefusedReply {
      entry.put("closed", flag(Column.CLOSED));
      entry.put("closedToArrival", flag(Column.ARRIVAL));
      entry.put("closedToDeparture", flag(Column.DEPARTURE));
      length(entry, "minLos", Column.MIN_LOS);
      length(entry, "maxLos", Column.MAX_LOS);
    }

    private void length(ObjectNode entry, String name, Column column) throws RefusedReply {
      if (!text(column).isEmpty() && whole(column) > 0) {
        entry.put(name, whole(column));
      }
    }

    private String code(Column column) throws RefusedReply {
      String code = text(column);
      if (code.isEmpty() || code.length() > LONGEST_CODE) {
        throw wrong("a code is needed as " + name(column));
      }
      return code;
    }

    private LocalDate day(Column column) throws RefusedReply {
      try {
        return LocalDate.parse(text(column));
      } catch (DateTimeParseException e) {
        throw wrong("'" + text(column) + "' is no day; write 2027-03-31");
      }
    }

    int whole(Column column) throws RefusedReply {
      String text = text(column).replaceFirst("\\.0+$", "");
      if (!text.matches("\\d{1,6}")) {
        throw wrong("'" + text(column) + "' is no whole number for " + name(column));
      }
      return Integer.parseInt(text);
    }

    BigDecimal amount() throws RefusedReply {
      String text = text(Column.PRICE);
      if (text.matches("\\d{1,3}([.,]\\d{3})+")) {
        throw wrong("'" + text + "' can be read in two ways; write no sign between thousands");
      }
      BigDecimal amount = number(text.replace(',', '.'));
      if (amount == null) {
        throw wrong("'" + text + "' is no amount; write 118.43");
      }
      return amount.scale() > 6 ? amount.setScale(6, RoundingMode.HALF_UP) : amount;
    }

    private @Nullable BigDecimal number(String text) {
      return text.matches("\\d{1,9}(\\.\\d{1,12})?") ? new BigDecimal(text) : null;
    }

    private boolean flag(Column column) throws RefusedReply {
      String text = text(column).toLowerCase(java.util.Locale.ROOT);
      if (!YES.contains(text) && !NO.contains(text)) {
        throw wrong("'" + text(column) + "' is neither yes nor no for " + name(column));
      }
      return YES.contains(text);
    }

    private RefusedReply wrong(String what) {
      return new RefusedReply(file + ", line " + number + ": " + what + ".");
    }

    private static String name(Column column) {
      return column.name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
