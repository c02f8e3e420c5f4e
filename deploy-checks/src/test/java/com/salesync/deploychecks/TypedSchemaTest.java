package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every object, custom resources included, against the schemas of kubernetes-models. One run, since
 * the compiler is slow to start.
 */
class TypedSchemaTest {

  @Test
  void everyObjectFitsItsSchemaAndEachMistakeIsFound() throws IOException {
    Path dev = Manifests.render("k8s/overlays/dev").write();
    Path prd = Manifests.render("k8s/overlays/prd").write();
    Path argo = Manifests.render("k8s/argocd").write();
    Path broken = Files.createTempFile("broken", ".yaml");
    broken.toFile().deleteOnExit();
    Files.writeString(
        broken, Repository.read("deploy-checks/src/test/resources/broken-custom-resources.yaml"));

    Tool.Result result =
        Tool.script("validate-manifests.mjs")
            .with(dev.toString(), prd.toString(), argo.toString(), broken.toString())
            .run();

    List<String> problems = result.out().lines().filter(line -> line.contains("\t")).toList();
    assertThat(problems).allMatch(problem -> problem.startsWith(broken.toString()));
    assertThat(result.out()).contains("objects checked");
    for (Manifest object : Manifests.parse("broken", Files.readString(broken)).all()) {
      assertThat(problems)
          .as(object.id())
          .anyMatch(
              problem ->
                  problem.contains("\t" + object.id() + "\t")
                      && problem.contains(object.text("metadata", "annotations", "says")));
    }
  }
}
