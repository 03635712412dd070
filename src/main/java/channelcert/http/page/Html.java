package channelcert.http.page;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Consumer;

/** Answers that a browser shows. */
public final class Html {
  private static final String TYPE = "text/html;charset=UTF-8";

  private Html() {}

  /** A page with status 200. */
  public static Response page(Consumer<HtmlTemplateOutput> template) {
    return page(200, template);
  }

  /** A page; what the template is given is escaped by the place where it stands. */
  public static Response page(int status, Consumer<HtmlTemplateOutput> template) {
    Utf8ByteOutput bytes = new Utf8ByteOutput();
    template.accept(new OwaspHtmlTemplateOutput(bytes));
    return Response.status(status).type(TYPE).entity(bytes.toByteArray()).build();
  }

  /** Sends the browser to another page of this server, after a form was taken. */
  public static Response see(String path) {
    return Response.status(303).location(URI.create(path)).build();
  }
}
