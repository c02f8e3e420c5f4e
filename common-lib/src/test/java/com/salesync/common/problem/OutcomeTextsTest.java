package com.salesync.common.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a 504 says of what a service did is the same whether that service says it or the gateway.
 */
class OutcomeTextsTest {

  private static final String KEY = "problem.OUTCOME_UNKNOWN";

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_en.properties"})
  void areTheServicesOwnAtTheGateway(String bundle) throws IOException {
    Map<String, String> ofServices = new TreeMap<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.filter(OutcomeTextsTest::isService).toList()) {
        String text = messages(module, bundle).getProperty(KEY);
        if (text != null) {
          ofServices.put(KEY + "." + module.getFileName().toString().replace("-service", ""), text);
        }
      }
    }
    Map<String, String> ofGateway = new TreeMap<>();
    messages(Path.of("../bff-gateway"), bundle)
        .forEach((key, text) -> ofGateway.put(key.toString(), text.toString()));
    ofGateway.keySet().removeIf(key -> !key.startsWith(KEY));

    assertThat(ofGateway).isNotEmpty().isEqualTo(ofServices);
  }

  private static boolean isService(Path module) {
    return module.getFileName().toString().endsWith("-service");
  }

  private static Properties messages(Path module, String bundle) throws IOException {
    Properties messages = new Properties();
    try (Reader file = Files.newBufferedReader(module.resolve("src/main/resources/" + bundle))) {
      messages.load(file);
    }
    return messages;
  }
}
