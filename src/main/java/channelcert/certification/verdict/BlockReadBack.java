package channelcert.certification.verdict;

import static channelcert.certification.verdict.BlockTraffic.block;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** SUP-16: what the extranet shows of blocks. */
public final class BlockReadBack {
  private BlockReadBack() {}

  /** The extranet shows the block of the candidate under Mews' number, and cancelled at the end. */
  public static Check showsOwn() {
    String rule = "the extranet shows Mews' number, and that the block is cancelled at the end";
    return evidence -> {
      BlockTraffic traffic = new BlockTraffic(evidence);
      String code = evidence.facts().getOrDefault(BlockTraffic.CODE, "");
      return shown(
          rule,
          traffic.sent(),
          traffic,
          block -> block.path("code").asText().equals(code),
          (wrong, message, block) -> {
            traffic
                .results(message)
                .forEach(
                    result ->
                        wrong.same(
                            "confirmationNumber",
                            result.request().path("confirmationNumber"),
                            block.path("confirmationNumber")));
            state(wrong, message, block);
          });
    };
  }

  /** The extranet shows the block of Mews as it was sent, night by night. */
  public static Check showsToldOnes() {
    String rule = "the extranet shows name, dates and units of the block after each message";
    return evidence -> {
      BlockTraffic traffic = new BlockTraffic(evidence);
      String number = evidence.facts().getOrDefault(BlockTraffic.NUMBER, "");
      return shown(
          rule,
          traffic.told(),
          traffic,
          block -> block.path("confirmationNumber").asText().equals(number),
          (wrong, message, block) -> {
            state(wrong, message, block);
            JsonNode sent = block(message);
            wrong.same("name", sent.path("name"), block.path("name"));
            wrong.same("start", sent.path("dates").path("start"), block.path("start"));
            wrong.same("end", sent.path("dates").path("end"), block.path("end"));
            for (JsonNode category : sent.path("spaceCategories")) {
              String code = category.path("spaceTypeCode").asText();
              wrong.equal(
                  "units of " + code,
                  BlockNights.units(category.path("allocatedSpaces")).toString(),
                  BlockNights.units(
                          BlockDifferences.category(block.path("categories"), code)
                              .path("allotted"))
                      .toString());
            }
          });
    };
  }

  /** Compares what is shown with a message. */
  @FunctionalInterface
  private interface Comparison {
    void compare(BlockDifferences wrong, Message message, JsonNode shown);
  }

  private static Finding shown(
      String rule,
      List<Message> messages,
      BlockTraffic traffic,
      Predicate<JsonNode> isMeant,
      Comparison comparison) {
    List<String> seen = new ArrayList<>();
    for (Message message : messages) {
      Optional<Message> shown = traffic.shownAfter(message);
      if (shown.isEmpty()) {
        return Finding.missing(rule, "nothing was read back", "Offer a driver with readBlocks.");
      }
      BlockDifferences wrong = new BlockDifferences();
      JsonNode block = MissingNode.getInstance();
      for (JsonNode each : shown.get().answer().path("blocks")) {
        block = isMeant.test(each) ? each : block;
      }
      if (block.isMissingNode()) {
        wrong.add("the block is not shown");
      } else {
        comparison.compare(wrong, message, block);
      }
      if (!wrong.isEmpty()) {
        return Finding.failed(
            rule,
            "after " + message.id() + ": " + wrong.toString(),
            "Store every message about a block as the complete definition that it is.",
            List.of(message.id(), shown.get().id()));
      }
      seen.add(shown.get().id());
    }
    return seen.isEmpty()
        ? Finding.missing(rule, "no message about the block", "It follows from the messages.")
        : Finding.passed(rule, "shown so", seen);
  }

  private static void state(BlockDifferences wrong, Message message, JsonNode block) {
    boolean cancels = BlockDifferences.word(block(message).path("status")).startsWith("cancel");
    boolean cancelled = block.path("status").asText().equals("CANCELLED");
    if (cancels != cancelled) {
      wrong.add("the status shown is " + block.path("status").asText());
    }
  }
}
