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
        Stream.of("operations", "events", "invariants")
            .map(page -> Repository.path("docs/" + page + ".md")),
        Repository.files("docs/runbooks", ".md").stream());
  }

  static Stream<Path> everyPage() {
    return Repository.files(".", ".md").stream().filter(page -> !page.endsWith("broken-guide.md"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageNamesIsThere(Path page) {
    assertThat(new Guide(Repository.read(page)).problems())
        .as("%s", Repository.ROOT.relativize(page))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyPage")
  void whatAPageLinksToIsThere(Path page) {
    assertThat(new Guide(Repository.read(page)).deadLinks(page.getParent()))
        .as("%s", Repository.ROOT.relativize(page.normalize()))
        .isEmpty();
  }

  @Test
  void aDeadLinkIsCaught() {
    Path page = Repository.path("deploy-checks/src/test/resources/broken-guide.md");

    assertThat(new Guide(Repository.read(page)).deadLinks(Repository.path("docs")))
        .containsExactly("no runbook/README.md");
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
            "no table payments",
            "no constraint, index or trigger one_sale_per_table",
            "no alert BooksWrong");
  }
}
