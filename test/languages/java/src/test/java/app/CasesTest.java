package app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;
import software.amazon.awscdk.cxapi.SynthesisMessage;

class CasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode EXPECTED = read(Path.of(System.getenv("EXPECTED")));

  static Set<String> cases() {
    return Cases.CASES.keySet();
  }

  static Set<String> mistakes() {
    return Cases.MISTAKES.keySet();
  }

  @Test
  void thereAreNoCasesButThoseOfTypeScript() {
    assertEquals(namesIn("cases"), List.copyOf(cases()));
    assertEquals(namesIn("errors"), List.copyOf(mistakes()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void synthesizesWhatTypeScriptDoes(String name, @TempDir Path folder) {
    App app = new App(AppProps.builder().outdir(folder.toString()).build());
    Cases.CASES.get(name).accept(app);

    ObjectNode templates = JSON.createObjectNode();
    List<String> messages = new ArrayList<>();
    for (CloudFormationStackArtifact stack : app.synth().getStacks()) {
      templates.set(stack.getStackName(), read(Path.of(stack.getTemplateFullPath())));
      for (SynthesisMessage message : stack.getMessages()) {
        messages.add(
            message.getId() + " " + message.getLevel() + " " + message.getEntry().getData());
      }
    }
    ArrayNode sorted = JSON.createArrayNode();
    messages.stream().sorted().forEach(sorted::add);

    Path report = folder.resolve("validation-report.json");
    JsonNode expected = EXPECTED.get("cases").get(name);
    assertEquals(expected.get("templates"), templates);
    assertEquals(expected.get("messages"), sorted);
    assertEquals(expected.get("report"), Files.exists(report) ? read(report) : JSON.nullNode());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void anErrorIsAnExceptionWithOurSentence(String name) {
    RuntimeException error =
        assertThrows(RuntimeException.class, () -> Cases.MISTAKES.get(name).accept(new App()));
    String sentence = EXPECTED.get("errors").get(name).asText();
    assertTrue(error.getMessage().contains(sentence), error.getMessage());
  }

  private static List<String> namesIn(String part) {
    List<String> names = new ArrayList<>();
    EXPECTED.get(part).fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Without lines of the app, which differ between languages as its files do. */
  private static JsonNode read(Path file) {
    try {
      JsonNode parsed = JSON.readTree(file.toFile());
      parsed.findParents("stackTraces").forEach(node -> ((ObjectNode) node).remove("stackTraces"));
      return parsed;
    } catch (IOException error) {
      throw new IllegalStateException(file.toString(), error);
    }
  }
}
