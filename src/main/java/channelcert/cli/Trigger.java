package channelcert.cli;

import channelcert.contract.control.ConnectionList;
import channelcert.contract.control.ConnectionView;
import channelcert.contract.control.ListConnectionsCommand;
import channelcert.contract.control.PropertyList;
import channelcert.contract.control.PropertySummary;
import channelcert.contract.control.client.ConnectionsClient;
import channelcert.contract.control.client.PropertiesClient;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One thing to have the Mews side do or show. */
abstract class Trigger implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Mixin private ControlTarget target = new ControlTarget();

  @Option(
      names = "--property",
      paramLabel = "ID",
      description = "Property; may be left out where there is one.")
  private @Nullable String property;

  @Option(
      names = "--connection",
      paramLabel = "TOKEN",
      description =
          "Connection, by its token or the masked form of it; may be left out where the property"
              + " has one.")
  private @Nullable String connection;

  @Override
  public final Integer call() {
    try (ControlCaller control = target.open()) {
      act(control);
    }
    return ExitCode.PASSED;
  }

  /** Does it and tells the outcome. */
  abstract void act(ControlCaller control);

  /** The connection that is meant, as the control API knows it. */
  final ConnectionView connectionView(ControlCaller control) {
    ConnectionList list =
        control.call(
            ConnectionsClient.LIST_CONNECTIONS,
            ListConnectionsCommand.builder().propertyId(property).build());
    if (list.connections().size() == 1) {
      return list.connections().getFirst();
    }
    throw UserError.usage(
        list.connections().isEmpty()
            ? "there is no connection yet; connect one, or serve with --demo"
            : "name one with --connection or --property: "
                + shown(list.connections(), each -> each.connection() + " " + each.propertyId()));
  }

  /** The name of the connection that is meant. */
  final String connection(ControlCaller control) {
    return connection != null ? connection : connectionView(control).connection();
  }

  /** The name of the connection that was named, or the one of the property; absent: any. */
  final @Nullable String namedConnection(ControlCaller control) {
    return property == null ? connection : connection(control);
  }

  /** The identifier of the property that is meant. */
  final String property(ControlCaller control) {
    if (property != null) {
      return property;
    }
    PropertyList list = control.call(PropertiesClient.LIST_PROPERTIES, null);
    if (list.properties().size() == 1) {
      return list.properties().getFirst().propertyId();
    }
    throw UserError.usage(
        list.properties().isEmpty()
            ? "there is no property yet; create one, or serve with --demo"
            : "name one with --property: " + shown(list.properties(), PropertySummary::propertyId));
  }

  private static <T> String shown(List<T> list, Function<T, String> name) {
    return String.join(", ", list.stream().map(name).toList());
  }

  /** Tells that it was done, in a sentence. */
  final void done(String sentence) {
    print(target.json() ? "{\"done\":true}" : sentence);
  }

  /** Shows an answer: as JSON when that is wanted, else line by line. */
  final void show(Object answer, List<String> lines, String none) {
    if (target.json()) {
      print(json(answer));
    } else if (lines.isEmpty()) {
      print(none);
    } else {
      lines.forEach(this::print);
    }
  }

  private static String json(Object answer) {
    try {
      return Json.mapper().writeValueAsString(answer);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
