package channelcert.cli;

import channelcert.certification.attend.Template;
import channelcert.certification.candidate.CandidateFile;
import channelcert.certification.candidate.InvalidCandidate;
import channelcert.store.FileTrouble;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes a candidate file to begin with. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a commented candidate file.",
      "What no option says is asked for at a terminal, and has a default elsewhere."
    })
final class InitCommand implements Callable<Integer> {
  private static final String USUAL_URL = "https://channel-manager.example/mews";

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(names = "--name", description = "Name of the channel manager.")
  private @Nullable String name;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Address below which the operations stand, for example https://host/mews.")
  private @Nullable String url;

  @Option(names = "--driver", paramLabel = "URL", description = "Address of the driver, if any.")
  private @Nullable String driver;

  @Option(
      names = "--read-back",
      description = "driver, challenge, export or attest (default: driver, or challenge without).")
  private @Nullable String readBack;

  @Option(names = "--client-token", description = "What Mews sends (default: a new one).")
  private @Nullable String clientToken;

  @Option(
      names = "--mews-client-token",
      description = "What the channel manager sends to Mews (default: a new one).")
  private @Nullable String mewsClientToken;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "candidate.yaml",
      description = "The file (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("candidate.yaml");

  @Override
  public Integer call() throws IOException {
    Tokens tokens = Tokens.choose();
    Map<String, String> values = new HashMap<>();
    values.put("name", quoted(asked(name, "Name of the channel manager", "My channel manager")));
    String root = asked(url, "Address below which its operations stand", USUAL_URL);
    address("--url", root);
    values.put("url", root.replaceFirst("/+$", ""));
    String drivenBy = asked(driver, "Address of its driver (nothing where it has none)", "");
    if (!drivenBy.isEmpty()) {
      address("--driver", drivenBy);
    }
    values.put("driver", drivenBy.isEmpty() ? "" : "driver: {url: " + quoted(drivenBy) + "}");
    String usual = drivenBy.isEmpty() ? "challenge" : "driver";
    values.put("readBack", asked(readBack, "How it is known what its extranet shows", usual));
    values.put("clientToken", quoted(clientToken == null ? tokens.client() : clientToken));
    values.put(
        "mewsClientToken", quoted(mewsClientToken == null ? tokens.mewsClient() : mewsClientToken));
    values.put("file", out.toString());
    write(Template.fill("candidate.yaml", values));
    spec.commandLine()
        .getOut()
        .println("Wrote " + out + "; next: ./channelcert doctor --candidate " + out);
    return ExitCode.PASSED;
  }

  private void write(String text) throws IOException {
    try {
      Files.writeString(out, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw UserError.usage(out + " exists already; name another file with --out");
    } catch (IOException e) {
      throw UserError.usage("--out: " + out + " cannot be written: " + FileTrouble.words(e));
    }
    try {
      CandidateFile.read(out);
    } catch (InvalidCandidate e) {
      Files.delete(out);
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }

  private String asked(@Nullable String given, String question, String usual) throws IOException {
    if (given != null || !Attending.isTerminal()) {
      return given == null ? usual : given;
    }
    spec.commandLine()
        .getOut()
        .print(question + (usual.isEmpty() ? "" : " [" + usual + "]") + ": ");
    spec.commandLine().getOut().flush();
    String typed = Typed.INPUT.readLine();
    return typed == null || typed.isBlank() ? usual : typed.strip();
  }

  private static void address(String option, String text) {
    try {
      new WebAddress().convert(text);
    } catch (TypeConversionException e) {
      throw UserError.usage(option + ": " + e.getMessage());
    }
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  /** Opened only where somebody types. */
  private static final class Typed {
    private static final BufferedReader INPUT =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
  }
}
