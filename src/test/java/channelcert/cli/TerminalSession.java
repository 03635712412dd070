package channelcert.cli;

import channelcert.contract.WrongAnswers;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process with a person at its terminal, who reads what it prints and types. */
final class TerminalSession implements AutoCloseable {
  private static final Pattern HEADING =
      Pattern.compile("(?m)^\\[(\\d+)] (\\S+) (.*) \\(until \\d\\d:\\d\\d\\)$");
  private static final Pattern FIELD = Pattern.compile("\\d+/\\d+ (.*):");

  private final Process process;
  private final Writer keyboard;
  private final StringBuilder printed = new StringBuilder();
  private int seen;
  private String shown = "";
  private String answered = "";

  private TerminalSession(Process process) {
    this.process = process;
    this.keyboard = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
  }

  static TerminalSession start(String... arguments) throws IOException {
    List<String> command = WrongAnswers.program(Main.class.getName(), "-Xmx512m");
    command.addAll(List.of(arguments));
    return new TerminalSession(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  String printed() {
    return printed.toString();
  }

  /** Lets the person work until the process ends; answers its exit code. */
  int attend(Human human, long atMostSeconds) throws IOException, InterruptedException {
    Reader screen = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    char[] buffer = new char[8192];
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(atMostSeconds);
    for (int read = screen.read(buffer); read >= 0; read = screen.read(buffer)) {
      printed.append(buffer, 0, read);
      if (System.nanoTime() > end) {
        throw new AssertionError("still running:\n" + printed);
      }
      while (react(human)) {
        // Reads on behind what it reacted to.
      }
    }
    process.waitFor();
    return process.exitValue();
  }

  /** Reacts to the next prompt that was not seen yet; answers whether there was one. */
  private boolean react(Human human) {
    int prompt = printed.indexOf("\n  > ", seen);
    if (prompt < 0 || !endsPrompt(prompt)) {
      return false;
    }
    String asked = printed.substring(prompt + 5, endOf(prompt)).strip();
    seen = prompt + 5;
    Optional<Matcher> heading = lastHeading(prompt);
    if (heading.isPresent() && !heading.get().group(1).equals(shown)) {
      Matcher found = heading.get();
      shown = found.group(1);
      String text = printed.substring(found.end(), prompt);
      human.act(found.group(2), found.group(3), text).ifPresent(this::type);
    }
    Matcher field = FIELD.matcher(asked);
    if (answered.equals(shown + asked)) {
      // A note stood between; the same prompt again asks for nothing new.
      return true;
    }
    answered = shown + asked;
    if (field.matches()) {
      type(human.value(field.group(1)));
    } else if (asked.contains("Enter sends this")) {
      type("");
    }
    return true;
  }

  private boolean endsPrompt(int prompt) {
    return endOf(prompt) < printed.length() || printed.charAt(printed.length() - 1) == ' ';
  }

  private int endOf(int prompt) {
    int end = printed.indexOf("\n", prompt + 1);
    return end < 0 ? printed.length() : end;
  }

  private Optional<Matcher> lastHeading(int before) {
    Matcher heading = HEADING.matcher(printed.substring(0, before));
    Matcher last = null;
    int from = 0;
    while (heading.find(from)) {
      last = HEADING.matcher(printed.substring(0, before));
      last.find(heading.start());
      from = heading.end();
    }
    return Optional.ofNullable(last);
  }

  private void type(String line) {
    try {
      keyboard.write(line + "\n");
      keyboard.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
