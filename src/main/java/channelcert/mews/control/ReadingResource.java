package channelcert.mews.control;

import channelcert.contract.control.Bookings;
import channelcert.contract.control.ConnectionCommand;
import channelcert.contract.control.Message;
import channelcert.contract.control.MessageList;
import channelcert.contract.control.Notice;
import channelcert.contract.control.NoticeList;
import channelcert.contract.control.NoticeMail;
import channelcert.contract.control.ReadBookingsCommand;
import channelcert.contract.control.ReadMessagesCommand;
import channelcert.contract.control.api.ReadingApi;
import channelcert.exchange.Masking;
import channelcert.http.Json;
import channelcert.mews.MewsControl;
import channelcert.mews.mail.MailedNotice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** What was stored and sent. */
public final class ReadingResource implements ReadingApi {
  private static final int USUAL_MESSAGES = 50;

  private final MewsControl mews;
  private final ControlStore store;
  private final ConnectionNames names;
  private final Journal journal;

  ReadingResource(MewsControl mews, ControlStore store, ConnectionNames names, Journal journal) {
    this.mews = mews;
    this.store = store;
    this.names = names;
    this.journal = journal;
  }

  @Override
  public Bookings readBookings(ReadBookingsCommand command) {
    String prefix = Objects.requireNonNullElse(command.prefix(), "");
    return Json.mapper()
        .convertValue(
            mews.observeBookings(names.token(command.connection()), prefix), Bookings.class);
  }

  @Override
  public NoticeList readNotices(ConnectionCommand command) {
    return new NoticeList(
        store.notices(names.token(command.connection())).stream()
            .map(ReadingResource::notice)
            .toList());
  }

  private static Notice notice(MailedNotice notice) {
    Instant sentAt = notice.sentAt();
    NoticeMail mail =
        NoticeMail.builder()
            .to(notice.to())
            .subject(notice.subject())
            .text(notice.text())
            .attempts(notice.attempts())
            .sentAt(sentAt == null ? null : sentAt.atOffset(ZoneOffset.UTC))
            .build();
    return Notice.builder()
        .at(notice.writtenAt().atOffset(ZoneOffset.UTC))
        .code(notice.code())
        .message(notice.message())
        .mail(mail)
        .build();
  }

  @Override
  public MessageList readMessages(ReadMessagesCommand command) {
    String connection = command.connection();
    String masked = connection == null ? null : Masking.token(names.token(connection));
    boolean bodies = Boolean.TRUE.equals(command.bodies());
    List<Message> messages =
        MessageMapper.messages(journal.exchanges(), bodies).stream()
            .filter(message -> masked == null || masked.equals(message.connection()))
            .filter(
                message ->
                    command.operation() == null || message.operation().equals(command.operation()))
            .toList();
    int last = Objects.requireNonNullElse(command.last(), USUAL_MESSAGES);
    return new MessageList(messages.subList(Math.max(0, messages.size() - last), messages.size()));
  }
}
