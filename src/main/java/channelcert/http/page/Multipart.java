package channelcert.http.page;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form with files, {@code multipart/form-data} of RFC 7578.
 *
 * @param fields what was typed
 * @param files what was chosen; empty where nothing was
 */
record Multipart(Map<String, List<String>> fields, Map<String, byte[]> files) {
  /**
   * Reads a posted body.
   *
   * @param type the content type with its boundary
   * @throws IOException when it is no such form
   */
  static Multipart read(String type, byte[] body) throws IOException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Map<String, byte[]> files = new LinkedHashMap<>();
    try {
      MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(body, type));
      if (!parts.isComplete()) {
        throw new IOException("the form ends before its end");
      }
      for (int each = 0; each < parts.getCount(); each++) {
        BodyPart part = parts.getBodyPart(each);
        String[] header = part.getHeader("Content-Disposition");
        if (header == null) {
          throw new IOException("a part is no field of a form");
        }
        ContentDisposition disposition = new ContentDisposition(header[0]);
        String name = disposition.getParameter("name");
        if (name == null) {
          throw new IOException("a field has no name");
        }
        byte[] content = part.getInputStream().readAllBytes();
        if (disposition.getParameter("filename") == null) {
          fields
              .computeIfAbsent(name, first -> new ArrayList<>())
              .add(new String(content, StandardCharsets.UTF_8).replace("\u0000", "\uFFFD"));
        } else {
          files.put(name, content);
        }
      }
    } catch (MessagingException e) {
      throw new IOException("no multipart form", e);
    }
    return new Multipart(fields, files);
  }
}
