package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkflowsTest {

  private static final String FOLDER = ".github/workflows";
  private static final String BROKEN = "deploy-checks/src/test/resources/broken-workflows";

  @Test
  void lintFindsNothing() {
    Tool.Result result = Tool.script("lint-workflows.mjs").with(paths(FOLDER)).run();

    assertThat(result.exit()).as(result.out()).isZero();
    assertThat(result.out()).contains("3 workflows linted");
  }

  @Test
  void lintFindsEachMistake() {
    Tool.Result result = Tool.script("lint-workflows.mjs").with(paths(BROKEN)).run();

    for (Path broken : Repository.files(BROKEN, ".yml")) {
      String expected = says(broken);
      if (!expected.startsWith("policy:")) {
        assertThat(result.out().lines())
            .as(broken.toString())
            .anyMatch(line -> line.startsWith(broken + "\t") && line.contains(expected));
      }
    }
  }

  @Test
  void actionsArePinnedAndRightsAreFew() {
    for (Path workflow : Repository.files(FOLDER, ".yml")) {
      assertThat(policyProblems(workflow)).as(workflow.toString()).isEmpty();
    }
  }

  @Test
  void eachBreachOfPolicyIsCaught() {
    for (Path broken : Repository.files(BROKEN, ".yml")) {
      if (says(broken).startsWith("policy:")) {
        String expected = says(broken).substring("policy:".length()).strip();
        assertThat(policyProblems(broken))
            .as(broken.toString())
            .anyMatch(p -> p.contains(expected));
      }
    }
  }

  /** What the linters do not look at. */
  private static List<String> policyProblems(Path file) {
    String text = Repository.read(file);
    Manifest workflow = Yamls.parse(text);
    Stream<String> unpinned =
        workflow
            .everywhere()
            .map(part -> part.text("uses"))
            .filter(uses -> !uses.isEmpty() && !uses.matches("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}"))
            .map(uses -> uses + " is not pinned to a commit");
    Stream<String> undated =
        text.lines()
            .filter(
                line ->
                    line.contains("uses:")
                        && !line.matches(".*@[0-9a-f]{40} # v?\\d+\\.\\d+\\.\\d+"))
            .map(line -> line.strip() + " does not say which version it is");
    Stream<String> rights =
        workflow.part("permissions").fields().equals(Map.of("contents", "read"))
            ? Stream.empty()
            : Stream.of("a workflow starts with contents: read and nothing else");
    Stream<String> keys =
        Stream.of("aws-access-key-id", "aws-secret-access-key", "AWS_SECRET_ACCESS_KEY")
            .filter(text::contains)
            .map(key -> key + ": only short-lived credentials by OIDC");
    Stream<String> endless =
        workflow.part("jobs").fields().keySet().stream()
            .filter(job -> workflow.text("jobs", job, "timeout-minutes").isEmpty())
            .map(job -> job + " has no time-out");
    Stream<String> untrusted =
        text.contains("pull_request_target")
            ? Stream.of("pull_request_target runs strangers' code with our rights")
            : Stream.empty();
    return Stream.of(unpinned, undated, rights, keys, endless, untrusted).flatMap(p -> p).toList();
  }

  /** The first line of a broken workflow is a comment with what must be reported. */
  private static String says(Path broken) {
    return Repository.read(broken).lines().findFirst().orElseThrow().substring(1).strip();
  }

  private static String[] paths(String folder) {
    return Repository.files(folder, ".yml").stream().map(Path::toString).toArray(String[]::new);
  }
}
