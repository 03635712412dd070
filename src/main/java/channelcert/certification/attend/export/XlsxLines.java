package channelcert.certification.attend.export;

import channelcert.certification.attend.RefusedReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The lines of the first sheet of an XLSX file. */
final class XlsxLines {
  /** A small file may unpack to a huge one. */
  private static final long MOST_UNPACKED = 256L << 20;

  private static final long MOST_LINES = 1_000_000;

  private XlsxLines() {}

  static List<Map<String, String>> of(String name, byte[] bytes) throws RefusedReply {
    List<Row> rows;
    try {
      bound(name, bytes);
      try (ReadableWorkbook workbook =
              new ReadableWorkbook(
                  new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
          Stream<Row> stream = workbook.getFirstSheet().openStream()) {
        rows = stream.limit(MOST_LINES).toList();
      }
    } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
      throw new RefusedReply(name + " is no XLSX file, or a broken one; export it again.");
    }
    return lines(name, rows);
  }

  private static List<Map<String, String>> lines(String name, List<Row> rows) throws RefusedReply {
    List<Map<String, String>> lines = new ArrayList<>();
    List<String> columns = List.of();
    for (Row row : rows) {
      List<String> cells = row.stream().map(XlsxLines::text).toList();
      if (columns.isEmpty()) {
        columns = Column.header(name, cells);
      } else {
        Map<String, String> line = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
          line.put(columns.get(i), cells.get(i));
        }
        lines.add(line);
      }
    }
    return lines;
  }

  private static String text(@org.jspecify.annotations.Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER && isDate(cell)) {
      LocalDateTime date = cell.asDate();
      return date.toLocalDate().toString();
    }
    if (cell.getType() == CellType.NUMBER) {
      return cell.asNumber().toPlainString();
    }
    return String.valueOf(cell.getText()).strip();
  }

  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null && format.replaceAll("\\[[^]]*]|\"[^\"]*\"", "").matches(".*[dmyDMY].*");
  }

  private static void bound(String name, byte[] bytes) throws IOException, RefusedReply {
    long unpacked = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry each : Collections.list(zip.getEntries())) {
        try (InputStream entry = zip.getInputStream(each)) {
          for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            unpacked += read;
            if (unpacked > MOST_UNPACKED) {
              throw new RefusedReply(
                  name + " unpacks to more than " + (MOST_UNPACKED >> 20) + " MB; export less.");
            }
          }
        }
      }
    }
  }
}
