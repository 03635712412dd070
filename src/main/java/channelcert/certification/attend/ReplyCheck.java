package channelcert.certification.attend;

import channelcert.certification.attend.export.Export;
import java.util.List;
import java.util.Optional;

/** Refuses replies that do not fit the form, in one line. */
final class ReplyCheck {
  private static final int LONGEST_WORDS = 200;

  private ReplyCheck() {}

  static void check(Form form, Reply reply) throws RefusedReply {
    switch (reply) {
      case Reply.Cannot cannot -> words("a reason", cannot.reason());
      case Reply.Done done -> fits(form instanceof Form.Act);
      case Reply.Typed typed -> {
        fits(form instanceof Form.Values);
        values(((Form.Values) form).fields(), typed.values());
      }
      case Reply.Handed handed -> {
        fits(form instanceof Form.Export);
        Attachment.bound(
            handed.export().name(), handed.export().bytes().length, Attachment.LARGEST_EXPORT);
        Export.read(handed.export().name(), handed.export().bytes());
      }
      case Reply.Stated stated -> {
        fits(form instanceof Form.Statement);
        words("your name", stated.name());
        words("your role", stated.role());
        screenshot(stated.screenshot());
      }
    }
  }

  private static void fits(boolean right) throws RefusedReply {
    if (!right) {
      throw new RefusedReply("The instruction asks for something else; read it again.");
    }
  }

  private static void values(List<Field> fields, List<String> values) throws RefusedReply {
    if (fields.size() != values.size()) {
      throw new RefusedReply(
          fields.size() + " values are asked for, but " + values.size() + " were given.");
    }
    for (int i = 0; i < fields.size(); i++) {
      Optional<String> fault = fields.get(i).fault(values.get(i));
      if (fault.isPresent()) {
        throw new RefusedReply(fault.get());
      }
    }
  }

  private static void words(String what, String text) throws RefusedReply {
    if (text.isBlank() || text.length() > LONGEST_WORDS) {
      throw new RefusedReply("Type " + what + ", with 1 to " + LONGEST_WORDS + " characters.");
    }
  }

  private static void screenshot(Attachment file) throws RefusedReply {
    Attachment.bound(file.name(), file.bytes().length, Attachment.LARGEST_SCREENSHOT);
    if (file.picture().isEmpty()) {
      throw new RefusedReply(file.name() + " is no picture; hand in a PNG, JPEG or WebP file.");
    }
  }
}
