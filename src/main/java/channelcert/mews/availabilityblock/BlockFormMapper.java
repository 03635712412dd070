package channelcert.mews.availabilityblock;

import channelcert.contract.mews.AvailabilityBlockStatusToMews;
import channelcert.contract.mews.AvailabilityBlockToMews;
import channelcert.contract.mews.ProcessAvailabilityBlockRequest;
import channelcert.contract.shared.ReleaseStrategy;
import channelcert.contract.shared.ReleaseStrategyType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a schema cannot say about the form of a block message: fields that only some statuses
 * or release strategies need, identifiers beyond every use. Used once.
 */
final class BlockFormMapper {
  private static final int LONGEST_IDENTIFIER = 500;

  private final List<String> problems = new ArrayList<>();

  /** Every problem of form in one sentence each; empty when the message can be read. */
  static List<String> problems(ProcessAvailabilityBlockRequest request) {
    BlockFormMapper form = new BlockFormMapper();
    form.identifier("messageId", request.messageId());
    form.block(request.availabilityBlock());
    return form.problems;
  }

  private void block(AvailabilityBlockToMews block) {
    identifier("availabilityBlock.code", block.code());
    String number = block.confirmationNumber();
    if (block.status() != AvailabilityBlockStatusToMews.CREATED
        && (number == null || number.isBlank())) {
      problems.add(
          "availabilityBlock.confirmationNumber: missing; with status "
              + block.status().wire()
              + " send the number from the confirmation of the block.");
    }
    release(block.releaseStrategy());
  }

  private void release(ReleaseStrategy release) {
    if (release.type() == ReleaseStrategyType.FIXED) {
      required("fixedDate", release.fixedDate(), release.type());
    } else if (required("offset", release.offset(), release.type())
        && ReleaseOffset.parse(String.valueOf(release.offset())).isEmpty()) {
      problems.add(
          "availabilityBlock.releaseStrategy.offset: "
              + Release.malformed(String.valueOf(release.offset()))
              + ".");
    }
  }

  private boolean required(String field, @Nullable Object value, ReleaseStrategyType type) {
    if (value == null) {
      problems.add(
          "availabilityBlock.releaseStrategy."
              + field
              + ": missing; a release of the type "
              + type.wire()
              + " needs it.");
    }
    return value != null;
  }

  private void identifier(String path, String value) {
    if (value.isBlank() || value.length() > LONGEST_IDENTIFIER) {
      problems.add(path + ": the value must have 1 to " + LONGEST_IDENTIFIER + " characters.");
    }
  }
}
