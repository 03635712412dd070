package channelcert.certification.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The certification file as a workbook, every cell a text, the partner's ones in yellow. */
public final class FileWorkbook {
  private static final String INK = "1C2430";
  private static final String LINE = "D5DAE1";
  private static final String HEAD = "E9ECF1";
  private static final String PARTNER = "FFF3C4";

  private FileWorkbook() {}

  /** The bytes of the XLSX file. */
  public static byte[] of(CertificationFile file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Channelcert", "1.0")) {
      FileSheets.of(file).forEach(sheet -> write(book.newWorksheet(sheet.name()), sheet));
    } catch (IOException e) {
      throw new UncheckedIOException("a workbook in memory can always be written", e);
    }
    return out.toByteArray();
  }

  private static void write(Worksheet sheet, FileSheets.Sheet plan) {
    for (int column = 0; column < plan.widths().size(); column++) {
      sheet.width(column, plan.widths().get(column));
    }
    for (int line = 0; line < plan.lines().size(); line++) {
      List<FileSheets.Cell> cells = plan.lines().get(line);
      for (int column = 0; column < cells.size(); column++) {
        sheet.value(line, column, cells.get(column).text());
        style(sheet.style(line, column), cells.get(column).look()).set();
      }
    }
    sheet.freezePane(0, plan.heading() + 1);
    sheet.repeatRows(plan.heading());
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  private static StyleSetter style(StyleSetter style, FileSheets.Look look) {
    StyleSetter text = style.fontColor(INK).format("@");
    if (look == FileSheets.Look.TITLE) {
      return text.bold().fontSize(16);
    }
    StyleSetter cell =
        text.wrapText(true)
            .verticalAlignment("top")
            .horizontalAlignment("left")
            .borderStyle(BorderStyle.THIN)
            .borderColor(LINE);
    return switch (look) {
      case HEADING -> cell.bold().fillColor(HEAD);
      case PARTNER -> cell.fillColor(PARTNER);
      default -> cell;
    };
  }
}
