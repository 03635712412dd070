package channelcert.cli;

import channelcert.certification.sign.NotAuthentic;
import channelcert.certification.sign.PublicKeys;
import channelcert.journey.certificate.Certificate;
import channelcert.journey.certificate.CertificateVerifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a certificate. */
@Command(
    name = "verify-certificate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Verifies a certificate (.jws) offline and prints what it certifies.",
      "Whether it was revoked meanwhile is known to the portal alone; its address is printed.",
      "",
      "Exit codes: 0 as it was signed; 1 not authentic; 2 cannot be read, or wrong usage."
    })
final class VerifyCertificateCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The certificate.")
  private Path file = Path.of("");

  @Mixin private KeyOption key = new KeyOption();

  @Override
  public Integer call() {
    String signed = new String(GivenFile.read(file), StandardCharsets.UTF_8);
    PublicKeys keys = key.keys(file);
    try {
      Certificate certificate = CertificateVerifier.verify(signed, keys);
      return Findings.tell(
          spec.commandLine(),
          file,
          CertificateVerifier.lines(certificate),
          List.of(),
          key.caution());
    } catch (NotAuthentic e) {
      throw UserError.failed(file + " is not authentic: " + e.reason());
    }
  }
}
