package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.view.CalendarView.SourceLine;
import channelcert.channelmanager.inventory.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers the messages that set the cells of one calendar. */
final class CalendarSources {
  private final Map<Key, SourceLine> lines = new LinkedHashMap<>();

  private record Key(String kind, Source source) {}

  /** The number of a message, from 1; 0 for an unknown one. */
  int number(String kind, @Nullable Source source) {
    return source == null
        ? 0
        : lines
            .computeIfAbsent(
                new Key(kind, source),
                each -> new SourceLine(lines.size() + 1, kind, source.messageId(), source.at()))
            .number();
  }

  List<SourceLine> lines() {
    return new ArrayList<>(lines.values());
  }
}
