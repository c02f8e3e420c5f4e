package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestsTest {

  static Stream<Arguments> everyCheckOfEveryOverlay() {
    return Manifests.OVERLAYS.stream()
        .flatMap(
            overlay ->
                Stream.of(ManifestCheck.values()).map(check -> Arguments.of(overlay, check)));
  }

  @ParameterizedTest
  @MethodSource("everyCheckOfEveryOverlay")
  void theOverlayHolds(String overlay, ManifestCheck check) {
    assertThat(check.problems(Manifests.render(overlay)))
        .as("%s, as rendered (see %s in ManifestCheck)", overlay, check)
        .isEmpty();
  }

  @ParameterizedTest
  @FieldSource("com.salesync.deploychecks.Manifests#OVERLAYS")
  void argoCdMayMakeWhatIsInNoNamespace(String overlay) {
    List<String> allowed =
        Manifests.render("k8s/argocd")
            .named("AppProject/salesync")
            .parts("spec", "clusterResourceWhitelist")
            .stream()
            .map(entry -> entry.text("kind"))
            .toList();

    assertThat(
            Manifests.render(overlay).all().stream()
                .filter(object -> object.text("metadata", "namespace").isEmpty())
                .map(Manifest::kind))
        .isNotEmpty()
        .as("kinds in k8s/argocd/project.yaml")
        .isSubsetOf(allowed);
  }

  static Stream<Broken> brokenManifests() {
    return Broken.all();
  }

  /** Without this a check could be green because it looks at nothing. */
  @ParameterizedTest
  @MethodSource("brokenManifests")
  void aBrokenOverlayIsCaught(Broken broken) {
    List<String> problems = broken.check().problems(broken.apply()).toList();

    assertThat(problems).anySatisfy(problem -> assertThat(problem).contains(broken.says()));
  }
}
