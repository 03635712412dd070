package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.availabilityblock.Block;
import channelcert.channelmanager.availabilityblock.BlockContent;
import channelcert.channelmanager.reservation.BookingStatus;
import java.util.List;

/** Availability blocks of a connection. */
public record BlocksView(List<Block> blocks) {
  /** Whether Mews has answered the newest message about a block with success. */
  public boolean isConfirmed(Block block) {
    return block.status() == BookingStatus.CONFIRMED || block.status() == BookingStatus.CANCELLED;
  }

  /** The contact person. */
  public String booker(Block block) {
    BlockContent.Booker booker = block.content().booker();
    return booker.firstName() == null
        ? booker.lastName()
        : booker.firstName() + " " + booker.lastName();
  }

  /** When units that nobody picked up return to sale. */
  public String release(Block block) {
    BlockContent.Release release = block.content().release();
    if (release == null) {
      return "not told";
    }
    return release.fixedDay() != null
        ? "on " + Words.day(release.fixedDay())
        : release.offset() + " before each night";
  }
}
