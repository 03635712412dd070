package channelcert.certification.report;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads XML strictly, so that a test fails where a reader would. */
final class Xml {
  private Xml() {}

  static Document parse(String text) throws Exception {
    return parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Document parse(InputStream in) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(in);
  }

  static List<Element> elements(Document document, String name) {
    var nodes = document.getElementsByTagNameNS("*", name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
