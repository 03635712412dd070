package channelcert.certification.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The texts of a workbook that somebody sends: by sheet, by cell. */
final class WorkbookReader {
  /** Ten times what a file full of answers has. */
  static final int LONGEST = 2 << 20;

  /** A small file may unpack to a huge one. */
  private static final long MOST_UNPACKED = 32L << 20;

  private static final int MOST_ENTRIES = 200;
  private static final int MOST_SHEETS = 20;
  private static final int MOST_LINES = 2_000;
  private static final int MOST_CELLS = 20_000;

  private WorkbookReader() {}

  static Map<String, Map<String, String>> read(byte[] bytes) throws UnusableFile {
    if (bytes.length > LONGEST) {
      throw new UnusableFile(
          "it has %d MB, a certification file at most %d; remove what was pasted into it"
              .formatted(bytes.length >> 20, LONGEST >> 20));
    }
    try {
      bound(bytes);
      return sheets(bytes);
    } catch (IOException | RuntimeException e) {
      // Whatever the library stumbles over, it is the file that is broken.
      throw new UnusableFile("it is no XLSX workbook, or a broken one; save it as XLSX again", e);
    }
  }

  private static Map<String, Map<String, String>> sheets(byte[] bytes)
      throws IOException, UnusableFile {
    Map<String, Map<String, String>> sheets = new LinkedHashMap<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      List<Sheet> found = workbook.getSheets().limit(MOST_SHEETS).toList();
      for (Sheet sheet : found) {
        sheets.put(sheet.getName(), cells(sheet));
      }
    }
    return sheets;
  }

  private static Map<String, String> cells(Sheet sheet) throws IOException, UnusableFile {
    Map<String, String> cells = new LinkedHashMap<>();
    try (Stream<Row> rows = sheet.openStream()) {
      for (Iterator<Row> each = rows.limit(MOST_LINES).iterator(); each.hasNext(); ) {
        for (Cell cell : each.next()) {
          if (cell != null && cells.size() < MOST_CELLS) {
            cells.put(cell.getAddress().toString(), text(sheet.getName(), cell));
          }
        }
      }
    }
    return cells;
  }

  private static String text(String sheet, Cell cell) throws UnusableFile {
    if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
      throw new UnusableFile(
          "%s!%s holds a formula; type the text itself".formatted(sheet, cell.getAddress()));
    }
    return switch (cell.getType()) {
      case NUMBER -> cell.asNumber().toPlainString();
      case EMPTY -> "";
      default -> String.valueOf(cell.getText());
    };
  }

  private static void bound(byte[] bytes) throws IOException, UnusableFile {
    long unpacked = 0;
    int entries = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry each : Collections.list(zip.getEntries())) {
        try (InputStream entry = zip.getInputStream(each)) {
          for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            unpacked += read;
            if (unpacked > MOST_UNPACKED || entries > MOST_ENTRIES) {
              throw new UnusableFile(
                  "it unpacks to more than a certification file can hold; it is not read");
            }
          }
        }
        entries++;
      }
    }
  }
}
