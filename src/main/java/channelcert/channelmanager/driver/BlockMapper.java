package channelcert.channelmanager.driver;

import channelcert.channelmanager.availabilityblock.Block;
import channelcert.channelmanager.availabilityblock.BlockContent;
import channelcert.channelmanager.availabilityblock.BlockContent.Booker;
import channelcert.channelmanager.availabilityblock.BlockContent.Category;
import channelcert.channelmanager.availabilityblock.BlockContent.NightPrice;
import channelcert.channelmanager.availabilityblock.BlockContent.Release;
import channelcert.channelmanager.availabilityblock.BlockContent.Units;
import channelcert.channelmanager.availabilityblock.BlockDates;
import channelcert.channelmanager.reservation.CardNumber;
import channelcert.contract.driver.BlockCategoryOrder;
import channelcert.contract.driver.BlockOrder;
import channelcert.contract.driver.BlockPickup;
import channelcert.contract.driver.BlockPrice;
import channelcert.contract.driver.BlockRelease;
import channelcert.contract.driver.BlockUnits;
import channelcert.contract.driver.BookingStatus;
import channelcert.contract.driver.StoredBlock;
import channelcert.contract.driver.StoredBlockCategory;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between the driver's words for availability blocks and ours. */
final class BlockMapper {
  private static final String FIXED = "FIXED";
  private static final String ROLLING = "ROLLING";

  private BlockMapper() {}

  static BlockContent content(BlockOrder order) {
    return new BlockContent(
        order.name(),
        new BlockDates(order.start(), order.end()),
        release(order.release()),
        order.ratePlanCode(),
        order.categories().stream().map(each -> category(each, order.currencyCode())).toList(),
        new Booker(order.booker().firstName(), order.booker().lastName()),
        order.notes(),
        order.pickupType() == BlockPickup.ALL_IN_ONE_GROUP);
  }

  static @Nullable CardNumber card(BlockOrder order) {
    return order.cardNumber() == null ? null : new CardNumber(order.cardNumber());
  }

  private static Release release(BlockRelease release) {
    return release.type().equals(FIXED)
        ? new Release(release.fixedDate(), null)
        : new Release(null, release.offset());
  }

  private static Category category(BlockCategoryOrder order, String currencyCode) {
    List<BlockPrice> prices = Objects.requireNonNullElse(order.prices(), List.<BlockPrice>of());
    return new Category(
        order.spaceTypeCode(),
        order.allotted().stream()
            .map(each -> new Units(new BlockDates(each.start(), each.end()), each.count()))
            .toList(),
        List.of(),
        prices.stream()
            .map(
                each ->
                    new NightPrice(
                        new BlockDates(each.start(), each.end()),
                        each.guestCount(),
                        each.gross(),
                        each.net(),
                        currencyCode))
            .toList());
  }

  static StoredBlock stored(Block block, @Nullable String messageId) {
    BlockContent content = block.content();
    return StoredBlock.builder()
        .code(block.code())
        .confirmationNumber(block.confirmationNumber())
        .origin(block.own() ? "CHANNEL_MANAGER" : "MEWS")
        .status(BookingStatus.valueOf(block.status().name()))
        .name(content.name())
        .start(content.dates().start())
        .end(content.dates().end())
        .release(release(content.release()))
        .pickupType(content.joined() ? BlockPickup.ALL_IN_ONE_GROUP : BlockPickup.INDIVIDUAL_GROUPS)
        .categories(content.categories().stream().map(BlockMapper::stored).toList())
        .messageId(messageId)
        .build();
  }

  private static @Nullable BlockRelease release(@Nullable Release release) {
    return release == null
        ? null
        : new BlockRelease(
            release.fixedDay() == null ? ROLLING : FIXED, release.fixedDay(), release.offset());
  }

  private static StoredBlockCategory stored(Category category) {
    return new StoredBlockCategory(
        category.spaceTypeCode(),
        category.allotted().stream().map(BlockMapper::units).toList(),
        category.occupied().stream().map(BlockMapper::units).toList(),
        category.prices().stream().map(BlockMapper::price).toList());
  }

  private static BlockUnits units(Units units) {
    return new BlockUnits(units.dates().start(), units.dates().end(), units.count());
  }

  private static BlockPrice price(NightPrice price) {
    return new BlockPrice(
        price.dates().start(), price.dates().end(), price.guests(), price.gross(), price.net());
  }
}
