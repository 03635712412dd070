package channelcert.certification.catalogue.reservation;

import channelcert.certification.attend.Field;
import channelcert.certification.attend.Form;
import channelcert.certification.attend.Instruction;
import channelcert.certification.attend.Reply;
import channelcert.certification.attend.Template;
import channelcert.certification.candidate.ReadBack;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks at what the extranet shows of a booking: by the driver, by what a person types (its status
 * and the confirmation numbers, which only Mews knows), or by a statement.
 *
 * @param id identifier of the booking
 * @param cancelled whether it was cancelled just now
 */
record BookingLook(Stage stage, String id, boolean cancelled) {
  private static final String OPERATION = "readBookings";

  /**
   * Looks; without a confirmation there is nothing that a person could see.
   *
   * @param confirmation what Mews told the candidate
   */
  void look(Optional<Message> confirmation) throws InterruptedException {
    if (stage.candidate().readBack() == ReadBack.DRIVER) {
      stage.driver().readBookings(List.of(id));
    } else if (confirmation.isPresent() && stage.people().attend()) {
      JsonNode said = confirmation.get().request();
      if (stage.candidate().readBack() == ReadBack.ATTEST) {
        attest();
      } else {
        type(said.path("reservations").valueStream().map(BookingLook::code).toList());
      }
    }
  }

  private void type(List<String> codes) throws InterruptedException {
    List<Field> fields = new ArrayList<>();
    fields.add(
        new Field("status of the booking: confirmed, refused or cancelled", Field.Kind.WORDS));
    codes.forEach(
        code -> fields.add(new Field("confirmation number of " + code, Field.Kind.WORDS)));
    ask(
        "Type what the extranet shows of " + id,
        Template.fill("type-booking", Map.of("booking", id)),
        new Form.Values(fields),
        order("challenge"),
        reply -> typed(codes, ((Reply.Typed) reply).values()));
  }

  private void attest() throws InterruptedException {
    Map<String, String> values =
        Map.of("booking", id, "status", cancelled ? "cancelled" : "confirmed");
    ask(
        "State what the extranet shows of " + id,
        Template.fill("attest-booking", values),
        new Form.Statement("Is the booking shown like that?"),
        order("attest"),
        reply -> stage.stated((Reply.Stated) reply));
  }

  private void ask(
      String title, String text, Form form, ObjectNode order, Function<Reply, ObjectNode> answer)
      throws InterruptedException {
    stage.people().ask(new Instruction(stage.code(), OPERATION, title, text, form, order), answer);
  }

  private ObjectNode order(String way) {
    ObjectNode order = JsonNodeFactory.instance.objectNode().put("way", way);
    order.withArray("channelManagerIds").add(id);
    return order;
  }

  private ObjectNode typed(List<String> codes, List<String> values) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode booking = answer.putArray("bookings").addObject();
    booking.put("channelManagerId", id).put("status", status(values.getFirst()));
    for (int i = 0; i < codes.size(); i++) {
      String number = values.get(i + 1).strip();
      ObjectNode reservation = booking.withArray("reservations").addObject();
      reservation.put("code", codes.get(i));
      if (!number.equals(Field.NOTHING)) {
        reservation.put("confirmationNumber", number);
      }
    }
    return answer;
  }

  private static String status(String typed) {
    String word = typed.strip().toUpperCase(Locale.ROOT);
    return word.equals("CANCELED") ? "CANCELLED" : word;
  }

  private static String code(JsonNode reservation) {
    return reservation.path("code").asText();
  }
}
