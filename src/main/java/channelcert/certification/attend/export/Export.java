package channelcert.certification.attend.export;

import channelcert.certification.attend.RefusedReply;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An export of an extranet as CSV, JSON or XLSX: one line for a category, or a pair, on a night or
 * on nights from one day to another. The columns are documented in docs/candidate.md; their names
 * may be written in many ways.
 */
public final class Export {
  private Export() {}

  /**
   * Reads an export into the form in which a driver shows what is stored.
   *
   * @param name its ending says what it is
   * @throws RefusedReply in one line that says where it is broken
   */
  public static ObjectNode read(String name, byte[] bytes) throws RefusedReply {
    List<Map<String, String>> lines = lines(name, bytes);
    if (lines.isEmpty()) {
      throw new RefusedReply(name + " holds no line below its header; export it again.");
    }
    ObjectNode stored = JsonNodeFactory.instance.objectNode();
    ExportLines reader = new ExportLines(name, stored);
    for (int i = 0; i < lines.size(); i++) {
      reader.add(i + 2, lines.get(i));
    }
    if (!reader.found()) {
      throw new RefusedReply(
          name + " holds no value: add the columns availability, price, or closed and the like.");
    }
    return stored;
  }

  private static List<Map<String, String>> lines(String name, byte[] bytes) throws RefusedReply {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "csv", "txt", "tsv" -> CsvLines.of(name, bytes);
      case "json" -> JsonLines.of(name, bytes);
      case "xlsx" -> XlsxLines.of(name, bytes);
      default ->
          throw new RefusedReply(
              name + " is neither .csv nor .json nor .xlsx; export it in one of these forms.");
    };
  }
}
