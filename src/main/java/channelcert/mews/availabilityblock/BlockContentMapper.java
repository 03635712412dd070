package channelcert.mews.availabilityblock;

import channelcert.contract.channelmanager.AvailabilityBlockStatusToChm;
import channelcert.contract.channelmanager.AvailabilityBlockToChm;
import channelcert.contract.channelmanager.BlockDatesToChm;
import channelcert.contract.channelmanager.BlockRateToChm;
import channelcert.contract.channelmanager.ProcessAvailabilityBlockToChmRequest;
import channelcert.contract.channelmanager.SpaceCategoryAllocationToChm;
import channelcert.contract.shared.Company;
import channelcert.contract.shared.Customer;
import channelcert.contract.shared.PickupType;
import channelcert.contract.shared.Price;
import channelcert.contract.shared.ReleaseStrategy;
import channelcert.contract.shared.ReleaseStrategyType;
import channelcert.contract.shared.SpaceCount;
import channelcert.mews.availabilityblock.Allotment.BlockRate;
import channelcert.mews.availabilityblock.Allotment.Held;
import channelcert.mews.inventory.Nights;
import channelcert.mews.message.Stored;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes blocks as channel managers get them, without tokens, and takes parts out of them. */
final class BlockContentMapper {
  private BlockContentMapper() {}

  /** The message; its status is completed when it is sent, unless the block is cancelled. */
  static String content(Block block, SpaceNights occupied, String currencyCode) {
    return Stored.write(
        ProcessAvailabilityBlockToChmRequest.builder()
            .clientToken("")
            .connectionToken("")
            .messageId("")
            .responseUrl("")
            .availabilityBlock(block(block, occupied, currencyCode))
            .build());
  }

  private static AvailabilityBlockToChm block(
      Block block, SpaceNights occupied, String currencyCode) {
    BlockDefinition definition = block.definition();
    return AvailabilityBlockToChm.builder()
        .confirmationNumber(block.number())
        .status(
            block.cancelled()
                ? AvailabilityBlockStatusToChm.CANCEL
                : AvailabilityBlockStatusToChm.CREATE)
        .name(definition.name())
        .dates(
            BlockDatesToChm.builder()
                .start(definition.nights().first())
                .end(end(definition.nights()))
                .build())
        .releaseStrategy(release(definition.release()))
        .spaceCategories(
            definition.allotments().stream()
                .map(allotment -> category(allotment, occupied, currencyCode))
                .toList())
        .booker(Stored.read(definition.booker().toString(), Customer.class))
        .company(company(definition.company()))
        .notes(definition.notes())
        .pickupType(
            definition.grouping() == Grouping.ALL_IN_ONE_GROUP
                ? PickupType.ALL_IN_ONE_GROUP
                : PickupType.INDIVIDUAL_GROUPS)
        .build();
  }

  private static LocalDate end(Nights nights) {
    return nights.last().plusDays(1);
  }

  private static ReleaseStrategy release(Release release) {
    return ReleaseStrategy.builder()
        .type(release.fixedDay() == null ? ReleaseStrategyType.ROLLING : ReleaseStrategyType.FIXED)
        .fixedDate(release.fixedDay())
        .offset(release.offset())
        .build();
  }

  private static @Nullable Company company(@Nullable JsonNode company) {
    return company == null ? null : Stored.read(company.toString(), Company.class);
  }

  private static SpaceCategoryAllocationToChm category(
      Allotment allotment, SpaceNights occupied, String currencyCode) {
    return SpaceCategoryAllocationToChm.builder()
        .spaceTypeCode(allotment.spaceTypeCode())
        .start(allotment.span().first())
        .end(end(allotment.span()))
        .allocatedSpaces(allotment.held().stream().map(BlockContentMapper::held).toList())
        .occupiedSpaces(occupied(allotment, occupied))
        .rates(allotment.rates().stream().map(rate -> rate(rate, currencyCode)).toList())
        .build();
  }

  private static SpaceCount held(Held held) {
    return new SpaceCount(held.nights().first(), end(held.nights()), held.units());
  }

  /** The nights of the category in the fewest intervals, also those with nobody. */
  private static List<SpaceCount> occupied(Allotment allotment, SpaceNights occupied) {
    List<SpaceCount> counts = new ArrayList<>();
    for (LocalDate night : allotment.span().stream().toList()) {
      int count = occupied.at(allotment.spaceTypeCode(), night);
      SpaceCount last = counts.isEmpty() ? null : counts.getLast();
      if (last != null && last.count() == count) {
        counts.set(counts.size() - 1, last.with().end(night.plusDays(1)).build());
      } else {
        counts.add(new SpaceCount(night, night.plusDays(1), count));
      }
    }
    return counts;
  }

  private static BlockRateToChm rate(BlockRate rate, String currencyCode) {
    return BlockRateToChm.builder()
        .start(rate.nights().first())
        .end(end(rate.nights()))
        .currencyCode(currencyCode)
        .prices(
            rate.prices().stream()
                .map(
                    price ->
                        Price.builder()
                            .grossAmount(price.gross())
                            .netAmount(price.net())
                            .currencyCode(currencyCode)
                            .guestCount(price.persons())
                            .build())
                .toList())
        .build();
  }

  /** The content without categories; empty when none of them is in it, or none is left. */
  static Optional<String> without(String content, Set<String> categories) {
    ProcessAvailabilityBlockToChmRequest message =
        Stored.read(content, ProcessAvailabilityBlockToChmRequest.class);
    AvailabilityBlockToChm block = message.availabilityBlock();
    List<SpaceCategoryAllocationToChm> left =
        block.spaceCategories().stream()
            .filter(each -> !categories.contains(each.spaceTypeCode()))
            .toList();
    return left.isEmpty() || left.size() == block.spaceCategories().size()
        ? Optional.empty()
        : Optional.of(
            Stored.write(
                message
                    .with()
                    .availabilityBlock(block.with().spaceCategories(left).build())
                    .build()));
  }
}
