package channelcert.certification.attend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTest {
  private static final Form VALUES =
      new Form.Values(
          List.of(
              new Field("availability", Field.Kind.WHOLE), new Field("price", Field.Kind.AMOUNT)));
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

  private final Board board = new Board();
  private final List<Reply> taken = new ArrayList<>();

  @Test
  void severalInstructionsWaitAndAreRepliedToInAnyOrder() throws Exception {
    int first = post(new Form.Act(false));
    int second = post(VALUES);
    board.reply(second, new Reply.Typed(List.of("37", "118.43")));
    board.reply(first, new Reply.Done());
    assertThat(taken).containsExactly(new Reply.Typed(List.of("37", "118.43")), new Reply.Done());
    assertThat(board.waiting()).isEmpty();
  }

  @Test
  void aReplyCountsOnce() throws Exception {
    int number = post(VALUES);
    board.reply(number, new Reply.Typed(List.of("36", "118.43")));
    assertThatThrownBy(() -> board.reply(number, new Reply.Typed(List.of("37", "118.43"))))
        .isInstanceOf(RefusedReply.class)
        .hasMessage("No instruction 1 waits any more.");
    assertThat(taken).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "many,118.43,whole number",
    "37,118.4.3,an amount",
    "37,,an amount",
    "-,12 EUR,12 EUR"
  })
  void whatIsNotAValueIsRefusedInOneLineAndGoesOnWaiting(String one, String two, String words) {
    int number = post(VALUES);
    assertThatThrownBy(
            () -> board.reply(number, new Reply.Typed(List.of(one, two == null ? "" : two))))
        .isInstanceOf(RefusedReply.class)
        .hasMessageContaining(words)
        .message()
        .hasLineCount(1);
    assertThat(board.waiting()).hasSize(1);
  }

  @Test
  void aReplyOfAnotherKindIsRefused() {
    int number = post(VALUES);
    assertThatThrownBy(() -> board.reply(number, new Reply.Done()))
        .isInstanceOf(RefusedReply.class);
    assertThatThrownBy(() -> board.reply(number, new Reply.Cannot(" ")))
        .hasMessageContaining("a reason");
  }

  @Test
  void aStatementNeedsANameARoleAndAPicture() throws Exception {
    int number = post(new Form.Statement("Is it so?"));
    Attachment text = new Attachment("shot.png", "no".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> board.reply(number, new Reply.Stated(true, "", "tester", text)))
        .hasMessageContaining("your name");
    assertThatThrownBy(() -> board.reply(number, new Reply.Stated(true, "Ann", "tester", text)))
        .hasMessage("shot.png is no picture; hand in a PNG, JPEG or WebP file.");
    board.reply(number, new Reply.Stated(true, "Ann", "tester", new Attachment("shot.png", PNG)));
    assertThat(taken).hasSize(1);
  }

  @Test
  void aScreenshotOfAHundredMegabytesIsRefusedInOneLineWithoutBeingRead(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("shot.png");
    try (var channel =
        Files.newByteChannel(
            file,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE)) {
      channel.position((100L << 20) - 1).write(java.nio.ByteBuffer.wrap(new byte[1]));
    }
    assertThatThrownBy(() -> Attachment.read(file, Attachment.LARGEST_SCREENSHOT))
        .isInstanceOf(RefusedReply.class)
        .hasMessage("shot.png has 100.0 MB, but 10 MB are the most; make it smaller.");
  }

  @Test
  void nothingWaitsForSomebodyWhoHasLeft() {
    post(VALUES);
    board.leave("standard input has ended");
    post(new Form.Act(true));
    assertThat(taken)
        .containsExactly(
            new Reply.Cannot("standard input has ended"),
            new Reply.Cannot("standard input has ended"));
    assertThat(board.waiting()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          open                       | false | false | false |   |
          Closed                     | true  | false | false |   |
          no arrival, min 3          | false | true  | false | 3 |
          CTA CTD max 7              | false | true  | true  |   | 7
          from 2 nights up to 9 nights | false | false | false | 2 | 9
          """)
  void aRestrictionIsReadAsPeopleWriteIt(
      String typed, boolean closed, boolean arrival, boolean departure, Integer min, Integer max) {
    assertThat(ShownRestriction.parse(typed))
        .contains(new ShownRestriction(closed, arrival, departure, min, max));
  }

  @Test
  void whatIsNoRestrictionIsNone() {
    assertThat(ShownRestriction.parse("min")).isEmpty();
    assertThat(ShownRestriction.parse("half open")).isEmpty();
    assertThat(ShownRestriction.parse("")).isEmpty();
  }

  private int post(Form form) {
    return board.post(
        new Instruction("INV-1", "readAri", "t", "t", form, JsonNodeFactory.instance.objectNode()),
        Instant.EPOCH,
        (reply, by) -> taken.add(reply));
  }
}
