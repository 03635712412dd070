package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.RunResult;
import channelcert.exchange.Exchange;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CertificationFileTest {
  @TempDir Path folder;

  @Test
  void hasThe25RowsInPublishedOrder() throws Exception {
    Map<String, String> cells = cells(SampleRun.result(), SampleRun.exchanges());
    int first = line(cells, "INV-1");
    List<String> codes = SampleRun.result().tests().stream().map(row -> row.code()).toList();
    for (int i = 0; i < codes.size(); i++) {
      assertThat(cells).containsEntry("A" + (first + i), codes.get(i));
    }
  }

  @Test
  void saysWhoWhenAndHow() throws Exception {
    assertThat(cells(SampleRun.result(), SampleRun.exchanges()).values())
        .contains("Acme Channel Manager", "23 Nov 2026, 09:41:07 UTC", "4711", "failed");
  }

  @Test
  void givesEvidenceAndConfirmationNumbers() throws Exception {
    Map<String, String> cells = cells(SampleRun.result(), SampleRun.exchanges());
    int line = line(cells, "RES-1");
    assertThat(cells)
        .containsEntry("F" + line, "e-0053, e-0054")
        .containsEntry("G" + line, "100234");
  }

  @Test
  void leavesToThePartnerWhatOnlyThePartnerKnows() throws Exception {
    Map<String, String> cells = cells(SampleRun.result(), SampleRun.exchanges());
    assertThat(cells)
        .containsEntry("B" + line(cells, "Pilot property"), CertificationFile.FOR_PARTNER)
        .containsEntry(
            "I" + line(cells, "INV-1"),
            "Values seen in the extranet: to be filled in by the partner")
        .containsEntry("I" + line(cells, "ERR-2"), "");
  }

  @Test
  void runsNoFormula() throws Exception {
    Map<String, Document> files = files(SampleRun.hostile(), SampleRun.hostileExchanges());
    assertThat(Xml.elements(sheet(files), "f")).isEmpty();
    assertThat(cells(SampleRun.hostile(), SampleRun.hostileExchanges()).values())
        .noneMatch(text -> text.matches("(?s)[=+@-].*"))
        .anyMatch(text -> text.startsWith("'=cmd|"));
  }

  private static int line(Map<String, String> cells, String label) {
    return cells.entrySet().stream()
        .filter(cell -> cell.getValue().equals(label) && cell.getKey().startsWith("A"))
        .mapToInt(cell -> Integer.parseInt(cell.getKey().substring(1)))
        .findFirst()
        .orElseThrow();
  }

  /** Texts by the name of their cell. */
  private Map<String, String> cells(RunResult run, List<Exchange> exchanges) throws Exception {
    Map<String, Document> files = files(run, exchanges);
    List<String> texts =
        Xml.elements(part(files, "xl/sharedStrings.xml"), "si").stream()
            .map(Element::getTextContent)
            .toList();
    Map<String, String> cells = new HashMap<>();
    for (Element cell : Xml.elements(sheet(files), "c")) {
      if (cell.getAttribute("t").equals("s")) {
        cells.put(cell.getAttribute("r"), texts.get(Integer.parseInt(cell.getTextContent())));
      }
    }
    return cells;
  }

  private static Document sheet(Map<String, Document> files) {
    return part(files, "xl/worksheets/sheet1.xml");
  }

  private static Document part(Map<String, Document> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private Map<String, Document> files(RunResult run, List<Exchange> exchanges) throws Exception {
    Path file = folder.resolve("certification-file.xlsx");
    Files.write(file, new CertificationFile(run, Evidence.of(exchanges)).bytes());
    Map<String, Document> files = new HashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          files.put(entry.getName(), Xml.parse(in));
        }
      }
    }
    return files;
  }
}
