package channelcert.certification.verdict;

import static channelcert.certification.verdict.BlockTraffic.block;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** SUP-16: availability blocks in both directions. */
public final class BlockChecks {
  /** Note of the run: code of the block that the candidate makes. */
  public static final String CODE = BlockTraffic.CODE;

  /** Note of the run: number of the block that the property makes. */
  public static final String NUMBER = BlockTraffic.NUMBER;

  /** Note of the run: masked token of the connection. */
  public static final String CONNECTION = BlockTraffic.CONNECTION;

  private BlockChecks() {}

  /** The candidate sent what was ordered, once, under that status; changes carry Mews' number. */
  public static Check sent(String status, String order) {
    String rule = "one message with the status " + status + " that says what was ordered";
    return evidence -> {
      BlockTraffic traffic = new BlockTraffic(evidence);
      List<Message> sent = traffic.sent(status);
      if (sent.isEmpty()) {
        return notSent(rule, traffic, order);
      }
      Message message = sent.getFirst();
      BlockDifferences wrong = new BlockDifferences();
      JsonNode ordered =
          traffic
              .order(order)
              .map(each -> each.request().path("block"))
              .orElse(MissingNode.getInstance());
      if (!ordered.isMissingNode()) {
        compare(wrong, ordered, block(message));
      }
      number(wrong, traffic, message, status);
      return wrong.isEmpty()
          ? Finding.passed(rule, "as ordered", List.of(message.id()))
          : Finding.failed(
              rule,
              wrong.toString(),
              "Send the complete definition in every message, with confirmationNumber once Mews"
                  + " has given it.",
              List.of(message.id()));
    };
  }

  private static Finding notSent(String rule, BlockTraffic traffic, String order) {
    Optional<Message> asked = traffic.order(order);
    boolean taken = asked.isPresent() && asked.get().exchange().status() / 100 == 2;
    String others =
        String.join(
            ", ",
            traffic.sent().stream().map(each -> block(each).path("status").asText()).toList());
    return taken
        ? Finding.failed(
            rule,
            "the driver took the order, and no such message came; statuses sent: " + others,
            "Send Created, Updated or Canceled, as the order says.",
            List.of(asked.get().id()))
        : Finding.missing(rule, "no such message was sent", "Offer a driver with " + order + ".");
  }

  private static void compare(BlockDifferences wrong, JsonNode ordered, JsonNode sent) {
    wrong.same("name", ordered.path("name"), sent.path("name"));
    wrong.same("dates.start", ordered.path("start"), sent.path("dates").path("start"));
    wrong.same("dates.end", ordered.path("end"), sent.path("dates").path("end"));
    wrong.same("originalRateCode", ordered.path("ratePlanCode"), sent.path("originalRateCode"));
    release(wrong, ordered.path("release"), sent.path("releaseStrategy"));
    wrong.same(
        "booker.lastName",
        ordered.path("booker").path("lastName"),
        sent.path("booker").path("lastName"));
    wrong.equal(
        "pickupType",
        BlockDifferences.word(ordered.path("pickupType")),
        BlockDifferences.word(sent.path("pickupType")));
    for (JsonNode category : ordered.path("categories")) {
      String code = category.path("spaceTypeCode").asText();
      JsonNode found = BlockDifferences.category(sent.path("spaceCategories"), code);
      wrong.equal(
          "allocatedSpaces of " + code,
          BlockNights.units(category.path("allotted")).toString(),
          BlockNights.units(found.path("allocatedSpaces")).toString());
      wrong.equal(
          "rates of " + code,
          BlockNights.prices(category.path("prices")).toString(),
          BlockNights.rates(found.path("rates")).toString());
    }
  }

  private static void release(BlockDifferences wrong, JsonNode ordered, JsonNode sent) {
    wrong.equal(
        "releaseStrategy.type",
        BlockDifferences.word(ordered.path("type")),
        BlockDifferences.word(sent.path("type")));
    wrong.same("releaseStrategy.fixedDate", ordered.path("fixedDate"), sent.path("fixedDate"));
  }

  private static void number(
      BlockDifferences wrong, BlockTraffic traffic, Message message, String status) {
    if (status.equals("Created")) {
      return;
    }
    String given =
        traffic.sent("Created").stream()
            .flatMap(each -> traffic.results(each).stream())
            .map(each -> each.request().path("confirmationNumber").asText())
            .findFirst()
            .orElse("");
    wrong.equal("confirmationNumber", given, block(message).path("confirmationNumber").asText());
  }

