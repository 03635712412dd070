package channelcert.pact;

import static channelcert.pact.ChannelManagerStates.ARRIVAL;

import channelcert.contract.Reply;
import channelcert.contract.driver.BlockCategoryOrder;
import channelcert.contract.driver.BlockCommand;
import channelcert.contract.driver.BlockOrder;
import channelcert.contract.driver.BlockPickup;
import channelcert.contract.driver.BlockRelease;
import channelcert.contract.driver.BlockUnits;
import channelcert.contract.driver.ConnectionCommand;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.StoredBlock;
import channelcert.contract.driver.StoredBlocks;
import channelcert.contract.driver.client.DriverClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Has a channel manager send a block, and tells the message's identifier where the driver does. */
final class ChannelManagerBlocks {
  private final DriverClient driver;
  private final Function<String, URI> addresses;

  /**
   * By a driver.
   *
   * @param addresses of its operations
   */
  ChannelManagerBlocks(DriverClient driver, Function<String, URI> addresses) {
    this.driver = driver;
    this.addresses = addresses;
  }

  Map<String, String> send(String connection, ProviderState state) {
    BlockOrder block = order(state);
    ChannelManagerStates.done(
        driver.sendBlock(addresses.apply("sendBlock"), new BlockCommand(connection, block)));
    return message(connection, block.code());
  }

  /** Nothing from a driver that does not show blocks, or not by which message they were sent. */
  private Map<String, String> message(String connection, String code) {
    if (!(driver.readBlocks(addresses.apply("readBlocks"), new ConnectionCommand(connection))
        instanceof Reply.Answered<StoredBlocks>(StoredBlocks shown))) {
      return Map.of();
    }
    return shown.blocks().stream()
        .filter(block -> block.code().equals(code))
        .map(StoredBlock::messageId)
        .filter(Objects::nonNull)
        .findFirst()
        .map(id -> Map.of("messageId", id))
        .orElse(Map.of());
  }

  private static BlockOrder order(ProviderState state) {
    BlockCategoryOrder category =
        BlockCategoryOrder.builder()
            .spaceTypeCode(state.text("spaceTypeCode"))
            .allotted(List.of(new BlockUnits(ARRIVAL, ARRIVAL.plusDays(2), 1)))
            .build();
    return BlockOrder.builder()
        .code(state.text("code"))
        .name("Jansen wedding")
        .start(ARRIVAL)
        .end(ARRIVAL.plusDays(2))
        .ratePlanCode(state.text("ratePlanCode"))
        .currencyCode("EUR")
        .release(BlockRelease.builder().type("ROLLING").offset("P3D").build())
        .categories(List.of(category))
        .booker(new Person("Noor", "Jansen"))
        .pickupType(BlockPickup.ALL_IN_ONE_GROUP)
        .build();
  }
}
