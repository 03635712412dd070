package channelcert.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with files, as browsers post them and as they do not. */
class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=----b";

  @Test
  void everyByteOfAFileArrivesAndFieldsAreTexts() throws Exception {
    byte[] file = new byte[1024];
    for (int each = 0; each < file.length; each++) {
      file[each] = (byte) each;
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(text("------b\nContent-Disposition: form-data; name=\"who\"\n\n Zoë & \0\n"));
    body.write(
        text(
            """
            ------b
            Content-Disposition: form-data; name="file"; filename="x/Bücher.xlsx"
            Content-Type: application/octet-stream

            """));
    body.write(file);
    body.write(text("\n------b--\n"));

    Form form = Form.multipart(TYPE, body.toByteArray());

    assertThat(form.file("file").orElseThrow().bytes()).isEqualTo(file);
    assertThat(form.file("file").orElseThrow().name()).isEqualTo("Bücher.xlsx");
    assertThat(form.text("who")).isEqualTo("Zoë & \uFFFD");
    assertThat(form.has("file")).isFalse();
    assertThat(form.file("who")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "------b\nContent-Type: text/plain\n\nx\n------b--\n",
        "------b\nContent-Disposition: form-data\n\nx\n------b--\n",
        "------b\nContent-Disposition: form-data; name=\"x\"\n\nnever ended",
        "------b\nContent-Disposition: ;;=\n\nx\n------b--\n",
        "no part at all",
      })
  void whatIsNoFormIsRefused(String body) {
    assertThatThrownBy(() -> Form.multipart(TYPE, text(body))).isInstanceOf(IOException.class);
  }

  private static byte[] text(String lines) {
    return lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
