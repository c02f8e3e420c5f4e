package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContainersTest {

  private static final String BROKEN = "deploy-checks/src/test/resources/broken-containers/";
  private static final Pattern POSTGRES = Pattern.compile("(?:image: |\")postgres:([\\w.-]+)");
  private static final Pattern KAFKA =
      Pattern.compile("(?:apache/kafka:|kafka:\\n +version: )([\\w.-]+)");

  @Test
  void theComposeFileHolds() {
    assertThat(compose().problems()).isEmpty();
  }

  static Stream<Manifest> brokenCompose() {
    return Yamls.load(BROKEN + "compose.yaml").parts("broken").stream();
  }

  @ParameterizedTest
  @MethodSource("brokenCompose")
  void eachComposeMistakeIsCaught(Manifest broken) {
    String original = Repository.read("docker-compose.yml");
    assertThat(original).contains(broken.text("replace"));
    String mistake =
        original.replaceFirst(
            Pattern.quote(broken.text("replace")), Matcher.quoteReplacement(broken.text("with")));

    assertThat(new ComposeFile(Yamls.parse(mistake)).problems())
        .anyMatch(problem -> problem.contains(broken.text("says")));
  }

  @Test
  void composeItselfAcceptsTheFile() {
    Tool docker = Tool.any("docker");
    assumeTrue(docker.with("compose", "version").run().exit() == 0, "docker has no compose plugin");

    Tool.Result result =
        docker
            .with("compose", "--profile", "observability", "config", "--quiet")
            .run(Repository.ROOT, secrets());

    assertThat(result.exit()).as(result.out()).isZero();
  }

  @Test
  void theEnvironmentFileHasEverySecretThatComposeAsksFor() {
    String script = Repository.read("deploy/compose-env.sh");
    assertThat(secrets().keySet()).isNotEmpty().allMatch(script::contains);
  }

  @Test
  void theDockerfileIsWellFormed() {
    Tool.Result result =
        Tool.script("lint-dockerfile.mjs").with(Repository.path("Dockerfile").toString()).run();

    assertThat(result.exit()).as(result.out()).isZero();
    assertThat(new Dockerfile(Repository.read("Dockerfile")).problems()).isEmpty();
  }

  @Test
  void dockerfileMistakesAreCaught() {
    List<Path> files = Repository.files(BROKEN, ".Dockerfile");
    assertThat(files).isNotEmpty();
    Tool.Result result =
        Tool.script("lint-dockerfile.mjs")
            .with(files.stream().map(Path::toString).toArray(String[]::new))
            .run();

    for (Path file : files) {
      String text = Repository.read(file);
      String expected = text.lines().findFirst().orElseThrow().substring(1).strip();
      Stream<String> found =
          Stream.concat(
              result.out().lines().filter(line -> line.startsWith(file.toString())),
              new Dockerfile(text).problems().stream());
      assertThat(found).as(file.toString()).anyMatch(line -> line.contains(expected));
    }
  }

  /** Reads a single argument file, as the entry point does. */
  @Test
  void theCacheIsTrainedWithTheOptionsOfEveryStart() {
    assertThat(Repository.read("Dockerfile")).contains("\"@/app/java.args\"");
    assertThat(Repository.read("deploy/image/train.sh")).contains("java @/app/java.args ");
  }

  /** Tests in containers prove little about a server that is another one in production. */
  @Test
  void testsComposeAndClustersRunTheSameServers() {
    assertThat(versions(POSTGRES, deployed())).hasSize(1);
    assertThat(versions(KAFKA, deployed())).hasSize(1);
  }

  @Test
  void anOlderServerSomewhereIsCaught() {
    assertThat(versions(POSTGRES, Stream.concat(deployed(), Stream.of("image: postgres:17.2"))))
        .hasSize(2);
    assertThat(versions(KAFKA, Stream.concat(deployed(), Stream.of("kafka:\n    version: 3.9.0"))))
        .hasSize(2);
  }

  private static Stream<String> deployed() {
    return Stream.of(
            Repository.files("k8s", ".yaml"),
            Repository.files("common-lib/src/test", "Server.java"),
            List.of(Repository.path("docker-compose.yml")))
        .flatMap(List::stream)
        .map(Repository::read);
  }

  private static Set<String> versions(Pattern server, Stream<String> texts) {
    return texts
        .flatMap(text -> server.matcher(text).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static ComposeFile compose() {
    return new ComposeFile(Yamls.load("docker-compose.yml"));
  }

  private static Map<String, String> secrets() {
    return Pattern.compile("\\$\\{([A-Z_]+):\\?")
        .matcher(Repository.read("docker-compose.yml"))
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> "x", (a, b) -> a));
  }
}
