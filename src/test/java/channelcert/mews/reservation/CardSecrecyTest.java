package channelcert.mews.reservation;

import static channelcert.mews.reservation.ReservationFixture.CLIENT;
import static channelcert.mews.reservation.ReservationFixture.CONNECTION;
import static channelcert.mews.reservation.ReservationFixture.stay;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.api.ReservationApi;
import channelcert.http.Json;
import channelcert.mews.availabilityblock.BlockSide;
import channelcert.mews.inventory.InventoryStore;
import channelcert.mews.inventory.Retries;
import channelcert.mews.property.PropertyStore;
import channelcert.mews.reservation.outgoing.OutgoingSide;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CardSecrecyTest {
  private static final String NUMBER = "370000000000002";
  private static final String CVV = "8413";
  private static final String BOOKING =
      stay("01", "120.00", "120.00")
          + """
          ,"comments":["Card 3700 0000 0000 002, call 0031201234567"],
           "paymentCard":{"type":3,"number":"370000000000002","expireDate":"1022","cvv":"8413","holderName":"A Visser"}\
          """;

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void noTableHoldsACardNumberOrACvv(DatabaseUrl url) throws Exception {
    try (ReservationFixture fixture = ReservationFixture.connected(url)) {
      fixture.send("m-1", "CM-1", BOOKING);
      acceptWithoutProxy(fixture);
      fixture.settle();

      assertThat(fixture.channelManager.received).hasSize(2).allMatch(sent -> sent.error() == null);
      List<String> texts = texts(fixture.database);
      assertThat(texts)
          .noneMatch(text -> text.replace(" ", "").contains(NUMBER) || text.contains(CVV))
          .noneMatch(text -> text.contains(CLIENT) && text.contains("CM-1"))
          .anyMatch(text -> text.contains("370000*****0002") && text.contains("A Visser"))
          .anyMatch(text -> text.contains("0031201234567"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111111, 411111******1111",
    "36006666333344, 360066****3344",
    "4111-1111-1111-1111, ******1111",
    "1234, ******1234",
    "card, ******"
  })
  void masksCardNumbers(String number, String masked) {
    assertThat(CardMask.mask(number)).isEqualTo(masked);
  }

  /** The card proxy stands in front of the listener; behind it nothing may be kept either. */
  private static void acceptWithoutProxy(ReservationFixture fixture) throws Exception {
    channelcert.contract.Caller nobody =
        new channelcert.contract.Caller() {
          @Override
          public <Q, A> channelcert.contract.Reply<A> call(
              channelcert.contract.Operation<Q, A> operation,
              java.net.URI address,
              @org.jspecify.annotations.Nullable Q body) {
            throw new AssertionError("nothing is sent here");
          }
        };
    PropertyStore properties = new PropertyStore(fixture.database);
    InventoryStore inventory = new InventoryStore(fixture.database);
    BlockSide blocks =
        new BlockSide(
            fixture.database,
            properties,
            inventory,
            fixture.clock,
            nobody,
            () -> java.net.URI.create("http://mews.example"),
            Retries.standard(() -> 0));
    OutgoingSide staff =
        new OutgoingSide(
            fixture.database,
            properties,
            inventory,
            blocks.ledger(),
            fixture.clock,
            () -> "id",
            nobody,
            () -> java.net.URI.create("http://mews.example"),
            blocks::code,
            Retries.standard(() -> 0));
    ReservationSide side =
        new ReservationSide(
            fixture.database,
            properties,
            inventory,
            blocks.ledger(),
            fixture.clock,
            () -> "id",
            nobody,
            staff.confirmations());
    String body =
        """
        {"clientToken":"%s","connectionToken":"%s","messageId":"m-2","channelId":"EXP-1","channelManagerId":"CM-2"%s}
        """
            .formatted(CLIENT, CONNECTION, BOOKING);
    ((ReservationApi) side.resource())
        .processGroup(Json.mapper().readValue(body, ProcessGroupRequest.class));
  }

  /** Every text of every table of the Mews side. */
  private static List<String> texts(Database database) {
    List<String> texts = new ArrayList<>();
    for (Record column :
        database
            .dsl()
            .fetch(
                "select table_name, column_name from information_schema.columns"
                    + " where table_schema = 'mews' and data_type in"
                    + " ('character varying', 'text', 'character large object',"
                    + " 'CHARACTER VARYING', 'CHARACTER LARGE OBJECT')")) {
      for (Record row :
          database.dsl().fetch("select " + column.get(1) + " from mews." + column.get(0))) {
        texts.add(String.valueOf(row.get(0, String.class)));
      }
    }
    assertThat(texts).isNotEmpty();
    return texts;
  }
}
