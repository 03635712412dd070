package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.file.CertificationFile;
import channelcert.certification.file.FileDraft;
import channelcert.certification.file.FilePage;
import channelcert.certification.file.FileWorkbook;
import channelcert.certification.file.RowOutcome;
import channelcert.certification.report.Evidence;
import channelcert.certification.report.Rows;
import channelcert.certification.report.Wording;
import channelcert.certification.sign.SigningKeys;
import channelcert.certification.sign.Sort;
import channelcert.certification.sign.UnusableKeys;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The certification file of a run in all its forms, for the report folder. */
final class CertificationFiles {
  static final String NAME = "certification-file";
  static final String KEYS = "certification-keys.json";
  private static final String SIGNING = "signing-keys.json";

  private CertificationFiles() {}

  /** The signing keys in a data folder. */
  static SigningKeys keys(Path data) {
    try {
      return SigningKeys.keptIn(data.resolve(SIGNING), new SecureRandom());
    } catch (UnusableKeys e) {
      throw UserError.usage(e.reason());
    }
  }

  /**
   * The files by name.
   *
   * @param candidate absent where it is not known any more
   */
  static Map<String, byte[]> of(
      RunResult run, @Nullable Candidate candidate, List<Exchange> exchanges, SigningKeys keys) {
    CertificationFile file =
        CertificationFile.of(draft(run, candidate, Evidence.of(exchanges)).content());
    byte[] json = file.json();
    Map<String, byte[]> files = new TreeMap<>();
    files.put(NAME + ".xlsx", FileWorkbook.of(file));
    files.put(NAME + ".html", bytes(FilePage.of(file)));
    files.put(NAME + ".json", json);
    files.put(NAME + ".jws", bytes(keys.sign(Sort.FILE, json)));
    files.put(KEYS, bytes(keys.published()));
    return files;
  }

  private static FileDraft draft(RunResult run, @Nullable Candidate candidate, Evidence evidence) {
    FileDraft draft =
        new FileDraft("run-%d-%d".formatted(run.seed(), run.startedAt().getEpochSecond()))
            .orAsked("partner", "Partner", "")
            .orAsked("partner-id", "Partner ID", "")
            .orAsked("contact", "Contact", "")
            .known("application", "Application", run.candidate())
            .orAsked("pilot-property", "Pilot property (or: private integration)", "")
            .known("environment", "Environment", "test (simulator of the Mews side)")
            .known("date", "Date", Wording.time(run.startedAt()))
            .known("attempt", "Attempt", Integer.toString(run.attempt()))
            .known("seed", "Seed", Long.toString(run.seed()))
            .known("verdict", "Verdict", Wording.verdict(run.verdict()))
            .known("result", "Result", Rows.sentence(run));
    if (candidate != null) {
      Map<String, String> addresses = new TreeMap<>();
      candidate.endpoints().forEach((operation, url) -> addresses.put(operation, url.toString()));
      draft.endpoints(addresses).capabilities(candidate.capabilities());
      draft.systemErrors(candidate.systemErrors());
    }
    return draft.outcomes(run.tests().stream().map(row -> outcome(row, run, evidence)).toList());
  }

  /** Error tests confirm bookings that never existed: their numbers are none of the candidate's. */
  private static RowOutcome outcome(RowResult row, RunResult run, Evidence evidence) {
    return RowOutcome.of(
        row,
        run.startedAt(),
        row.code().startsWith("RES-") ? evidence.confirmationNumbers(row) : List.of());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
