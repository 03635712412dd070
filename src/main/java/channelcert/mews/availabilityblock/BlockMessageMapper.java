package channelcert.mews.availabilityblock;

import channelcert.contract.mews.AvailabilityBlockToMews;
import channelcert.contract.mews.BlockRateToMews;
import channelcert.contract.mews.PaymentCard;
import channelcert.contract.mews.ProcessAvailabilityBlockRequest;
import channelcert.contract.mews.SpaceCategoryAllocationToMews;
import channelcert.contract.shared.PickupType;
import channelcert.contract.shared.Price;
import channelcert.contract.shared.ReleaseStrategy;
import channelcert.contract.shared.ReleaseStrategyType;
import channelcert.http.Json;
import channelcert.mews.TestCards;
import channelcert.mews.availabilityblock.Allotment.BlockPrice;
import channelcert.mews.availabilityblock.BlockOrder.CategoryOrder;
import channelcert.mews.availabilityblock.BlockOrder.RateOrder;
import channelcert.mews.availabilityblock.BlockOrder.UnitsOrder;
import channelcert.mews.message.Stored;
import channelcert.mews.reservation.CardMask;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Block messages of channel managers: as they are kept, and in the words of the rules. */
final class BlockMessageMapper {
  private BlockMessageMapper() {}

  /** The message without tokens and CVV, with card numbers masked, also those in notes. */
  static String toContent(ProcessAvailabilityBlockRequest request) {
    AvailabilityBlockToMews block = request.availabilityBlock();
    String notes = block.notes();
    return Stored.write(
        request
            .with()
            .clientToken("")
            .connectionToken("")
            .availabilityBlock(
                block
                    .with()
                    .paymentCard(masked(block.paymentCard()))
                    .notes(notes == null ? null : CardMask.scrub(notes))
                    .build())
            .build());
  }

  private static @Nullable PaymentCard masked(@Nullable PaymentCard card) {
    return card == null ? null : card.with().number(CardMask.mask(card.number())).cvv(null).build();
  }

  /** The message that was kept. */
  static BlockMessage toMessage(String content) {
    AvailabilityBlockToMews block =
        Stored.read(content, ProcessAvailabilityBlockRequest.class).availabilityBlock();
    return new BlockMessage(
        BlockMessage.Status.valueOf(block.status().name()),
        block.code(),
        block.confirmationNumber(),
        order(block),
        isAccepted(block.paymentCard()),
        remarks(block));
  }

  private static BlockOrder order(AvailabilityBlockToMews block) {
    return new BlockOrder(
        block.name(),
        new Span(block.dates().start(), block.dates().end()),
        release(block.releaseStrategy()),
        block.originalRateCode(),
        block.spaceCategories().stream().map(BlockMessageMapper::category).toList(),
        Json.mapper().valueToTree(block.booker()),
        block.company() == null ? null : Json.mapper().<JsonNode>valueToTree(block.company()),
        block.notes(),
        block.pickupType() == PickupType.ALL_IN_ONE_GROUP
            ? Grouping.ALL_IN_ONE_GROUP
            : Grouping.INDIVIDUAL_GROUPS);
  }

  private static Release release(ReleaseStrategy release) {
    return release.type() == ReleaseStrategyType.FIXED
        ? new Release(release.fixedDate(), null)
        : new Release(null, release.offset());
  }

  private static CategoryOrder category(SpaceCategoryAllocationToMews category) {
    List<BlockRateToMews> rates =
        Objects.requireNonNullElse(category.rates(), List.<BlockRateToMews>of());
    return new CategoryOrder(
        category.spaceTypeCode(),
        category.allocatedSpaces().stream()
            .map(each -> new UnitsOrder(new Span(each.start(), each.end()), each.count()))
            .toList(),
        rates.stream().map(BlockMessageMapper::rate).toList());
  }

  private static RateOrder rate(BlockRateToMews rate) {
    return new RateOrder(
        new Span(rate.start(), rate.end()),
        rate.prices().stream()
            .map(each -> new BlockPrice(each.guestCount(), each.grossAmount(), each.netAmount()))
            .toList(),
        rate.prices().stream().map(Price::currencyCode).distinct().toList(),
        rate.occupancyAdjustments() == null
            ? null
            : Json.mapper().<JsonNode>valueToTree(rate.occupancyAdjustments()));
  }

  /** Masked numbers hide the digits that stand as zeros behind the card proxy. */
  private static boolean isAccepted(@Nullable PaymentCard card) {
    return card == null || TestCards.accepts(card.number().replace('*', '0'));
  }

  private static List<String> remarks(AvailabilityBlockToMews block) {
    boolean single =
        block.spaceCategories().stream()
            .flatMap(
                each ->
                    Objects.requireNonNullElse(each.rates(), List.<BlockRateToMews>of()).stream())
            .anyMatch(rate -> rate.grossAmount() != null);
    return single
        ? List.of("Block: grossAmount of a rate is deprecated and not read; send prices.")
        : List.of();
  }
}
