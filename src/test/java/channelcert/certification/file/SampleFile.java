package channelcert.certification.file;

import channelcert.certification.candidate.SystemError;
import channelcert.certification.report.Evidence;
import channelcert.certification.report.SampleRun;
import channelcert.certification.verdict.RunResult;
import channelcert.exchange.Exchange;
import java.util.List;
import java.util.Map;

/** The certification file of the sample run. */
final class SampleFile {
  private SampleFile() {}

  static CertificationFile usual() {
    return of(SampleRun.result(), SampleRun.exchanges(), "Acme Channel Manager");
  }

  /** One in which every text comes from somebody who means harm. */
  static CertificationFile hostile() {
    return of(SampleRun.hostile(), SampleRun.hostileExchanges(), SampleRun.HOSTILE);
  }

  private static CertificationFile of(RunResult run, List<Exchange> exchanges, String name) {
    Evidence evidence = Evidence.of(exchanges);
    return CertificationFile.of(
        new FileDraft("run-4711")
            .orAsked("partner-id", "Partner ID", "")
            .known("application", "Application", name)
            .endpoints(Map.of("updatePrices", "https://acme.example/updatePrices"))
            .systemErrors(List.of(new SystemError("maintenance", 1, name)))
            .outcomes(
                run.tests().stream()
                    .map(
                        row ->
                            RowOutcome.of(row, run.startedAt(), evidence.confirmationNumbers(row)))
                    .toList())
            .content());
  }
}
