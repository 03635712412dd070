package channelcert.fault;

import static channelcert.fault.Endpoint.PROCESS_GROUP;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Sends the content of an earlier Process group message once more in place of a later one of the
 * same booking, under the identifier of the later message.
 */
final class Replay implements Behaviour {
  private final Predicate<Step> remembered;
  private final Predicate<Step> replaced;
  private final Consumer<ObjectNode> edit;
  private final Map<String, ObjectNode> contents = new ConcurrentHashMap<>();

  Replay(Predicate<Step> remembered, Predicate<Step> replaced) {
    this(remembered, replaced, content -> {});
  }

  /** As above, with the earlier content changed first. */
  Replay(Predicate<Step> remembered, Predicate<Step> replaced, Consumer<ObjectNode> edit) {
    this.remembered = remembered;
    this.replaced = replaced;
    this.edit = edit;
  }

  @Override
  public Answer carry(Request request, Wire wire) {
    Optional<ObjectNode> group =
        request.endpoint().equals(PROCESS_GROUP) ? Tree.read(request.body()) : Optional.empty();
    return wire.send(
        group.map(content -> treated(request, content, wire.memory())).orElse(request));
  }

  private Request treated(Request request, ObjectNode group, Memory memory) {
    String id = group.path("channelManagerId").asText();
    if (memory.isAbout(group, remembered)) {
      contents.put(id, group);
    }
    ObjectNode earlier = contents.get(id);
    if (earlier == null || !memory.isAbout(group, replaced)) {
      return request;
    }
    ObjectNode replayed = earlier.deepCopy();
    replayed.set("messageId", group.path("messageId"));
    edit.accept(replayed);
    return request.withBody(Body.of(Tree.write(replayed)));
  }
}
