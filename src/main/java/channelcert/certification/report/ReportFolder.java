package channelcert.certification.report;

import channelcert.certification.verdict.RunResult;
import channelcert.exchange.Exchange;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The files about a run that lie beside its {@code evidence} folder: report.json with its schema,
 * report.html and junit.xml.
 */
public final class ReportFolder {
  static final String STYLE = "report.css";
  static final String SCHEMA_FILE = "report.schema.json";

  /**
   * Writes every file, replacing those of an earlier run.
   *
   * @param exchanges the evidence that the expectations name; more does no harm
   * @param folder made when absent
   * @param more further files by name, such as the certification file
   * @throws IOException when the folder cannot be written; what lay there before is kept
   */
  public void write(
      RunResult result, List<Exchange> exchanges, Path folder, Map<String, byte[]> more)
      throws IOException {
    Files.createDirectories(folder);
    Evidence evidence = Evidence.of(exchanges);
    StagedFiles files = new StagedFiles(folder);
    files.stage(SCHEMA_FILE, resource(SCHEMA_FILE));
    files.stage("junit.xml", JunitReport.text(result));
    for (Map.Entry<String, byte[]> each : more.entrySet()) {
      files.stage(each.getKey(), each.getValue());
    }
    files.stage("report.html", new HtmlReport(result, evidence, more.keySet()).text());
    files.stage("report.json", JsonReport.text(result, evidence));
    files.publish();
  }

  /** What browsers may do with report.html: use its own style sheet, nothing else. */
  public static String policy() throws IOException {
    return Html.policy(new String(resource(STYLE), StandardCharsets.UTF_8))
        + "; frame-ancestors 'none'";
  }

  /** A file that is delivered with the program. */
  public static byte[] resource(String name) throws IOException {
    try (InputStream in = ReportFolder.class.getResourceAsStream("/channelcert/report/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("the program lacks its file " + name);
      }
      return in.readAllBytes();
    }
  }
}
