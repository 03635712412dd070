package channelcert.http.page;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads forms that carry files ({@code multipart/form-data}). */
final class Multipart {
  private static final int MOST_PARTS = 500;

  private Multipart() {}

  /**
   * Reads a form.
   *
   * @param type the whole content type, with its boundary
   * @throws IOException when it is no such form
   */
  static Form read(byte[] body, String type) throws IOException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Map<String, Form.Upload> files = new LinkedHashMap<>();
    try {
      MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(body, type));
      if (!parts.isComplete()) {
        throw new IOException("the form ends before its end");
      }
      if (parts.getCount() > MOST_PARTS) {
        throw new IOException("a form has at most " + MOST_PARTS + " parts");
      }
      for (int i = 0; i < parts.getCount(); i++) {
        take(parts.getBodyPart(i), fields, files);
      }
    } catch (MessagingException broken) {
      throw new IOException("the form cannot be read", broken);
    }
    return new Form(fields, files);
  }

  private static void take(
      BodyPart part, Map<String, List<String>> fields, Map<String, Form.Upload> files)
      throws MessagingException, IOException {
    ContentDisposition about = disposition(part);
    String name = text(about.getParameter("name"));
    String file = text(about.getParameter("filename"));
    byte[] bytes = part.getInputStream().readAllBytes();
    if (name == null) {
      throw new IOException("a part of the form has no name");
    }
    if (file == null) {
      fields
          .computeIfAbsent(name, each -> new ArrayList<>())
          .add(new String(bytes, StandardCharsets.UTF_8).replace("\u0000", "\uFFFD"));
    } else if (!file.isEmpty()) {
      files.put(name, new Form.Upload(file.substring(file.lastIndexOf('/') + 1), bytes));
    }
  }

  private static ContentDisposition disposition(BodyPart part)
      throws MessagingException, ParseException {
    String[] header = part.getHeader("Content-Disposition");
    return new ContentDisposition(header == null ? "form-data" : header[0]);
  }

  /** Headers are read as Latin-1, and browsers write UTF-8. */
  private static @Nullable String text(@Nullable String header) {
    return header == null
        ? null
        : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
