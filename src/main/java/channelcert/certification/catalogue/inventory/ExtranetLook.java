package channelcert.certification.catalogue.inventory;

import channelcert.certification.attend.Attachment;
import channelcert.certification.attend.Form;
import channelcert.certification.attend.Instruction;
import channelcert.certification.attend.RefusedReply;
import channelcert.certification.attend.Reply;
import channelcert.certification.attend.Template;
import channelcert.certification.attend.export.Export;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.PriceSide;
import channelcert.certification.verdict.PushKind;
import channelcert.certification.verdict.Sample;
import channelcert.certification.verdict.Sample.Spot;
import channelcert.mews.inventory.Nights;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at what the extranet shows after a push, in the way that the candidate file names (domain
 * reference 8.5): all of it by its driver; a sample typed by a person; an export; a statement.
 *
 * @param side side of the price that it has to show
 * @param complete whether a sample names every category and rate, or the edges only
 */
record ExtranetLook(Nights nights, List<PushKind> kinds, PriceSide side, boolean complete) {
  /** A month a question, so that no answer of the extranet becomes huge. */
  private static final int NIGHTS_A_QUESTION = 31;

  private static final String OPERATION = "readAri";

  static ExtranetLook at(Nights nights) {
    return new ExtranetLook(nights, List.of(), PriceSide.GROSS, false);
  }

  ExtranetLook of(PushKind... pushed) {
    return new ExtranetLook(nights, List.of(pushed), side, complete);
  }

  ExtranetLook on(PriceSide shown) {
    return new ExtranetLook(nights, kinds, shown, complete);
  }

  ExtranetLook completely() {
    return new ExtranetLook(nights, kinds, side, true);
  }

  /** Looks; where nobody could be asked nothing happens, and nothing is proven. */
  void look(Stage stage) throws InterruptedException {
    switch (stage.candidate().readBack()) {
      case DRIVER -> byDriver(stage);
      case CHALLENGE -> ask(stage, this::challenge);
      case EXPORT -> ask(stage, spots -> export(stage));
      case ATTEST -> ask(stage, spots -> attest(stage, spots));
    }
  }

  private void byDriver(Stage stage) {
    LocalDate first = nights.first();
    int asked = 0;
    while (asked < nights.count()) {
      int count = Math.min(NIGHTS_A_QUESTION, nights.count() - asked);
      stage.driver().readAri(Nights.of(first.plusDays(asked), count));
      asked += count;
      stage.progress("nights read back", asked, nights.count());
    }
  }

  /** A question to a person, and what is recorded of the reply. */
  private record Question(
      String title, String text, Form form, ObjectNode order, Function<Reply, ObjectNode> answer) {}

  private void ask(Stage stage, Function<List<Spot>, Question> question)
      throws InterruptedException {
    List<Spot> spots = new ArrayList<>();
    for (PushKind kind : kinds) {
      spots.addAll(Sample.of(kind, side, stage.messages(), stage.random(), complete));
    }
    if (!spots.isEmpty() && stage.people().attend()) {
      Question asked = question.apply(spots);
      stage
          .people()
          .ask(
              new Instruction(
                  stage.code(),
                  OPERATION,
                  asked.title(),
                  asked.text(),
                  asked.form(),
                  asked.order()),
              asked.answer());
    }
  }

  private Question challenge(List<Spot> spots) {
    return new Question(
        "Type what the extranet shows",
        Template.fill("type-values", Map.of("side", sideInWords())),
        new Form.Values(spots.stream().map(SpotText::field).toList()),
        SpotText.order(spots),
        reply -> SpotText.typed(spots, ((Reply.Typed) reply).values()));
  }

  private Question export(Stage stage) {
    String text =
        Template.fill(
            "hand-in-export",
            Map.of(
                "from",
                nights.first().toString(),
                "to",
                nights.last().toString(),
                "kinds",
                kindsInWords(),
                "side",
                sideInWords()));
    return new Question(
        "Hand in an export",
        text,
        new Form.Export(),
        order("export"),
        reply -> exported(stage, ((Reply.Handed) reply).export()));
  }

  private Question attest(Stage stage, List<Spot> spots) {
    ObjectNode order = order("attest");
    spots.forEach(
        spot -> order.withArray("values").addObject().put(SpotText.label(spot), spot.value()));
    String values =
        spots.stream()
            .map(spot -> "- " + SpotText.label(spot) + ": " + spot.value())
            .collect(Collectors.joining("\n"));
    return new Question(
        "State what the extranet shows",
        Template.fill("attest-values", Map.of("side", sideInWords(), "values", values)),
        new Form.Statement("Does the extranet show all of these values?"),
        order,
        reply -> stage.stated((Reply.Stated) reply));
  }

  private static ObjectNode exported(Stage stage, Attachment file) {
    try {
      ObjectNode answer = Export.read(file.name(), file.bytes());
      answer.set("file", stage.people().keep(file));
      return answer;
    } catch (RefusedReply e) {
      throw new IllegalStateException("a checked export was refused", e);
    }
  }

  private ObjectNode order(String way) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("way", way);
    kinds.forEach(kind -> order.withArray("kinds").add(kind.name()));
    return order.put("from", nights.first().toString()).put("to", nights.last().toString());
  }

  private String kindsInWords() {
    return kinds.stream()
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private String sideInWords() {
    return kinds.contains(PushKind.PRICES)
        ? "Prices are " + side.name().toLowerCase(Locale.ROOT) + " prices, of the whole space."
        : "";
  }
}
