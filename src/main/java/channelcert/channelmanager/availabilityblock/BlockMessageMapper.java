package channelcert.channelmanager.availabilityblock;

import channelcert.channelmanager.availabilityblock.BlockContent.Booker;
import channelcert.channelmanager.availabilityblock.BlockContent.Category;
import channelcert.channelmanager.availabilityblock.BlockContent.NightPrice;
import channelcert.channelmanager.availabilityblock.BlockContent.Release;
import channelcert.channelmanager.availabilityblock.BlockContent.Units;
import channelcert.channelmanager.reservation.CardMapper;
import channelcert.channelmanager.reservation.HeldCard;
import channelcert.contract.channelmanager.AvailabilityBlockToChm;
import channelcert.contract.channelmanager.BlockRateToChm;
import channelcert.contract.channelmanager.SpaceCategoryAllocationToChm;
import channelcert.contract.mews.AvailabilityBlockStatusToMews;
import channelcert.contract.mews.AvailabilityBlockToMews;
import channelcert.contract.mews.BlockDatesToMews;
import channelcert.contract.mews.BlockRateToMews;
import channelcert.contract.mews.ProcessAvailabilityBlockRequest;
import channelcert.contract.mews.SpaceCategoryAllocationToMews;
import channelcert.contract.shared.Customer;
import channelcert.contract.shared.PickupType;
import channelcert.contract.shared.Price;
import channelcert.contract.shared.ProcessAvailabilityBlockConfirmationRequest;
import channelcert.contract.shared.ReleaseStrategy;
import channelcert.contract.shared.ReleaseStrategyType;
import channelcert.contract.shared.SpaceCount;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Between the published forms of blocks and ours. */
final class BlockMessageMapper {
  private BlockMessageMapper() {}

  static IncomingBlock incoming(AvailabilityBlockToChm block) {
    return new IncomingBlock(
        BlockEvent.valueOf(block.status().name()),
        block.code(),
        block.confirmationNumber(),
        new BlockContent(
            block.name(),
            new BlockDates(block.dates().start(), block.dates().end()),
            release(block.releaseStrategy(), block.dates().releasedDate()),
            null,
            block.spaceCategories().stream().map(BlockMessageMapper::category).toList(),
            new Booker(block.booker().firstName(), block.booker().lastName()),
            block.notes(),
            block.pickupType() == PickupType.ALL_IN_ONE_GROUP));
  }

  /** The former release day counts where the strategy is missing. */
  private static @Nullable Release release(
      @Nullable ReleaseStrategy strategy, @Nullable LocalDate former) {
    if (strategy != null) {
      return new Release(strategy.fixedDate(), strategy.offset());
    }
    return former == null ? null : new Release(former, null);
  }

  private static Category category(SpaceCategoryAllocationToChm category) {
    return new Category(
        category.spaceTypeCode(),
        category.allocatedSpaces().stream().map(BlockMessageMapper::units).toList(),
        category.occupiedSpaces().stream().map(BlockMessageMapper::units).toList(),
        category.rates().stream().flatMap(BlockMessageMapper::prices).toList());
  }

  private static Units units(SpaceCount count) {
    return new Units(new BlockDates(count.start(), count.end()), count.count());
  }

  private static Stream<NightPrice> prices(BlockRateToChm rate) {
    BlockDates dates = new BlockDates(rate.start(), rate.end());
    return rate.prices().stream()
        .map(
            price ->
                new NightPrice(
                    dates,
                    price.guestCount(),
                    price.grossAmount(),
                    price.netAmount(),
                    price.currencyCode()));
  }

  /** A confirmation without tokens, as it is kept. */
  static String confirmation(String messageId, Block block) {
    return json(
        ProcessAvailabilityBlockConfirmationRequest.builder()
            .clientToken("")
            .connectionToken("")
            .relatedMessageId(messageId)
            .success(true)
            .code(block.code())
            .confirmationNumber(block.confirmationNumber())
            .build());
  }