  /** Mews took and processed every message of the candidate. */
  public static Check accepted() {
    String rule = "every message is answered with success, and reported with success afterwards";
    return evidence -> {
      BlockTraffic traffic = new BlockTraffic(evidence);
      for (Message message : traffic.sent()) {
        if (!Answers.accepts(message.answer())) {
          return refusedByMews(rule, Answers.shown(message), message);
        }
        Optional<Message> failure =
            traffic.results(message).stream()
                .filter(each -> !each.request().path("success").asBoolean())
                .findFirst();
        if (failure.isPresent()) {
          return refusedByMews(
              rule, failure.get().request().path("errors").toString(), failure.get());
        }
      }
      return enough(rule, traffic.sent().stream().flatMap(each -> traffic.results(each).stream()));
    };
  }

  private static Finding refusedByMews(String rule, String said, Message message) {
    return Finding.failed(
        rule,
        "Mews refused: " + said,
        "Repair what the error names; see the message.",
        List.of(message.id()));
  }

  /** The candidate took every report of Mews. */
  public static Check resultsTaken() {
    String rule = "the candidate answers every processing confirmation with success";
    return evidence -> {
      BlockTraffic traffic = new BlockTraffic(evidence);
      List<Message> results =
          traffic.sent().stream().flatMap(each -> traffic.results(each).stream()).toList();
      Optional<Message> wrong =
          results.stream().filter(each -> !Answers.accepts(each.answer())).findFirst();
      return wrong
          .map(
              each ->
                  Finding.failed(
                      rule,
                      each.id() + ": " + Answers.shown(each),
                      "Find the block by messageId and code, store confirmationNumber, answer"
                          + " success.",
                      List.of(each.id())))
          .orElseGet(() -> enough(rule, results.stream()));
    };
  }

  /** Every message of Mews is confirmed once, with success, the code and the number. */
  public static Check confirmed() {
    String rule =
        "each message is confirmed exactly once, with success, code and confirmationNumber, and the"
            + " code stays the same";
    return evidence -> {
      BlockTraffic traffic = new BlockTraffic(evidence);
      Set<String> codes = new TreeSet<>();
      for (Message told : traffic.told()) {
        List<Message> confirmations = traffic.confirmations(told);
        BlockDifferences wrong = new BlockDifferences();
        if (confirmations.size() != 1) {
          wrong.add(confirmations.size() + " confirmations of " + told.id());
        }
        for (Message each : confirmations) {
          confirmation(wrong, told, each);
          codes.add(each.request().path("code").asText());
        }
        if (codes.size() > 1) {
          wrong.add("codes " + codes);
        }
        if (!wrong.isEmpty()) {
          return Finding.failed(
              rule,
              wrong.toString(),
              "Post one confirmation to responseUrl, with relatedMessageId, your code of the block"
                  + " and Mews' number.",
              Answers.ids(confirmations.isEmpty() ? List.of(told) : confirmations));
        }
      }
      return enough(rule, traffic.told().stream());
    };
  }

  private static void confirmation(BlockDifferences wrong, Message told, Message confirmation) {
    JsonNode said = confirmation.request();
    if (!Answers.accepts(said)) {
      wrong.add("success " + said.path("success") + ", errors " + said.path("errors"));
    }
    if (said.path("code").asText().isBlank()) {
      wrong.add("no code");
    }
    wrong.equal(
        "confirmationNumber",
        block(told).path("confirmationNumber").asText(),
        said.path("confirmationNumber").asText());
    if (!Answers.accepts(confirmation.answer())) {
      wrong.add("Mews answered " + Answers.shown(confirmation));
    }
  }

  /** All that Mews sent about its block. */
  public static Selection told() {
    return evidence -> new BlockTraffic(evidence).told();
  }

  /** All three of create, update and cancel have to be there to prove anything. */
  private static Finding enough(String rule, Stream<Message> messages) {
    List<String> ids = Answers.ids(messages.toList());
    return ids.size() >= 3
        ? Finding.passed(rule, ids.size() + " so", ids)
        : Finding.missing(
            rule,
            "only " + ids.size() + " of 3 messages",
            "See the expectations about what is sent.");
  }
}
