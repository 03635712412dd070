package channelcert.certification.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every place in which two reports of the same run differ. */
public final class Differences {
  /** What the command line of the run decided and no evidence, and what decides no verdict. */
  private static final Set<String> NOT_JUDGED =
      Set.of("expectedFailure", "expectedFailures", "contractDifferences");

  private static final int LONGEST = 60;

  private final List<String> found = new ArrayList<>();

  private Differences() {}

  /** In words, for example {@code INV-1 refused verdict: PASSED instead of FAILED}. */
  public static List<String> between(ReportFile written, ReportFile judged) {
    Differences differences = new Differences();
    differences.compare("", written.root(), judged.root());
    return differences.found;
  }

  private void compare(String path, JsonNode written, JsonNode judged) {
    if (written.isObject() && judged.isObject()) {
      Set<String> names = new TreeSet<>();
      written.fieldNames().forEachRemaining(names::add);
      judged.fieldNames().forEachRemaining(names::add);
      names.removeAll(NOT_JUDGED);
      names.forEach(name -> compare(join(path, name), written.path(name), judged.path(name)));
    } else if (written.isArray() && judged.isArray()) {
      for (int i = 0; i < Math.max(written.size(), judged.size()); i++) {
        compare(join(path, name(written.path(i), i)), written.path(i), judged.path(i));
      }
    } else if (!written.equals(judged)) {
      found.add(path + ": " + shown(written) + " instead of " + shown(judged));
    }
  }

  private static String name(JsonNode element, int index) {
    JsonNode code = element.has("code") ? element.path("code") : element.path("id");
    return code.isTextual() ? code.textValue() : String.valueOf(index);
  }

  private static String join(String path, String name) {
    boolean list = name.equals("tests") || name.equals("supplementary");
    return list || name.equals("expectations") ? path : path.isEmpty() ? name : path + " " + name;
  }

  private static String shown(JsonNode value) {
    String text =
        value.isMissingNode()
            ? "nothing"
            : value.isTextual() ? value.textValue() : value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
