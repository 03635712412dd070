package channelcert.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A JSON body of which long lists are read entry by entry, so that memory does not grow with it. It
 * is held to the same contract, in the same words, as a body that is read at once.
 */
public final class StreamedJson implements Closeable {
  private final InputStream body;

  StreamedJson(InputStream body) {
    this.body = body;
  }

  /** Reads a body its own way. */
  @FunctionalInterface
  public interface Reader<T> {
    /** Reads all of it; empty when the body is not of the kind that this reader knows. */
    Optional<T> read(InputStream body) throws IOException;
  }

  /** Lets a faster reader try; after an empty answer the body is there as if untouched. */
  public <T> Optional<T> attempt(Reader<T> reader) {
    if (!body.markSupported()) {
      return Optional.empty();
    }
    try {
      body.mark(Integer.MAX_VALUE);
      Optional<T> read = reader.read(body);
      if (read.isEmpty()) {
        body.reset();
      }
      return read;
    } catch (IOException broken) {
      throw new IllegalStateException("a body that has arrived cannot be read", broken);
    }
  }

  /**
   * Takes the entries of one list in their order. Entries after one that breaks a rule of the
   * contract are not handed over, and then the message as a whole is refused in the end.
   *
   * @param entry type of the entries, of the contract
   */
  public record EntryList<E>(Class<E> entry, Consumer<E> take) {}

  /**
   * Reads the body completely.
   *
   * @param type of the body, of the contract; its values outside the lists are plain ones
   * @param lists what takes the entries, by the name of the list
   * @return the message with its lists empty where they were present
   * @throws RuntimeException that is answered as a refusal when the body breaks the contract
   */
  public <T> T read(Class<T> type, Map<String, EntryList<?>> lists) {
    try (JsonParser parser = new BoundedParser(JsonInput.READER.createParser(body))) {
      return new Reading(parser, lists).read(type);
    } catch (Unreadable unreadable) {
      throw new RefusedRequest(new Fault(Fault.Kind.INVALID, unreadable.ofRequest()));
    } catch (IOException broken) {
      throw new IllegalStateException("a body that has arrived cannot be read", broken);
    }
  }

  /** Being closeable lets the server leave the body open until the resource has read it. */
  @Override
  public void close() throws IOException {
    body.close();
  }

  /** One pass over a body. */
  private static final class Reading {
    private final JsonParser parser;
    private final Map<String, EntryList<?>> lists;
    private final FlawList flaws = new FlawList();

    Reading(JsonParser parser, Map<String, EntryList<?>> lists) {
      this.parser = parser;
      this.lists = lists;
    }

    <T> T read(Class<T> type) throws Unreadable, IOException {
      T message;
      try (TokenBuffer values = new TokenBuffer(parser)) {
        collect(type, values);
        JsonInput.requireEnd(parser);
        message = message(type, values);
      }
      FlawList all = new FlawList();
      ContractRules.check(message, "", all);
      all.addAll(flaws);
      if (!all.isEmpty()) {
        throw Unreadable.properties(all.toList());
      }
      return message;
    }

    private void collect(Class<?> type, TokenBuffer values) throws Unreadable, IOException {
      Set<String> known =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getName)
              .collect(Collectors.toSet());
      try {
        JsonInput.requireStart(parser, type);
        values.writeStartObject();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          JsonToken value = parser.nextToken();
          if (!known.contains(name)) {
            parser.skipChildren();
          } else {
            values.writeFieldName(name);
            EntryList<?> list = lists.get(name);
            if (list != null && value == JsonToken.START_ARRAY) {
              entries(name, list);
              values.writeStartArray();
              values.writeEndArray();
            } else {
              plain(value, values);
            }
          }
        }
        values.writeEndObject();
      } catch (JacksonException fault) {
        throw Complaint.about(fault, parser);
      }
    }

    /** A structure where a plain value belongs is refused for its kind, whatever it holds. */
    private void plain(JsonToken value, TokenBuffer values) throws IOException {
      if (value == JsonToken.START_OBJECT) {
        parser.skipChildren();
        values.writeStartObject();
        values.writeEndObject();
      } else if (value == JsonToken.START_ARRAY) {
        parser.skipChildren();
        values.writeStartArray();
        values.writeEndArray();
      } else {
        values.copyCurrentEvent(parser);
      }
    }

    private <E> void entries(String name, EntryList<E> list) throws Unreadable, IOException {
      for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
        E entry = entry(name, index, list.entry());
        ContractRules.check(entry, name + "[" + index + "]", flaws);
        if (flaws.isEmpty()) {
          list.take().accept(entry);
        }
      }
    }

    private <E> E entry(String name, int index, Class<E> type) throws Unreadable, IOException {
      String path = name + "[" + index + "]";
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        throw Unreadable.properties(
            List.of(Unreadable.Flaw.wrong(path, "null stands in the list")));
      }
      try {
        return JsonInput.READER.readValue(parser, type);
      } catch (JacksonException fault) {
        throw Complaint.about(fault, parser, path);
      }
    }

    private static <T> T message(Class<T> type, TokenBuffer values) throws Unreadable, IOException {
      try (JsonParser replay = values.asParser()) {
        replay.nextToken();
        try {
          return JsonInput.READER.readValue(replay, type);
        } catch (JacksonException fault) {
          throw Complaint.about(fault, replay);
        }
      }
    }
  }
}
