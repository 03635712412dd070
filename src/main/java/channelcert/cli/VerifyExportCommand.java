package channelcert.cli;

import channelcert.certification.sign.NotAuthentic;
import channelcert.certification.sign.PublicKeys;
import channelcert.journey.export.ExportVerifier;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies the archive of a case. */
@Command(
    name = "verify-export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Verifies the archive of a case offline: every file, the chain of its history, certificates.",
      "",
      "Exit codes: 0 as it was signed; 1 not authentic; 2 cannot be read, or wrong usage."
    })
final class VerifyExportCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The archive.")
  private Path file = Path.of("");

  @Mixin private KeyOption key = new KeyOption();

  @Override
  public Integer call() {
    GivenFile.check(file, "");
    PublicKeys keys = key.keys(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ExportVerifier.Found found = ExportVerifier.verify(in, keys);
      return Findings.tell(
          spec.commandLine(), file, found.attests(), found.differences(), key.caution());
    } catch (NotAuthentic e) {
      throw UserError.failed(file + " is not authentic: " + e.reason());
    } catch (IOException e) {
      throw UserError.usage(file + " cannot be verified: " + e.getMessage());
    }
  }
}
