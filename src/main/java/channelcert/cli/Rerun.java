package channelcert.cli;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.comparison.ReportFile;
import channelcert.certification.comparison.UnusableReport;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be run again after a run.
 *
 * @param codes tests that did not pass
 * @param seed seed of that run
 * @param attempt number of that run
 */
record Rerun(List<String> codes, long seed, int attempt) {
  /** What the report of a folder leaves open. */
  static Rerun of(Path folder) {
    try {
      ReportFile report = ReportFile.in(folder);
      for (String code : report.open()) {
        if (Catalogue.find(code).isEmpty()) {
          throw UserError.usage("--rerun-failed: " + folder + " names the unknown test " + code);
        }
      }
      return new Rerun(report.open(), report.seed(), report.attempt());
    } catch (UnusableReport e) {
      throw UserError.usage("--rerun-failed: " + e.getMessage());
    }
  }

  /** Where the new report goes, so that the old one stays. */
  static Path beside(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    Path name = whole.getFileName();
    return name == null ? whole : whole.resolveSibling(name + "-rerun");
  }
}
