package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The log shipper must not be able to bring a node down again. */
class LogShippingTest {

  private static final String CONFIG = "k8s/components/logging/fluent-bit.config.yaml";
  private static final String PARSERS = "k8s/components/logging/parsers.conf";

  @Test
  void collectsOnlyOurOwnAndIsBounded() {
    assertThat(problems(Repository.read(CONFIG))).isEmpty();
  }

  static Stream<UnaryOperator<String>> mistakes() {
    return Stream.of(
        text -> text.replace("deploy-*_default_*.log", "*.log"),
        text -> text.replace("mem_buf_limit: 16M", "mem_buf_limit: 2G"),
        text -> text.replace("name: throttle", "name: stdout"),
        text -> text.replace("exclude: log ^\\s*$", "exclude: log never"),
        text -> text.replace("storage.total_limit_size: 256M", "workers: 1"),
        text -> text.replace("skip_long_lines: true", "skip_long_lines: false"),
        text -> text.replace("retry_limit: 10", "retry_limit: no_limits"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachMistakeIsCaught(UnaryOperator<String> mistake) {
    String original = Repository.read(CONFIG);
    String changed = mistake.apply(original);

    assertThat(changed).isNotEqualTo(original);
    assertThat(problems(changed)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/var/log/containers/deploy-order-7d4b9c6f5-x2x4z_default_app-0a1b.log, order",
    "/var/log/containers/deploy-dash-5f7-abcde_default_app-ff00.log, dash"
  })
  void aFileNameTellsServicePodAndContainer(String file, String service) {
    var parsed = fileName().matcher(file);

    assertThat(parsed.matches()).isTrue();
    assertThat(parsed.group("service")).isEqualTo(service);
    assertThat(parsed.group("container")).isEqualTo("app");
    assertThat(parsed.group("pod")).startsWith("deploy-" + service + "-");
  }

  @Test
  void everyDeploymentIsCollectedAndNothingElse() {
    Manifests prd = Manifests.render("k8s/overlays/prd");
    for (Manifest workload : prd.workloads().toList()) {
      String file =
          "/var/log/containers/%s-7d4b9c6f5-x2x4z_%s_%s-0a1b.log"
              .formatted(workload.name(), workload.namespace(), workload.container().text("name"));
      boolean collected = file.matches("/var/log/containers/deploy-.*_default_.*\\.log");
      assertThat(collected).as(file).isEqualTo(workload.isService());
      assertThat(fileName().matcher(file).matches()).as(file).isEqualTo(workload.isService());
    }
  }

  private static Pattern fileName() {
    String regex =
        Repository.read(PARSERS)
            .lines()
            .filter(line -> line.strip().startsWith("Regex"))
            .map(line -> line.strip().substring("Regex".length()).strip())
            .findFirst()
            .orElseThrow();
    return Pattern.compile(regex);
  }

  private static List<String> problems(String config) {
    Manifest pipeline = Yamls.parse(config).part("pipeline");
    Manifest input = pipeline.parts("inputs").getFirst();
    Manifest output = pipeline.parts("outputs").getFirst();
    List<Manifest> filters = pipeline.parts("filters");
    return Stream.of(
            check(
                pipeline.parts("inputs").size() == 1
                    && input.text("path").equals("/var/log/containers/deploy-*_default_*.log"),
                "tails other files than our deployments'"),
            check(
                input.text("mem_buf_limit").matches("([1-9]|[1-5]\\d)M"), "memory is not bounded"),
            check(input.text("skip_long_lines").equals("true"), "long lines stop it"),
            check(
                filters.stream().anyMatch(filter -> filter.text("exclude").equals("log ^\\s*$")),
                "blank lines are shipped"),
            check(
                filters.stream()
                    .anyMatch(
                        filter ->
                            filter.text("name").equals("throttle")
                                && filter.text("rate").matches("\\d{1,3}")),
                "the rate is not bounded"),
            check(
                output.text("storage.total_limit_size").matches("\\d{1,3}M"),
                "disk is not bounded"),
            check(output.text("retry_limit").matches("\\d+"), "retries are not bounded"))
        .flatMap(problem -> problem)
        .toList();
  }

  private static Stream<String> check(boolean holds, String problem) {
    return holds ? Stream.empty() : Stream.of(problem);
  }
}
