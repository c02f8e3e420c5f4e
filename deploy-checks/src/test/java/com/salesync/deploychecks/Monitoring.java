package com.salesync.deploychecks;

import com.google.gson.Gson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics that rules and dashboards refer to, and those that the system exports. */
final class Monitoring {

  static final String RULES = "deploy/prometheus/rules.yml";
  static final String DASHBOARDS = "k8s/components/observability/dashboards";

  /** Left by a running system: one answer of /actuator/prometheus per file. */
  private static final String SCRAPES = "end-to-end/target/scrapes";

  private static final String RECORDED = "deploy-checks/src/test/resources/exported-metrics.txt";

  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern BRACES = Pattern.compile("\\{[^}]*}");
  private static final Pattern NAME = Pattern.compile("(?<![\\w:$.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "inf", "Inf", "NaN", "nan");

  private Monitoring() {}

  /** Metric names in an expression; the names of recording rules among them. */
  static Set<String> metrics(String expression) {
    String bare = STRING.matcher(expression).replaceAll("");
    bare = BRACES.matcher(bare).replaceAll("");
    bare = GROUPING.matcher(bare).replaceAll("");
    bare = bare.replaceAll("\\[[^]]*]", "");
    return NAME.matcher(bare)
        .results()
        .map(found -> found.group())
        .filter(name -> !WORDS.contains(name) && !name.equals("le"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Manifest rules() {
    return Yamls.load(RULES);
  }

  static Stream<Manifest> allRules(Manifest file) {
    return file.parts("groups").stream().flatMap(group -> group.parts("rules").stream());
  }

  static Manifest dashboard(Path file) {
    return new Manifest(Yamls.object(new Gson().fromJson(Repository.read(file), Map.class)));
  }

  static List<String> expressions(Manifest dashboard) {
    return dashboard
        .everywhere()
        .map(part -> part.text("expr"))
        .filter(expression -> !expression.isEmpty())
        .toList();
  }

  /**
   * From the scrapes of this build if there are any, else from the list that record-metrics.sh
   * keeps.
   */
  static Set<String> exported() {
    List<Path> scrapes = Repository.files(SCRAPES, ".prom");
    Stream<String> names =
        scrapes.isEmpty()
            ? Repository.read(RECORDED).lines().filter(line -> !line.startsWith("#"))
            : scrapes.stream().flatMap(file -> Repository.read(file).lines()).map(Monitoring::name);
    Set<String> exported =
        names.filter(name -> !name.isBlank()).collect(Collectors.toCollection(TreeSet::new));
    exported.addAll(onDemand());
    // Prometheus itself makes this one.
    exported.add("up");
    allRules(rules())
        .map(rule -> rule.text("record"))
        .filter(name -> !name.isEmpty())
        .forEach(exported::add);
    return exported;
  }

  static Set<String> onDemand() {
    return Repository.read("deploy-checks/src/test/resources/on-demand-metrics.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The beginnings of the metrics that the code makes, such as {@code salesync_sms}. */
  static Set<String> inCode() {
    Pattern meter = Pattern.compile("\"(salesync(?:\\.[a-z]+)+)\"");
    return Environment.MODULES.values().stream()
        .flatMap(module -> Repository.files(module + "/src/main", ".java").stream())
        .flatMap(file -> meter.matcher(Repository.read(file)).results())
        .map(found -> found.group(1).replace('.', '_'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(String line) {
    return line.startsWith("#") ? "" : line.split("[{ ]")[0];
  }
}
