package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MonitoringTest {

  private static final String SCRAPER = "deploy/prometheus/prometheus.yml";

  static Stream<Path> dashboards() {
    return Repository.files(Monitoring.DASHBOARDS, ".json").stream();
  }

  @Test
  void rulesReferToExportedMetrics() {
    assertThat(unknown(Monitoring.allRules(Monitoring.rules()).map(rule -> rule.text("expr"))))
        .as("metrics in %s that no service exports", Monitoring.RULES)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void dashboardsReferToExportedMetrics(Path file) {
    Manifest dashboard = Monitoring.dashboard(file);

    assertThat(Monitoring.expressions(dashboard)).hasSizeGreaterThan(3);
    assertThat(unknown(Monitoring.expressions(dashboard).stream()))
        .as("metrics in %s that no service exports", Repository.ROOT.relativize(file))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void dashboardsAreWhole(Path file) {
    assertThat(problems(Monitoring.dashboard(file))).isEmpty();
    assertThat(Repository.read("k8s/components/observability/kustomization.yaml"))
        .contains("dashboards/" + file.getFileName());
  }

  @Test
  void whatIsExportedOnDemandIsMadeByTheCode() {
    Set<String> code = Monitoring.inCode();

    assertThat(Monitoring.onDemand())
        .allSatisfy(
            name ->
                assertThat(code)
                    .contains(name.replaceFirst("(_seconds)?_(count|sum|max|bucket|total)$", "")));
  }

  /** As scrapes are: in a generated folder. */
  @Test
  void aGeneratedFileIsReadWhereItIsAskedFor() throws Exception {
    Path folder = Files.createDirectories(Repository.path("deploy-checks/target/scrapes"));
    Path scrape = Files.writeString(folder.resolve("a.prom"), "up 1\n");

    assertThat(Repository.files("deploy-checks/target/scrapes", ".prom")).containsExactly(scrape);
    assertThat(Repository.files("deploy-checks", ".prom")).isEmpty();
  }

  @Test
  void aMisspeltMetricIsCaught() {
    assertThat(
            unknown(
                Stream.of(
                    "sum by (service)"
                        + " (rate(http_server_request_seconds_count{job=\"salesync\"}[5m]))")))
        .containsExactly("http_server_request_seconds_count");
  }

  @Test
  void aBrokenDashboardIsCaught() {
    Manifest dashboard = Monitoring.dashboard(dashboards().findFirst().orElseThrow());
    @SuppressWarnings("unchecked")
    List<Object> panels = (List<Object>) dashboard.get("panels");
    panels.add(panels.getFirst());

    assertThat(problems(dashboard)).contains("two panels have the same id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(a_total{x=\"y_z\"}[5m]) / on (service) group_left (b) sum by (c) (d_seconds)|a_total"
            + " d_seconds",
        "histogram_quantile(0.95, sum by (le) (rate(e_bucket[5m]))) > 1|e_bucket",
        "f:g:ratio5m > 0.01 and up == 0 or absent(up)|f:g:ratio5m up",
        "topk(10, h_max{uri=~\".*}\"})|h_max"
      })
  void metricsAreFoundInAnExpression(String expression, String names) {
    assertThat(Monitoring.metrics(expression)).containsExactlyInAnyOrder(names.split(" "));
  }

  @Test
  void everyAlertHasItsRunbookAndSeverityAndIsTested() {
    List<Manifest> alerts = alerts();
    assertThat(alerts).hasSizeGreaterThan(10);
    String tests = Repository.read("deploy/prometheus/rules.test.yml");
    for (Manifest alert : alerts) {
      String name = alert.text("alert");
      assertThat(alert.text("annotations", "runbook_url"))
          .isEqualTo("docs/runbooks/" + name + ".md");
      assertThat(Repository.path("docs/runbooks/" + name + ".md")).exists();
      assertThat(alert.text("labels", "severity")).isIn("page", "ticket");
      assertThat(alert.text("annotations", "summary")).isNotEmpty();
      assertThat(tests).contains("alertname: " + name);
    }
  }

  @Test
  void everyRunbookBelongsToAnAlert() {
    Set<String> names =
        new HashSet<>(alerts().stream().map(alert -> alert.text("alert") + ".md").toList());

    assertThat(
            Repository.files("docs/runbooks", ".md").stream()
                .map(file -> file.getFileName().toString()))
        .filteredOn(file -> !file.equals("README.md"))
        .isSubsetOf(names);
  }

  @Test
  void theClusterHasTheSameRules() {
    Manifest rule = Manifests.render("k8s/overlays/prd").named("PrometheusRule/salesync");

    assertThat(rule.get("spec", "groups"))
        .as("run deploy/prometheus/sync.sh")
        .isEqualTo(Monitoring.rules().get("groups"));
  }

  @Test
  void prometheusAcceptsAndProvesTheRules() {
    Path folder = Repository.path("deploy/prometheus");
    Tool promtool = Tool.any("promtool");

    assertSucceeds(promtool.with("check", "config", folder.resolve("prometheus.yml").toString()));
    assertSucceeds(promtool.with("check", "rules", folder.resolve("rules.yml").toString()));
    assertSucceeds(promtool.with("test", "rules", folder.resolve("rules.test.yml").toString()));
  }

  @Test
  void aBrokenRuleIsCaught() throws Exception {
    Path folder = Files.createTempDirectory("rules");
    String rules = Repository.read(Monitoring.RULES);
    Files.writeString(
        folder.resolve("bad.yml"), rules.replaceFirst("sum by \\(service\\)", "sum by (service"));
    Files.writeString(folder.resolve("rules.yml"), rules.replace("> 600", "> 6000"));
    Path tests = folder.resolve("rules.test.yml");
    Files.writeString(tests, Repository.read("deploy/prometheus/rules.test.yml"));
    Tool promtool = Tool.any("promtool");

    assertThat(promtool.with("check", "rules", folder.resolve("bad.yml").toString()).run().exit())
        .isNotZero();
    assertThat(promtool.with("test", "rules", tests.toString()).run().exit()).isNotZero();
  }

  @Test
  void composeScrapesEveryService() {
    assertThat(unscraped(Repository.read(SCRAPER)))
        .as("services whose /actuator/prometheus on 8081 %s does not ask for", SCRAPER)
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metrics_path: /actuator/prometheus|metrics_path: /metrics|sale",
        "service-sale:8081|service-sale:8080|sale",
        "{service: dash}|{service: dashboard}|dash"
      })
  void aScrapeThatMissesAServiceIsCaught(String right, String wrong, String service) {
    String config = Repository.read(SCRAPER);
    assertThat(config).contains(right);

    assertThat(unscraped(config.replace(right, wrong))).contains(service);
  }

  private static List<String> unscraped(String config) {
    List<Manifest> jobs =
        Yamls.parse(config).parts("scrape_configs").stream()
            .filter(job -> job.text("job_name").equals("salesync"))
            .filter(job -> job.text("metrics_path").equals("/actuator/prometheus"))
            .flatMap(job -> job.parts("static_configs").stream())
            .toList();
    return Environment.MODULES.keySet().stream()
        .filter(
            service ->
                jobs.stream()
                    .filter(job -> job.text("labels", "service").equals(service))
                    .noneMatch(
                        job -> job.texts("targets").contains("service-" + service + ":8081")))
        .toList();
  }

  private static void assertSucceeds(Tool tool) {
    Tool.Result result = tool.run();
    assertThat(result.exit()).as(result.out()).isZero();
  }

  private static List<Manifest> alerts() {
    return Monitoring.allRules(Monitoring.rules())
        .filter(rule -> !rule.text("alert").isEmpty())
        .toList();
  }

  private static List<String> unknown(Stream<String> expressions) {
    Set<String> exported = Monitoring.exported();
    return expressions
        .flatMap(expression -> Monitoring.metrics(expression).stream())
        .filter(name -> !exported.contains(name))
        .distinct()
        .toList();
  }

  private static List<String> problems(Manifest dashboard) {
    List<Manifest> panels = dashboard.parts("panels");
    Stream<String> nameless =
        panels.stream()
            .filter(panel -> panel.text("title").isEmpty())
            .map(panel -> "a panel without a title");
    Stream<String> sources =
        dashboard
            .everywhere()
            .filter(part -> !part.text("expr").isEmpty())
            .filter(part -> !part.text("datasource", "uid").equals("prometheus"))
            .map(part -> "another data source than Prometheus");
    Stream<String> ids =
        panels.stream().map(panel -> panel.text("id")).distinct().count() == panels.size()
            ? Stream.empty()
            : Stream.of("two panels have the same id");
    Stream<String> name =
        dashboard.text("uid").startsWith("salesync-") ? Stream.empty() : Stream.of("no uid");
    return Stream.of(nameless, sources, ids, name).flatMap(p -> p).toList();
  }
}
