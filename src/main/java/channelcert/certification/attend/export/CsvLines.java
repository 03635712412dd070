package channelcert.certification.attend.export;

import channelcert.certification.attend.RefusedReply;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a CSV file in UTF-8, with commas, semicolons or tabs. */
final class CsvLines {
  private CsvLines() {}

  static List<Map<String, String>> of(String name, byte[] bytes) throws RefusedReply {
    String text = text(name, bytes);
    List<Map<String, String>> lines = new ArrayList<>();
    List<String> columns = List.of();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text)) {
      for (CsvRecord line : reader) {
        if (columns.isEmpty()) {
          columns = Column.header(name, line.getFields());
        } else {
          lines.add(line(columns, line));
        }
      }
    } catch (CsvParseException e) {
      throw new RefusedReply(
          name + " is no CSV: " + e.getMessage() + "; amounts with a comma need quotes.");
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory can always be read", e);
    }
    return lines;
  }

  private static Map<String, String> line(List<String> columns, CsvRecord line) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < line.getFieldCount(); i++) {
      values.put(columns.get(i), line.getField(i).strip());
    }
    return values;
  }

  private static String text(String name, byte[] bytes) throws RefusedReply {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RefusedReply(name + " is not written in UTF-8; export it as UTF-8.");
    }
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    char most = ',';
    for (char each : new char[] {';', '\t'}) {
      if (count(header, each) > count(header, most)) {
        most = each;
      }
    }
    return most;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(each -> each == sign).count();
  }
}
