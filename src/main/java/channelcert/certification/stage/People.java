package channelcert.certification.stage;

import channelcert.certification.attend.Attachment;
import channelcert.certification.attend.Errand;
import channelcert.certification.attend.Instruction;
import channelcert.certification.attend.Reply;
import channelcert.certification.verdict.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/** The people who act and look for a candidate, as a row may ask them. */
public interface People {
  /** Whether somebody may reply. */
  boolean attend();

  /** Gives an instruction that traffic ends; the row goes on at once. */
  Errand hand(Instruction instruction);

  /**
   * Gives an instruction and waits for its end; other rows go on meanwhile.
   *
   * @param answer what is recorded of a reply
   * @return the recorded end, also where it is "cannot" or where nobody replied
   */
  Message ask(Instruction instruction, Function<Reply, ObjectNode> answer)
      throws InterruptedException;

  /** Keeps a file that was handed in with the evidence; answers what is recorded of it. */
  ObjectNode keep(Attachment file);
}
