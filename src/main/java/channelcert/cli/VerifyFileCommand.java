package channelcert.cli;

import channelcert.certification.file.FileVerifier;
import channelcert.certification.file.UnusableFile;
import channelcert.certification.sign.NotAuthentic;
import channelcert.certification.sign.PublicKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a certification file attests, and whether it still says what was signed. */
@Command(
    name = "verify-file",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Verifies a certification file offline: .jws alone, .json, .html or .xlsx beside their .jws.",
      "In a workbook that came back, each changed cell is named that is not the partner's.",
      "",
      "Exit codes: 0 as it was signed; 1 not authentic; 2 cannot be read, or wrong usage."
    })
final class VerifyFileCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Option(
      names = "--signed",
      paramLabel = "FILE",
      description = "Signed form of the file (default: beside it, with the ending .jws).")
  private @Nullable Path signed;

  @Mixin private KeyOption key = new KeyOption();

  @Override
  public Integer call() {
    String name = String.valueOf(file.getFileName());
    boolean isSigned = name.endsWith(".jws");
    byte[] content = GivenFile.read(file);
    Path jws = isSigned ? file : signed != null ? signed : beside(name);
    PublicKeys keys = key.keys(file);
    try {
      FileVerifier verifier =
          FileVerifier.of(
              new String(
                  GivenFile.read(jws, ", the signed form of " + file + "; name it with --signed"),
                  StandardCharsets.UTF_8),
              keys);
      FileVerifier.Found found = isSigned ? verifier.itself() : verifier.compare(name, content);
      return Findings.tell(
          spec.commandLine(), file, found.attests(), found.differences(), key.caution());
    } catch (NotAuthentic e) {
      throw UserError.failed(jws + " is not authentic: " + e.reason());
    } catch (UnusableFile e) {
      throw UserError.usage(file + " cannot be verified: " + e.reason());
    }
  }

  private Path beside(String name) {
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".jws");
  }
}
