package channelcert.cli;

import channelcert.contract.control.Attempt;
import channelcert.contract.control.ConnectionCommand;
import channelcert.contract.control.ConnectionList;
import channelcert.contract.control.Direction;
import channelcert.contract.control.ListConnectionsCommand;
import channelcert.contract.control.Message;
import channelcert.contract.control.MessageList;
import channelcert.contract.control.Notice;
import channelcert.contract.control.NoticeList;
import channelcert.contract.control.NoticeMail;
import channelcert.contract.control.ReadBookingsCommand;
import channelcert.contract.control.ReadMessagesCommand;
import channelcert.contract.control.client.ConnectionsClient;
import channelcert.contract.control.client.ReadingClient;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was stored and sent. */
final class TriggerReading {
  private TriggerReading() {}

  /** Shows messages with their attempts. */
  @Command(
      name = "messages",
      mixinStandardHelpOptions = true,
      description = "Shows the last messages in both directions, with every attempt.")
  static final class Messages extends Trigger {
    @Option(names = "--operation", paramLabel = "NAME", description = "Only of this operation.")
    private @Nullable String operation;

    @Option(names = "--last", description = "How many (default: 50).")
    private @Nullable Integer last;

    @Option(names = "--bodies", description = "Shows what was sent and answered, secrets masked.")
    private boolean bodies;

    @Override
    void act(ControlCaller control) {
      MessageList list =
          control.call(
              ReadingClient.READ_MESSAGES,
              ReadMessagesCommand.builder()
                  .connection(namedConnection(control))
                  .operation(operation)
                  .last(last)
                  .bodies(bodies)
                  .build());
      show(list, list.messages().stream().map(this::lines).toList(), "No messages yet.");
    }

    private String lines(Message message) {
      String arrow = message.direction() == Direction.TO_MEWS ? "-> Mews" : "Mews ->";
      String head =
          "%s %s %s %s"
              .formatted(
                  arrow,
                  message.operation(),
                  message.messageId() == null ? "-" : message.messageId(),
                  message.connection() == null ? "-" : message.connection());
      return message.attempts().stream()
          .map(this::line)
          .collect(Collectors.joining("\n", head + "\n", ""));
    }

    private String line(Attempt attempt) {
      String outcome =
          attempt.failure() != null
              ? attempt.failure()
              : "HTTP %d%s"
                  .formatted(
                      attempt.status(),
                      attempt.success() == null ? "" : " success " + attempt.success());
      String line = "  %s  %d ms  %s".formatted(attempt.at(), attempt.durationMillis(), outcome);
      return bodies ? line + "\n    " + attempt.request() + "\n    " + attempt.answer() : line;
    }
  }

  /** Shows what the property was told. */
  @Command(
      name = "notices",
      mixinStandardHelpOptions = true,
      description = "Shows what the property was told about the connection.")
  static final class Notices extends Trigger {
    @Override
    void act(ControlCaller control) {
      NoticeList list =
          control.call(ReadingClient.READ_NOTICES, new ConnectionCommand(connection(control)));
      show(
          list,
          list.notices().stream().map(Notices::line).toList(),
          "The property was told nothing.");
    }

    private static String line(Notice notice) {
      NoticeMail mail = notice.mail();
      return "%s  code %d  %s  (mail to %s %s)"
          .formatted(
              notice.at(),
              notice.code(),
              notice.message(),
              mail.to(),
              mail.sentAt() == null ? "not sent" : "sent " + mail.sentAt());
    }
  }

  /** Shows stored bookings. */
  @Command(
      name = "bookings",
      mixinStandardHelpOptions = true,
      description = "Shows the stored bookings of the connection.")
  static final class Bookings extends Trigger {
    @Option(names = "--prefix", description = "Only those whose identifier starts so.")
    private @Nullable String prefix;

    @Override
    void act(ControlCaller control) {
      channelcert.contract.control.Bookings bookings =
          control.call(
              ReadingClient.READ_BOOKINGS,
              ReadBookingsCommand.builder().connection(connection(control)).prefix(prefix).build());
      show(bookings, bookings.groups().stream().map(Bookings::line).toList(), "No bookings yet.");
    }

    private static String line(Map<String, Object> group) {
      return "%s  %s  %s %s  reservations: %s"
          .formatted(
              group.get("channelManagerId"),
              group.get("state"),
              group.get("totalGross"),
              group.get("currencyCode"),
              group.get("reservations"));
    }
  }

  /** Lists connections. */
  @Command(
      name = "connections",
      mixinStandardHelpOptions = true,
      description = "Lists the connections, tokens masked.")
  static final class Connections extends Trigger {
    @Override
    void act(ControlCaller control) {
      ConnectionList list =
          control.call(
              ConnectionsClient.LIST_CONNECTIONS, ListConnectionsCommand.builder().build());
      show(
          list,
          list.connections().stream()
              .map(
                  each ->
                      "%s  %s  on: %s  %s"
                          .formatted(
                              each.connection(),
                              each.propertyId(),
                              each.enabledKinds(),
                              each.channelManagerName()))
              .toList(),
          "No connections yet.");
    }
  }
}
