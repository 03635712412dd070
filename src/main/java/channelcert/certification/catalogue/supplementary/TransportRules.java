package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.AVAILABILITY;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Probe;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.Probes;
import channelcert.certification.verdict.Selection;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import java.util.Set;

/** SUP-19: requests that are not of the published form, and a protocol that is too old. */
final class TransportRules {
  private static final String OPERATION = AVAILABILITY.operation();
  private static final String OLD_TLS = "old-tls";

  private TransportRules() {}

  static CertificationTest row() {
    return supplementary("SUP-19", "supplementary/transport-rules")
        .title("Old TLS, GET and other content types")
        .scenario(
            "Update availability is called with GET, with other content types, with a charset, and"
                + " TLS 1.1 is offered.")
        .step(TransportRules::call)
        .expect(
            "get",
            "GET is answered, but not with success",
            WIRE,
            Probes.notTaken(
                OPERATION, each -> each.exchange().method().equals("GET"), "GET takes nothing"))
        .expect(
            "content-type",
            "another content type is not taken",
            WIRE,
            Probes.notTaken(
                OPERATION,
                each -> each.exchange().requestBody().text().startsWith("<"),
                "what is no JSON is not taken"))
        .expect(
            "charset",
            "JSON with a charset is taken",
            WIRE,
            Outcome.accepted(
                evidence ->
                    Selection.calls(OPERATION).of(evidence).stream()
                        .filter(each -> each.request().isObject())
                        .toList()))
        .expect(
            "old-protocol",
            "TLS 1.1 is refused",
            WIRE,
            Probes.refusedInWords(
                OLD_TLS, "TLS 1.2 or newer only", "Switch TLS 1.0 and 1.1 off at the server."))
        .build();
  }

  private static void call(Stage stage) {
    Messages messages = new Messages(stage);
    Probe probe = stage.probe();
    Nights night = messages.nights(1);
    String push =
        messages
            .availability(probe, messages.id(), night, stage.random().nextInt(1, 20))
            .toString();
    probe.send(OPERATION, "GET", "", "");
    probe.send(OPERATION, "POST", "application/xml", "<updateAvailability/>");
    probe.send(OPERATION, "POST", "application/json; charset=utf-8", push);
    stage.note(OLD_TLS, probe.offerOldTls(OPERATION));
    stage.mews().requestFullUpdate(night, Set.of(InventoryKind.AVAILABILITY));
    stage.mews().awaitDelivered();
  }
}
