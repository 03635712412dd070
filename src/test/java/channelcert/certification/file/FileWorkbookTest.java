package channelcert.certification.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.certification.catalogue.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class FileWorkbookTest {
  @Test
  void holdsThe25TestsWithScenarioEvidenceAndNumbers() throws Exception {
    Map<String, String> tests = sheet(FileWorkbook.of(SampleFile.usual()), "Tests");
    for (int i = 0; i < Catalogue.rows().size(); i++) {
      assertThat(tests).containsEntry("A" + (2 + i), Catalogue.rows().get(i).code());
      assertThat(tests).containsEntry("C" + (2 + i), Catalogue.rows().get(i).scenario());
      assertThat(tests.get("D" + (2 + i))).isNotBlank();
    }
    int line = 2 + 6;
    assertThat(tests)
        .containsEntry("A" + line, "RES-1")
        .containsEntry("E" + line, "passed")
        .containsEntry("F" + line, "23 Nov 2026, 09:41:07 UTC")
        .containsEntry("G" + line, "e-0053, e-0054")
        .containsEntry("H" + line, "100234");
    assertThat(tests.get("J2")).isEqualTo(FileSheets.IF_WANTED);
  }

  @Test
  void asksThePartnerForWhatOnlyThePartnerKnows() throws Exception {
    CertificationFile file = SampleFile.usual();
    assertThat(file.missing()).contains("Partner ID");
    assertThat(sheet(FileWorkbook.of(file), "Certification").values())
        .contains(FileSheets.FOR_PARTNER, "Acme Channel Manager");
    assertThat(sheet(FileWorkbook.of(file), "System errors").values())
        .contains("maintenance", "time-out", "downtime");
    assertThat(file.content().openPoints())
        .anyMatch(point -> point.contains("time-out"))
        .noneMatch(point -> point.contains("'maintenance'"));
  }

  @Test
  void aFilledInFileIsReadBack() throws Exception {
    CertificationFile issued = SampleFile.usual();
    Map<String, String> answers =
        Map.of(
            "partner-id",
            "INT123456",
            "error.timeout.code",
            "1",
            "test.INV-1",
            "=1+1 seen\nby Ada");
    byte[] filled = FileWorkbook.of(issued.with(answers));
    ReturnedWorkbook returned = ReturnedWorkbook.read(filled, issued);
    assertThat(returned.changes()).isEmpty();
    assertThat(returned.answers()).containsExactlyInAnyOrderEntriesOf(answers);
    assertThat(issued.with(returned.answers()).missing()).doesNotContain("Partner ID");
  }

  @Test
  void everyChangedCellThatIsNotThePartnersIsNamed() throws Exception {
    CertificationFile issued = SampleFile.usual();
    byte[] changed =
        edited(
            FileWorkbook.of(issued),
            "xl/sharedStrings.xml",
            text -> text.replace(">RES-1<", ">RES-99<").replace(">failed<", ">passed<"));
    ReturnedWorkbook returned = ReturnedWorkbook.read(changed, issued);
    assertThat(returned.changes())
        .contains("Tests!A8 was 'RES-1' and is 'RES-99'")
        .anyMatch(
            each -> each.startsWith("Tests!E") && each.endsWith("was 'failed' and is 'passed'"));
    assertThat(returned.complaint().orElseThrow()).doesNotContain("\n");
  }

  @Test
  void nothingOfOthersRunsInACell() throws Exception {
    byte[] workbook = FileWorkbook.of(SampleFile.hostile());
    assertThat(part(workbook, "xl/worksheets/sheet2.xml")).doesNotContain("<f>");
    for (String name : new String[] {"Certification", "Tests", "System errors", "Open points"}) {
      assertThat(sheet(workbook, name).values())
          .noneMatch(text -> text.matches("(?s)[=+@\\t|%-].*"));
    }
    assertThat(ReturnedWorkbook.read(workbook, SampleFile.hostile()).changes()).isEmpty();
  }

  @Test
  void aFormulaIsRefusedWithItsPlace() {
    byte[] workbook =
        made(
            sheet -> {
              sheet.value(0, 0, "x");
              sheet.formula(4, 1, "HYPERLINK(\"http://evil.example\")");
            });
    assertRefused(workbook, "Certification!B5 holds a formula; type the text itself");
  }

  @Test
  void whatIsNoCertificationFileIsRefusedInOneLine() throws Exception {
    assertRefused(new byte[0], "it is no XLSX workbook, or a broken one; save it as XLSX again");
    assertRefused(
        "PK\u0003\u0004 half a zip".getBytes(StandardCharsets.ISO_8859_1),
        "it is no XLSX workbook, or a broken one; save it as XLSX again");
    assertRefused(
        new byte[3 << 20],
        "it has 3 MB, a certification file at most 2; remove what was pasted into it");
    assertRefused(bomb(), "it unpacks to more than a certification file can hold; it is not read");
    assertRefused(
        made(sheet -> sheet.value(0, 0, "x")),
        "the sheet 'Tests' is missing; fill in the workbook that was handed out, whole");
  }

  @Test
  void anEntityOfTheOutsideIsNotRead() throws Exception {
    byte[] workbook =
        edited(
            FileWorkbook.of(SampleFile.usual()),
            "xl/sharedStrings.xml",
            text ->
                text.replaceFirst(
                        "\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                    .replace(">RES-1<", ">&e;<"));
    try {
      assertThat(ReturnedWorkbook.read(workbook, SampleFile.usual()).changes().toString())
          .doesNotContain("root:");
    } catch (UnusableFile refused) {
      assertThat(refused.reason()).contains("broken");
    }
  }

  /** Whatever is done to its bytes, a workbook is read or refused, and nothing else happens. */
  @Test
  void brokenBytesAreReadOrRefused() {
    byte[] whole = FileWorkbook.of(SampleFile.usual());
    CertificationFile issued = SampleFile.usual();
    Random random = new Random(7);
    int refused = 0;
    for (int round = 0; round < 60; round++) {
      byte[] broken = whole.clone();
      for (int each = 0; each < 1 + round / 10; each++) {
        broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        ReturnedWorkbook.read(broken, issued);
      } catch (UnusableFile e) {
        refused++;
        assertThat(e.reason()).doesNotContain("\n");
      }
    }
    assertThat(refused).isPositive();
  }

  private static void assertRefused(byte[] workbook, String reason) {
    assertThatThrownBy(() -> ReturnedWorkbook.read(workbook, SampleFile.usual()))
        .isInstanceOf(UnusableFile.class)
        .hasMessage(reason);
  }

  private static Map<String, String> sheet(byte[] workbook, String name) throws UnusableFile {
    return Objects.requireNonNull(WorkbookReader.read(workbook).get(name));
  }

  private static byte[] made(Consumer<Worksheet> writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Somebody", "1.0")) {
      writing.accept(book.newWorksheet("Certification"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 40; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static String part(byte[] workbook, String name) throws IOException {
    StringBuilder found = new StringBuilder();
    edited(
        workbook,
        name,
        text -> {
          found.append(text);
          return text;
        });
    return found.toString();
  }

  private static byte[] edited(byte[] workbook, String name, UnaryOperator<String> change)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(
            entry.getName().equals(name)
                ? change
                    .apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
