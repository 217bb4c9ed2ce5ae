package app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
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

  static Set<String> names() {
    return Cases.ALL.keySet();
  }

  @Test
  void thereAreNoCasesButThoseOfTypeScript() {
    List<String> names = new ArrayList<>();
    EXPECTED.get("cases").fieldNames().forEachRemaining(names::add);
    assertEquals(names, List.copyOf(Cases.ALL.keySet()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void synthesizesWhatTypeScriptDoes(String name, @TempDir Path folder) {
    App app = new App(AppProps.builder().outdir(folder.toString()).build());
    Cases.ALL.get(name).accept(app);

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

    JsonNode expected = EXPECTED.get("cases").get(name);
    assertEquals(expected.get("templates"), templates);
    assertEquals(expected.get("messages"), sorted);
  }

  @Test
  void anErrorIsAnExceptionWithOurSentence() {
    RuntimeException error =
        assertThrows(RuntimeException.class, () -> Cases.nobodyIsTold(new App()));
    assertTrue(error.getMessage().contains(EXPECTED.get("error").asText()), error.getMessage());
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException error) {
      throw new IllegalStateException(file.toString(), error);
    }
  }
}
