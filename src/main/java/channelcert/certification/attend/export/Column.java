package channelcert.certification.attend.export;

import channelcert.certification.attend.RefusedReply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of an export, under the names that it may have; case, spaces and signs do not count. */
enum Column {
  CATEGORY("category spacetypecode spacetype categorycode room roomtype space"),
  RATE("rate rateplancode rateplan ratecode"),
  FROM("from date night day start startdate"),
  TO("to until end enddate"),
  AVAILABILITY("availability available units stock inventory"),
  GUESTS("guests guestcount occupancy persons adults"),
  PRICE("price amount rateamount"),
  CLOSED("closed stopsell"),
  ARRIVAL("cta closedtoarrival noarrival"),
  DEPARTURE("ctd closedtodeparture nodeparture"),
  MIN_LOS("minlos minstay minimumstay minimumlengthofstay"),
  MAX_LOS("maxlos maxstay maximumstay maximumlengthofstay");

  private final String names;

  /** Names in lower case and without signs, with spaces between them. */
  Column(String names) {
    this.names = " " + names + " ";
  }

  /** The column with that header; empty when it is none of ours and does not matter. */
  static Optional<Column> of(String header) {
    String plain = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return Arrays.stream(values())
        .filter(each -> each.names.contains(" " + plain + " "))
        .findFirst();
  }

  /**
   * The names of our columns in a header, in its order; empty text for the others.
   *
   * @throws RefusedReply when a column that is needed is missing, or one stands there twice
   */
  static List<String> header(String file, List<String> header) throws RefusedReply {
    List<String> columns = new ArrayList<>();
    for (String each : header) {
      String name = of(each).map(Column::name).orElse("");
      if (!name.isEmpty() && columns.contains(name)) {
        throw new RefusedReply(file + ": the column '" + each.strip() + "' stands there twice.");
      }
      columns.add(name);
    }
    for (Column needed : List.of(CATEGORY, FROM)) {
      if (!columns.contains(needed.name())) {
        throw new RefusedReply(
            file
                + ": the first line names no column '"
                + needed.name().toLowerCase(Locale.ROOT)
                + "'; it reads: "
                + String.join(", ", header.stream().limit(12).toList()));
      }
    }
    return columns;
  }
}
