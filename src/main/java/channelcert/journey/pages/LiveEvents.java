package channelcert.journey.pages;

import channelcert.journey.live.LiveRun;
import channelcert.journey.live.Note;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What happens in a run as server-sent events, one for each note. Ends with the run, and with the
 * session of who watches; a browser that connects again is told what it missed.
 *
 * @param after number of the note that was seen last
 * @param loggedIn whether who watches still is
 */
record LiveEvents(LiveRun run, long after, BooleanSupplier loggedIn) implements StreamingOutput {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** A comment that is longer than what the container holds back before its first answer. */
  private static final byte[] OPENING =
      (":" + " ".repeat(8200) + "\n\n").getBytes(StandardCharsets.UTF_8);

  @Override
  public void write(OutputStream out) {
    try {
      send(out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      // The browser has left the page.
    }
  }

  private void send(OutputStream out) throws IOException, InterruptedException {
    long last = after;
    out.write(OPENING);
    boolean over = false;
    while (!over) {
      over = run.isOver();
      List<Note> notes = over ? run.notesAfter(last) : run.awaitNotes(last, HEARTBEAT);
      if (!loggedIn.getAsBoolean()) {
        return;
      }
      StringBuilder events = new StringBuilder(notes.isEmpty() ? ": still here\n\n" : "");
      for (Note note : notes) {
        last = note.number();
        events.append("id: ").append(last).append("\ndata: ").append(line(note)).append("\n\n");
      }
      if (over) {
        events.append("event: over\ndata: over\n\n");
      }
      out.write(events.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private static String line(Note note) {
    return note.text().replaceAll("[\\r\\n]+", " ");
  }
}
