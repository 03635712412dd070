package channelcert.cli.terminal;

import channelcert.certification.attend.Attachment;
import channelcert.certification.attend.Field;
import channelcert.certification.attend.Form;
import channelcert.certification.attend.RefusedReply;
import channelcert.certification.attend.Reply;
import channelcert.cli.terminal.AttendingTerminal.Signature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form that is being filled in, line by line. */
abstract class Filling {
  private final List<String> lines = new ArrayList<>();
  private Signature signature;

  private Filling(Signature signature) {
    this.signature = signature;
  }

  static Filling of(Form form, Signature signature) {
    return switch (form) {
      case Form.Act act -> new Doing(act.traffic(), signature);
      case Form.Values values -> new Typing(values.fields(), signature);
      case Form.Export export -> new Handing(signature);
      case Form.Statement statement -> new Stating(statement.question(), signature);
    };
  }

  /** What is to be typed next. */
  abstract String prompt();

  /**
   * Takes a line; the whole reply where it was the last one.
   *
   * @throws RefusedReply when the line cannot be taken; it is asked for again
   */
  abstract Optional<Reply> take(String line) throws RefusedReply;

  Signature signature() {
    return signature;
  }

  /** Says that it is done; where the run sees it by itself nothing has to be said. */
  private static final class Doing extends Filling {
    private final boolean traffic;

    private Doing(boolean traffic, Signature signature) {
      super(signature);
      this.traffic = traffic;
    }

    @Override
    String prompt() {
      return traffic
          ? "waiting for the message; done if it was sent, or cannot REASON: "
          : "done, or cannot REASON: ";
    }

    @Override
    Optional<Reply> take(String line) throws RefusedReply {
      if (line.equalsIgnoreCase("done")) {
        return Optional.of(new Reply.Done());
      }
      throw new RefusedReply("Type done, or cannot and the reason.");
    }
  }

  /** Types values one after the other, and looks at them once more. */
  private static final class Typing extends Filling {
    private final List<Field> fields;

    private Typing(List<Field> fields, Signature signature) {
      super(signature);
      this.fields = fields;
    }

    @Override
    String prompt() {
      int next = super.lines.size();
      return next < fields.size()
          ? "%d/%d %s: ".formatted(next + 1, fields.size(), fields.get(next).label())
          : String.join(" | ", super.lines) + "  Enter sends this, again starts anew: ";
    }

    @Override
    Optional<Reply> take(String line) throws RefusedReply {
      int next = super.lines.size();
      if (next == fields.size()) {
        if (line.isEmpty()) {
          return Optional.of(new Reply.Typed(List.copyOf(super.lines)));
        }
        throw new RefusedReply("Press Enter to send the values, or type again to start anew.");
      }
      Optional<String> fault = fields.get(next).fault(line);
      if (fault.isPresent()) {
        throw new RefusedReply(fault.get());
      }
      super.lines.add(line);
      return Optional.empty();
    }
  }

  /** Names a file. */
  private static final class Handing extends Filling {
    private Handing(Signature signature) {
      super(signature);
    }

    @Override
    String prompt() {
      return "path of the export: ";
    }

    @Override
    Optional<Reply> take(String line) throws RefusedReply {
      return Optional.of(
          new Reply.Handed(Attachment.read(Path.of(line), Attachment.LARGEST_EXPORT)));
    }
  }

  /** Signs a statement. */
  private static final class Stating extends Filling {
    private final String question;

    private Stating(String question, Signature signature) {
      super(signature);
      this.question = question;
    }

    @Override
    String prompt() {
      return switch (super.lines.size()) {
        case 0 -> question + " yes or no: ";
        case 1 -> "your name" + offered(0) + ": ";
        case 2 -> "your role" + offered(1) + ": ";
        default -> "path of the screenshot: ";
      };
    }

    @Override
    Optional<Reply> take(String line) throws RefusedReply {
      int next = super.lines.size();
      if (next == 3) {
        Attachment screenshot = Attachment.read(Path.of(line), Attachment.LARGEST_SCREENSHOT);
        super.signature = new Signature(super.lines.get(1), super.lines.get(2));
        boolean holds = super.lines.getFirst().startsWith("y");
        return Optional.of(
            new Reply.Stated(holds, super.lines.get(1), super.lines.get(2), screenshot));
      }
      super.lines.add(next == 0 ? yesOrNo(line) : words(line, next - 1));
      return Optional.empty();
    }

    private static String yesOrNo(String line) throws RefusedReply {
      String word = line.toLowerCase(Locale.ROOT);
      if (!List.of("y", "yes", "n", "no").contains(word)) {
        throw new RefusedReply("Type yes or no.");
      }
      return word;
    }

    private String words(String line, int part) throws RefusedReply {
      String words = Signature.or(line, super.signature.parts().get(part));
      if (words.isEmpty()) {
        throw new RefusedReply("A statement needs a name and a role.");
      }
      return words;
    }

    private String offered(int part) {
      String before = super.signature.parts().get(part);
      return before.isEmpty() ? "" : " (Enter for " + before + ")";
    }
  }
}
