package channelcert.cli.terminal;

import channelcert.certification.attend.Board;
import channelcert.certification.attend.Board.Posted;
import channelcert.certification.attend.RefusedReply;
import channelcert.certification.attend.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person at the terminal: shows instructions one at a time, the oldest first, and takes replies
 * line by line. Several may wait; traffic may end one of them while another is shown.
 */
public final class AttendingTerminal implements Board.Watcher {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final String HELP =
      "list shows what waits, show N changes to another, again starts this one anew,"
          + " cannot REASON says that it is not possible";

  private final Board board;
  private final RunDisplay display;
  private final BufferedReader input;
  private final boolean echo;
  private @Nullable Posted current;
  private @Nullable Filling filling;
  private Signature signature = Signature.NONE;

  /**
   * Prepares the terminal.
   *
   * @param input where the person types
   * @param echo whether what is typed has to be shown, because no terminal does
   */
  public AttendingTerminal(Board board, RunDisplay display, BufferedReader input, boolean echo) {
    this.echo = echo;
    this.board = board;
    this.display = display;
    this.input = input;
  }

  /** Shows instructions and reads replies from now on, on a thread of its own. */
  public void start() {
    display.attended();
    board.watch(this);
    Thread.ofPlatform().daemon().name("attending").start(this::read);
  }

  @Override
  public synchronized void posted(Posted posted) {
    if (current == null) {
      show(posted);
    } else {
      display.note(name(posted) + " waits as well");
      prompt();
    }
  }

  @Override
  public synchronized void closed(Posted posted, String words) {
    display.note(name(posted) + ": " + words);
    if (posted.equals(current)) {
      current = null;
      filling = null;
      board.waiting().stream().findFirst().ifPresent(this::show);
    } else {
      prompt();
    }
  }

  private void read() {
    try {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        take(line.strip());
      }
      board.leave("standard input has ended");
    } catch (IOException e) {
      board.leave("standard input cannot be read: " + e.getMessage());
    }
  }

  private synchronized void take(String line) {
    display.typed(echo ? line + " " : "");
    String word = line.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    String rest = line.substring(word.length()).strip();
    switch (word) {
      case "help" -> display.note(HELP);
      case "list" -> board.waiting().forEach(each -> display.note(name(each)));
      case "show" -> find(rest).ifPresentOrElse(this::show, () -> display.note("No " + rest));
      case "again" -> again();
      case "cannot" -> reply(new Reply.Cannot(rest));
      default -> fill(line);
    }
    prompt();
  }

  private Optional<Posted> find(String number) {
    return board.waiting().stream()
        .filter(each -> Integer.toString(each.number()).equals(number))
        .findFirst();
  }

  private void again() {
    if (current != null) {
      show(current);
    }
  }

  private void fill(String line) {
    if (filling == null) {
      if (!line.isEmpty()) {
        display.note("Nothing waits for a reply at the moment.");
      }
      return;
    }
    try {
      Optional<Reply> complete = filling.take(line);
      if (complete.isPresent()) {
        signature = filling.signature();
        reply(complete.get());
      }
    } catch (RefusedReply e) {
      display.note(String.valueOf(e.getMessage()));
    }
  }

  private void reply(Reply reply) {
    Posted replied = current;
    if (replied == null) {
      display.note("Nothing waits for a reply at the moment.");
      return;
    }
    try {
      board.reply(replied.number(), reply);
    } catch (RefusedReply e) {
      display.note(String.valueOf(e.getMessage()));
      if (replied.equals(current)) {
        filling = Filling.of(replied.instruction().form(), signature);
      }
    }
  }

  private void show(Posted posted) {
    current = posted;
    filling = Filling.of(posted.instruction().form(), signature);
    display.text(heading(posted), posted.instruction().text());
    prompt();
  }

  private void prompt() {
    if (filling != null) {
      display.prompt(filling.prompt());
    }
  }

  private static String heading(Posted posted) {
    return name(posted) + " (until " + CLOCK.format(posted.until()) + ")";
  }

  private static String name(Posted posted) {
    return "[%d] %s %s"
        .formatted(posted.number(), posted.instruction().code(), posted.instruction().title());
  }

  /** Name and role of the person, asked for once and offered afterwards. */
  record Signature(String name, String role) {
    static final Signature NONE = new Signature("", "");

    /** What is typed, or what was typed before where nothing is. */
    static String or(String typed, String before) {
      return typed.isEmpty() ? before : typed;
    }

    List<String> parts() {
      return List.of(name, role);
    }
  }
}
