package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuideTest {

  static Stream<Path> pages() {
    return Stream.concat(
        Stream.of(Repository.path("docs/operations.md")),
        Repository.files("docs/runbooks", ".md").stream());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageNamesIsThere(Path page) {
    assertThat(new Guide(Repository.read(page)).problems())
        .as("%s", Repository.ROOT.relativize(page))
        .isEmpty();
  }

  @Test
  void whatIsNotThereIsCaught() {
    String page = Repository.read("deploy-checks/src/test/resources/broken-guide.md");

    assertThat(new Guide(page).problems())
        .containsExactlyInAnyOrder(
            "no file k8s/base/order/deploy.yaml",
            "no object Deployment/deploy-orders",
            "no metric salesync_payment_pending",
            "no panel \"Payments\"",
            "no variable CONSULTING_AT_ONCE",
            "no table payments");
  }
}
