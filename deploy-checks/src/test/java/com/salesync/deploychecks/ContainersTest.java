package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContainersTest {

  private static final String BROKEN = "deploy-checks/src/test/resources/broken-containers/";

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
    assertThat(DockerfilePolicy.problems(Repository.read("Dockerfile"))).isEmpty();
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
              DockerfilePolicy.problems(text).stream());
      assertThat(found).as(file.toString()).anyMatch(line -> line.contains(expected));
    }
  }

  /** What is copied into an image exists, or is what the build makes. */
  @Test
  void theBuildContextHoldsWhatTheDockerfileCopies() {
    String ignore = Repository.read(".dockerignore");
    assertThat(ignore.lines()).contains("*", "!*/target/*.jar", "!deploy/image/train.sh");
    assertThat(Repository.path("deploy/image/train.sh")).exists();
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

  /** What the linter does not look at. */
  private static final class DockerfilePolicy {

    static List<String> problems(String dockerfile) {
      List<String> lines = Arrays.asList(dockerfile.split("\n"));
      Stream<String> user =
          lines.stream().anyMatch(line -> line.matches("USER [1-9]\\d*:[1-9]\\d*"))
              ? Stream.empty()
              : Stream.of("runs as root");
      Stream<String> entry =
          lines.getLast().startsWith("ENTRYPOINT [\"java\"")
              ? Stream.empty()
              : Stream.of("the entry point needs a shell");
      Stream<String> latest =
          lines.stream()
              .filter(
                  line ->
                      line.startsWith("ARG RUNTIME=")
                          && !line.matches(
                              "ARG RUNTIME=eclipse-temurin:25[\\w.-]*-jre[\\w.-]*|ARG"
                                  + " RUNTIME=eclipse-temurin:25-jre"))
              .map(line -> line + " is not a JRE 25");
      Stream<String> secret =
          lines.stream()
              .filter(line -> line.matches("(ENV|ARG) .*(PASSWORD|SECRET|KEY).*"))
              .map(line -> line + " bakes a secret in");
      Stream<String> pull =
          lines.stream().filter(line -> line.startsWith("# syntax=")).map(line -> line + " pulls");
      return Stream.of(user, entry, latest, secret, pull).flatMap(p -> p).toList();
    }
  }
}
