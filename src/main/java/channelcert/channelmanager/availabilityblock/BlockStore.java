package channelcert.channelmanager.availabilityblock;

import static channelcert.store.channelmanager.Tables.AVAILABILITY_BLOCK;

import channelcert.channelmanager.reservation.BookingStatus;
import channelcert.http.Json;
import channelcert.store.Database;
import channelcert.store.channelmanager.tables.records.AvailabilityBlockRecord;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Availability blocks under our own codes. */
public final class BlockStore {
  private final Database database;

  public BlockStore(Database database) {
    this.database = database;
  }

  /** Every block of the connection, ours and those of Mews, in the order of their codes. */
  public List<Block> list(long connectionId) {
    return database
        .dsl()
        .selectFrom(AVAILABILITY_BLOCK)
        .where(AVAILABILITY_BLOCK.CONNECTION_ID.eq(connectionId))
        .orderBy(AVAILABILITY_BLOCK.CODE)
        .fetch(BlockStore::block);
  }

  /** Locks and reads a block by our code. */
  Optional<Block> coded(DSLContext dsl, long connectionId, String code) {
    return dsl.selectFrom(AVAILABILITY_BLOCK)
        .where(AVAILABILITY_BLOCK.CONNECTION_ID.eq(connectionId))
        .and(AVAILABILITY_BLOCK.CODE.eq(code))
        .forUpdate()
        .fetchOptional(BlockStore::block);
  }

  /** Locks and reads a block by Mews' number. */
  Optional<Block> numbered(DSLContext dsl, long connectionId, String number) {
    return dsl.selectFrom(AVAILABILITY_BLOCK)
        .where(AVAILABILITY_BLOCK.CONNECTION_ID.eq(connectionId))
        .and(AVAILABILITY_BLOCK.CONFIRMATION_NUMBER.eq(number))
        .orderBy(AVAILABILITY_BLOCK.CODE)
        .limit(1)
        .forUpdate()
        .fetchOptional(BlockStore::block);
  }

  /**
   * Stores a block as it is from now on.
   *
   * @param messageId the message that made it so
   */
  void save(DSLContext dsl, long connectionId, Block block, String messageId) {
    AvailabilityBlockRecord row = dsl.newRecord(AVAILABILITY_BLOCK);
    row.setConnectionId(connectionId);
    row.setCode(block.code());
    row.setConfirmationNumber(block.confirmationNumber());
    row.setOwn(block.own());
    row.setCancelled(block.cancelled());
    row.setStatus(block.status().name());
    row.setLastMessageId(messageId);
    row.setContent(write(block.content()));
    dsl.insertInto(AVAILABILITY_BLOCK)
        .set(row)
        .onConflict(AVAILABILITY_BLOCK.CONNECTION_ID, AVAILABILITY_BLOCK.CODE)
        .doUpdate()
        .set(row)
        .execute();
  }

  void setNumber(DSLContext dsl, long connectionId, String code, String number) {
    dsl.update(AVAILABILITY_BLOCK)
        .set(AVAILABILITY_BLOCK.CONFIRMATION_NUMBER, number)
        .where(AVAILABILITY_BLOCK.CONNECTION_ID.eq(connectionId))
        .and(AVAILABILITY_BLOCK.CODE.eq(code))
        .execute();
  }

  /** Notes how a message ended, unless a later one was sent. */
  void setStatus(
      DSLContext dsl, long connectionId, String code, String messageId, BookingStatus status) {
    dsl.update(AVAILABILITY_BLOCK)
        .set(AVAILABILITY_BLOCK.STATUS, status.name())
        .where(AVAILABILITY_BLOCK.CONNECTION_ID.eq(connectionId))
        .and(AVAILABILITY_BLOCK.CODE.eq(code))
        .and(AVAILABILITY_BLOCK.LAST_MESSAGE_ID.eq(messageId))
        .execute();
  }

  private static Block block(AvailabilityBlockRecord row) {
    return new Block(
        row.getCode(),
        row.getConfirmationNumber(),
        row.getOwn(),
        row.getCancelled(),
        BookingStatus.valueOf(row.getStatus()),
        read(row.getContent()));
  }

  private static String write(BlockContent content) {
    try {
      return Json.mapper().writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a block is not writable as JSON", impossible);
    }
  }

  private static BlockContent read(String json) {
    try {
      return Json.mapper().readValue(json, BlockContent.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored block is not readable", impossible);
    }
  }
}
