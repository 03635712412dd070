package channelcert.mews.control;

import channelcert.contract.control.BlockCategoryView;
import channelcert.contract.control.BlockCode;
import channelcert.contract.control.BlockGroup;
import channelcert.contract.control.BlockPickup;
import channelcert.contract.control.BlockRelease;
import channelcert.contract.control.BlockUnits;
import channelcert.contract.control.BlockView;
import channelcert.contract.control.StaffBlock;
import channelcert.contract.control.StaffBlockCategory;
import channelcert.exchange.Masking;
import channelcert.mews.availabilityblock.Allotment;
import channelcert.mews.availabilityblock.Block;
import channelcert.mews.availabilityblock.BlockDefinition;
import channelcert.mews.availabilityblock.BlockOrder;
import channelcert.mews.availabilityblock.BlockOrder.CategoryOrder;
import channelcert.mews.availabilityblock.BlockOrder.UnitsOrder;
import channelcert.mews.availabilityblock.BlockState;
import channelcert.mews.availabilityblock.Grouping;
import channelcert.mews.availabilityblock.Release;
import channelcert.mews.availabilityblock.Span;
import channelcert.mews.inventory.Nights;
import channelcert.mews.message.Outgoing;
import channelcert.mews.reservation.group.AvailabilityEffect;
import java.time.ZoneOffset;
import java.util.List;

/** Availability blocks in the words of the control API. */
final class BlockMapper {
  private BlockMapper() {}

  static BlockOrder order(StaffBlock given) {
    return new BlockOrder(
        given.name(),
        new Span(given.start(), given.end()),
        release(given.release()),
        given.ratePlanCode(),
        given.categories().stream().map(BlockMapper::category).toList(),
        StaffMapper.person(given.booker()),
        null,
        given.notes(),
        Grouping.valueOf(given.pickupType().name()));
  }

  private static Release release(BlockRelease given) {
    if ((given.fixedDate() == null) == (given.offset() == null)) {
      throw ControlRefusal.badRequest(
          "block.release needs one of fixedDate and offset, not both and not none.");
    }
    return new Release(given.fixedDate(), given.offset());
  }

  private static CategoryOrder category(StaffBlockCategory given) {
    return new CategoryOrder(
        given.spaceTypeCode(),
        given.allotted().stream()
            .map(each -> new UnitsOrder(new Span(each.start(), each.end()), each.units()))
            .toList(),
        List.of());
  }

  static BlockView view(BlockState state, List<Outgoing> messages) {
    Block block = state.block();
    Block.Origin origin = block.origin();
    BlockDefinition definition = block.definition();
    return BlockView.builder()
        .confirmationNumber(block.number())
        .state(block.cancelled() ? "CANCELLED" : "ACTIVE")
        .connection(origin == null ? null : Masking.token(origin.connectionToken()))
        .codes(
            state.codes().entrySet().stream()
                .map(each -> new BlockCode(Masking.token(each.getKey()), each.getValue()))
                .toList())
        .name(definition.name())
        .start(definition.nights().first())
        .end(definition.nights().last().plusDays(1))
        .ratePlanCode(definition.originalRateCode())
        .release(new BlockRelease(definition.release().fixedDay(), definition.release().offset()))
        .nextRelease(
            state.nextRelease() == null ? null : state.nextRelease().atOffset(ZoneOffset.UTC))
        .pickupType(BlockPickup.valueOf(definition.grouping().name()))
        .booker(StaffMapper.required(definition.booker()))
        .notes(definition.notes())
        .categories(definition.allotments().stream().map(each -> category(state, each)).toList())
        .groups(
            state.pickups().entrySet().stream()
                .map(each -> new BlockGroup(each.getKey(), each.getValue()))
                .toList())
        .messages(messages.stream().map(StaffMapper::message).toList())
        .build();
  }

  private static BlockCategoryView category(BlockState state, Allotment allotment) {
    String category = allotment.spaceTypeCode();
    return new BlockCategoryView(
        category,
        allotment.held().stream().map(held -> units(held.nights(), held.units())).toList(),
        units(category, state.occupied()),
        units(category, state.withheld()));
  }

  private static List<BlockUnits> units(String category, List<AvailabilityEffect> effects) {
    return effects.stream()
        .filter(each -> each.spaceTypeCode().equals(category))
        .map(each -> units(each.nights(), each.units()))
        .toList();
  }

  private static BlockUnits units(Nights nights, int units) {
    return new BlockUnits(nights.first(), nights.last().plusDays(1), units);
  }
}
