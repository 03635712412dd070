package channelcert.http.page;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.function.BiConsumer;

/** Answers that a browser shows. */
public final class Html {
  private static final String TYPE = "text/html;charset=UTF-8";

  /** Templates ask it about tags when they are generated to; ours are not. */
  private static final HtmlInterceptor TAGS_AS_WRITTEN =
      new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(
            String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
      };

  private Html() {}

  /** A page with status 200. */
  public static Response page(BiConsumer<HtmlTemplateOutput, HtmlInterceptor> template) {
    return page(200, template);
  }

  /** A page; what the template is given is escaped by the place where it stands. */
  public static Response page(
      int status, BiConsumer<HtmlTemplateOutput, HtmlInterceptor> template) {
    Utf8ByteOutput bytes = new Utf8ByteOutput();
    template.accept(new OwaspHtmlTemplateOutput(bytes), TAGS_AS_WRITTEN);
    return Response.status(status).type(TYPE).entity(bytes.toByteArray()).build();
  }

  /** Sends the browser to another page of this server, after a form was taken. */
  public static Response see(String path) {
    return Response.status(303).location(URI.create(path)).build();
  }
}
