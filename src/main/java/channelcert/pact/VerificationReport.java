package channelcert.pact;

import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What a verification found, for machines.
 *
 * @param masked takes secrets out of what is written
 */
public record VerificationReport(
    String consumer, String provider, List<Verified> all, UnaryOperator<String> masked) {
  /** One object: counts, and each interaction with its outcome. */
  public String json() {
    ObjectNode root = Json.mapper().createObjectNode();
    root.put("schema", "channelcert-verification/1").put("consumer", consumer);
    root.put("provider", provider);
    for (Outcome outcome : Outcome.values()) {
      root.put(name(outcome), count(outcome));
    }
    ArrayNode interactions = root.putArray("interactions");
    for (Verified each : all) {
      ObjectNode node = interactions.addObject();
      node.put("description", each.interaction().description());
      node.put("rows", each.interaction().row());
      node.put("operation", each.interaction().operation());
      node.put("outcome", each.outcome().name());
      node.put("durationMs", each.took().toMillis());
      ArrayNode reasons = node.putArray("reasons");
      each.reasons().forEach(reason -> reasons.add(masked.apply(reason)));
    }
    try {
      return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many had an outcome. */
  public int count(Outcome outcome) {
    return (int) all.stream().filter(each -> each.outcome() == outcome).count();
  }

  /** One test case for each interaction. */
  public String junit() {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      suite(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return out + "\n";
  }

  private void suite(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "what " + consumer + " relies on in " + provider);
    xml.writeAttribute("tests", Integer.toString(all.size()));
    xml.writeAttribute("failures", Integer.toString(count(Outcome.BROKEN)));
    xml.writeAttribute("errors", Integer.toString(count(Outcome.NOT_PROVEN)));
    xml.writeAttribute("skipped", Integer.toString(count(Outcome.SKIPPED)));
    for (Verified each : all) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", each.interaction().operation());
      xml.writeAttribute("name", each.interaction().description());
      xml.writeAttribute(
          "time", String.format(Locale.ROOT, "%.3f", each.took().toMillis() / 1000.0));
      if (each.outcome() != Outcome.HONOURED) {
        xml.writeEmptyElement(element(each.outcome()));
        xml.writeAttribute("message", masked.apply(String.join("; ", each.reasons())));
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String element(Outcome outcome) {
    return switch (outcome) {
      case BROKEN -> "failure";
      case SKIPPED -> "skipped";
      case HONOURED, NOT_PROVEN -> "error";
    };
  }

  private static String name(Outcome outcome) {
    return switch (outcome) {
      case HONOURED -> "honoured";
      case BROKEN -> "broken";
      case SKIPPED -> "skipped";
      case NOT_PROVEN -> "notProven";
    };
  }
}
