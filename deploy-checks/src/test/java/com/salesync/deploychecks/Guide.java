package com.salesync.deploychecks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what a page names is there: files, objects of the cluster, metrics, panels, variables,
 * tables, what guards them in the database, alerts. {@code SERVICE} stands for any of the seven.
 */
record Guide(String text) {

  private static final Pattern FILE =
      Pattern.compile(
          "(?<![\\w/.-])(?:k8s|terraform|deploy|deploy-checks|docs|\\.github)/[\\w./-]+");
  private static final Pattern OBJECT =
      Pattern.compile("\\b(deployment|statefulset|svc|job)/([a-z][a-z-]*[a-z])(?![\\w<-])");
  private static final Pattern METRIC = Pattern.compile("\\bsalesync_[a-z_]+");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern VARIABLE =
      Pattern.compile("\\b(?:CONSULTING|OPENAI|DATABASE|KAFKA|SMS)_[A-Z_]+\\b");
  private static final Pattern TABLE =
      Pattern.compile("\\b(?:from|join) (?:store|item|orders|sale|dashboard|consulting)\\.(\\w+)");

  /** {@code triggers `a` and `b` (sale-service), `c`}. */
  private static final Pattern GUARDS =
      Pattern.compile(
          "(?:constraint|index|trigger)s? (`\\w+`(?:(?: \\([\\w-]+\\))?(?:,| and) `\\w+`)*)");

  private static final Pattern IN_BACKTICKS = Pattern.compile("`(\\w+)`");
  private static final Pattern ALERT =
      Pattern.compile("^\\| ([A-Z]\\w+) \\|.*runbooks/", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(?:#[^)]*)?\\)");

  /** Reads what an owner logs in with, which no service's settings name. */
  private static final String MIGRATION =
      "common-lib/src/main/java/com/salesync/common/database/Migration.java";

  Stream<String> problems() {
    return Stream.of(
            files(), objects(), metrics(), panels(), variables(), tables(), guards(), alerts())
        .flatMap(problems -> problems);
  }

  private Stream<String> files() {
    return found(FILE, 0)
        .map(name -> name.replace("SERVICE", "order").replaceFirst("[./]+$", ""))
        .filter(name -> !Files.exists(Repository.path(name)))
        .map(name -> "no file " + name);
  }

  private Stream<String> objects() {
    Set<String> known =
        Manifests.OVERLAYS.stream()
            .flatMap(overlay -> Manifests.render(overlay).all().stream())
            .map(Manifest::id)
            .collect(Collectors.toSet());
    return OBJECT
        .matcher(text)
        .results()
        .map(
            object ->
                switch (object.group(1)) {
                      case "deployment" -> "Deployment/";
                      case "statefulset" -> "StatefulSet/";
                      case "job" -> "Job/";
                      default -> "Service/";
                    }
                    + object.group(2))
        .filter(id -> !known.contains(id))
        .map(id -> "no object " + id);
  }

  private Stream<String> metrics() {
    Set<String> exported = Monitoring.exported();
    return found(METRIC, 0)
        .filter(name -> !exported.contains(name))
        .map(name -> "no metric " + name);
  }

  /** Whatever is quoted in a line about Grafana is the title of a dashboard or a panel. */
  private Stream<String> panels() {
    Set<String> titles =
        Repository.files(Monitoring.DASHBOARDS, ".json").stream()
            .map(Monitoring::dashboard)
            .flatMap(
                dashboard ->
                    Stream.concat(Stream.of(dashboard), dashboard.parts("panels").stream()))
            .map(part -> part.text("title"))
            .collect(Collectors.toSet());
    return text.lines()
        .filter(line -> line.contains("Grafana"))
        .flatMap(line -> QUOTED.matcher(line).results())
        .map(title -> title.group(1))
        .filter(title -> !titles.contains(title))
        .map(title -> "no panel \"" + title + '"');
  }

  private Stream<String> variables() {
    String settings = everything("/src/main/resources", ".yaml");
    String migrating = Repository.read(MIGRATION);
    return found(VARIABLE, 0)
        .filter(name -> !settings.contains("${" + name))
        .filter(name -> !migrating.contains('"' + name + '"'))
        .map(name -> "no variable " + name);
  }

  private Stream<String> tables() {
    String migrations = everything("/src/main/resources/db", ".sql");
    return found(TABLE, 1)
        .filter(
            name ->
                !Pattern.compile("(create table|rename to) " + name + "\\b")
                    .matcher(migrations)
                    .find())
        .map(name -> "no table " + name);
  }

  private Stream<String> guards() {
    String migrations = everything("/src/main/resources/db", ".sql");
    return found(GUARDS, 1)
        .flatMap(names -> IN_BACKTICKS.matcher(names).results())
        .map(name -> name.group(1))
        .filter(
            name ->
                !Pattern.compile("(constraint|index|trigger|rename to) " + name + "\\b")
                    .matcher(migrations)
                    .find())
        .map(name -> "no constraint, index or trigger " + name);
  }

  /** The first column of a table whose rows name a runbook. */
  private Stream<String> alerts() {
    Set<String> alerts =
        Monitoring.allRules(Monitoring.rules())
            .map(rule -> rule.text("alert"))
            .collect(Collectors.toSet());
    return found(ALERT, 1).filter(name -> !alerts.contains(name)).map(name -> "no alert " + name);
  }

  /** What the page links to in this repository and is not there, seen from the page's folder. */
  Stream<String> deadLinks(Path folder) {
    return found(LINK, 1)
        .filter(link -> !Files.exists(folder.resolve(link)))
        .map(link -> "no " + link);
  }

  private Stream<String> found(Pattern pattern, int group) {
    return pattern.matcher(text).results().map(result -> result.group(group)).distinct();
  }

  private static String everything(String folder, String ending) {
    List<Path> files =
        Stream.concat(Stream.of("common-lib"), Environment.MODULES.values().stream())
            .flatMap(module -> Repository.files(module + folder, ending).stream())
            .toList();
    return files.stream().map(Repository::read).collect(Collectors.joining("\n"));
  }
}
