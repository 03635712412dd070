package channelcert.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=----x";

  @Test
  void fieldsAndFilesAreToldApart() throws IOException {
    Form form =
        read(
            part("name=\"role\"", "Käufer"),
            part("name=\"role\"", "b"),
            part("name=\"shot\"; filename=\"a/Bücher.png\"", "\u0001\r\n--\u0002"),
            part("name=\"none\"; filename=\"\"", ""));

    assertThat(form.all("role")).containsExactly("Käufer", "b");
    assertThat(form.file("shot").orElseThrow().name()).isEqualTo("Bücher.png");
    assertThat(form.file("shot").orElseThrow().bytes())
        .isEqualTo("\u0001\r\n--\u0002".getBytes(StandardCharsets.UTF_8));
    assertThat(form.file("none")).isEmpty();
  }

  @Test
  void whatIsNoSuchFormIsRefused() {
    assertThatIOException().isThrownBy(() -> read(part("filename=\"x\"", "")));
    assertThatIOException()
        .isThrownBy(() -> Form.multipart("nothing".getBytes(StandardCharsets.UTF_8), TYPE));
  }

  private static String part(String about, String content) {
    return "------x\r\nContent-Disposition: form-data; " + about + "\r\n\r\n" + content + "\r\n";
  }

  private static Form read(String... parts) throws IOException {
    String whole = String.join("", parts) + "------x--\r\n";
    return Form.multipart(whole.getBytes(StandardCharsets.UTF_8), TYPE);
  }
}