  /** A message to Mews, without tokens and card. */
  static String message(String messageId, BlockEvent event, Block block) {
    BlockContent content = block.content();
    AvailabilityBlockStatusToMews status =
        switch (event) {
          case CREATE -> AvailabilityBlockStatusToMews.CREATED;
          case UPDATE -> AvailabilityBlockStatusToMews.UPDATED;
          case CANCEL -> AvailabilityBlockStatusToMews.CANCELED;
        };
    return json(
        ProcessAvailabilityBlockRequest.builder()
            .clientToken("")
            .connectionToken("")
            .messageId(messageId)
            .availabilityBlock(
                AvailabilityBlockToMews.builder()
                    .code(block.code())
                    .confirmationNumber(block.confirmationNumber())
                    .status(status)
                    .name(content.name())
                    .dates(dates(content.dates()))
                    .releaseStrategy(strategy(content.release()))
                    .originalRateCode(Objects.requireNonNull(content.ratePlanCode()))
                    .spaceCategories(
                        content.categories().stream().map(BlockMessageMapper::category).toList())
                    .booker(booker(content.booker()))
                    .notes(content.notes())
                    .pickupType(
                        content.joined()
                            ? PickupType.ALL_IN_ONE_GROUP
                            : PickupType.INDIVIDUAL_GROUPS)
                    .build())
            .build());
  }

  private static BlockDatesToMews dates(BlockDates dates) {
    return new BlockDatesToMews(dates.start(), dates.end());
  }

  private static ReleaseStrategy strategy(@Nullable Release release) {
    Release given = Objects.requireNonNull(release);
    return new ReleaseStrategy(
        given.fixedDay() == null ? ReleaseStrategyType.ROLLING : ReleaseStrategyType.FIXED,
        given.fixedDay(),
        given.offset());
  }

  private static Customer booker(Booker booker) {
    return Customer.builder().firstName(booker.firstName()).lastName(booker.lastName()).build();
  }

  private static SpaceCategoryAllocationToMews category(Category category) {
    Map<BlockDates, List<Price>> rates = new LinkedHashMap<>();
    for (NightPrice price : category.prices()) {
      rates.computeIfAbsent(price.dates(), key -> new ArrayList<>()).add(price(price));
    }
    return SpaceCategoryAllocationToMews.builder()
        .spaceTypeCode(category.spaceTypeCode())
        .allocatedSpaces(
            category.allotted().stream()
                .map(
                    units ->
                        new SpaceCount(units.dates().start(), units.dates().end(), units.count()))
                .toList())
        .rates(
            rates.isEmpty()
                ? null
                : rates.entrySet().stream()
                    .map(
                        rate ->
                            BlockRateToMews.builder()
                                .start(rate.getKey().start())
                                .end(rate.getKey().end())
                                .prices(rate.getValue())
                                .build())
                    .toList())
        .build();
  }

  private static Price price(NightPrice price) {
    return Price.builder()
        .grossAmount(price.gross())
        .netAmount(price.net())
        .currencyCode(price.currencyCode())
        .guestCount(price.guests())
        .build();
  }

  /** A stored message, completed by tokens and card. */
  static ProcessAvailabilityBlockRequest complete(
      String body, String clientToken, String connectionToken, @Nullable HeldCard card) {
    try {
      ProcessAvailabilityBlockRequest stored =
          Json.mapper().readValue(body, ProcessAvailabilityBlockRequest.class);
      return stored
          .with()
          .clientToken(clientToken)
          .connectionToken(connectionToken)
          .availabilityBlock(
              stored
                  .availabilityBlock()
                  .with()
                  .paymentCard(card == null ? null : CardMapper.card(card))
                  .build())
          .build();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored message is not readable", impossible);
    }
  }

  private static String json(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a message is not writable as JSON", impossible);
    }
  }
}
