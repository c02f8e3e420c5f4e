package com.salesync.deploychecks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may call what with which scope: as the callees' application.yaml admit it, and as the
 * callers' code does it.
 */
final class Admissions {

  /** Not a service, so its calls are in no code. */
  private static final String OPERATOR = "operator";

  private static final List<String> SCOPES = List.of("internal", "operator", "directory");

  private static final Pattern GROUP =
      Pattern.compile(
          "@ImportHttpServices\\(\\s*group = \"([a-z]+)[a-z-]*\",\\s*types = (\\w+)\\.class");

  /** What stands before it on the method, method and path, and the method up to its end. */
  private static final Pattern EXCHANGE =
      Pattern.compile(
          "((?:@(?!(?:Get|Post|Put|Patch|Delete)Exchange)\\w+(?:\\([^)]*\\))?\\s+)*)"
              + "@(Get|Post|Put|Patch|Delete)Exchange\\(\"([^\"]+)\"\\)([^;]*);");

  private static final Pattern TENANT = Pattern.compile("[(,]\\s*Tenant ");

  private Admissions() {}

  /** One right or one call. */
  record Call(String caller, String scope, String callee, String operation) {

    @Override
    public String toString() {
      return "%s calls %s %s as %s".formatted(caller, callee, operation, scope);
    }
  }

  /** Each caller's scopes by the table that its keys are made from. */
  static Map<String, List<String>> scopes() {
    Map<String, List<String>> scopes = new LinkedHashMap<>();
    Repository.read("deploy/internal-callers.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" "))
        .forEach(line -> scopes.put(line[0], Arrays.asList(line[1].split(","))));
    return scopes;
  }

  static Set<Call> admitted() {
    return Environment.MODULES.values().stream()
        .flatMap(
            module ->
                admitted(module, Yamls.load(module + "/src/main/resources/application.yaml"))
                    .stream())
        .collect(Collectors.toSet());
  }

  static List<Call> admitted(String module, Manifest yaml) {
    return SCOPES.stream()
        .flatMap(
            scope ->
                yaml.part("salesync", "security", scope + "-paths").fields().entrySet().stream()
                    .flatMap(
                        path ->
                            callers(path.getValue())
                                .map(
                                    caller ->
                                        new Call(
                                            caller,
                                            scope,
                                            module,
                                            operation(path.getKey().replaceAll("[\\[\\]]", ""))))))
        .toList();
  }

  private static Stream<String> callers(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf)
        : Arrays.stream(String.valueOf(value).split(",\\s*"));
  }

  static Set<Call> inCode() {
    List<String> common = sources("common-lib");
    return Environment.MODULES.values().stream()
        .flatMap(
            module ->
                Stream.concat(
                    calls(module, sources(module)).stream(),
                    // It knows its own sessions.
                    module.equals("store-service")
                        ? Stream.empty()
                        : calls(module, common).stream()))
        .collect(Collectors.toSet());
  }

  /** The calls in a service's own name, not those for which it passes a user's token on. */
  static List<Call> calls(String module, List<String> sources) {
    return sources.stream()
        .flatMap(source -> GROUP.matcher(source).results())
        .flatMap(
            group ->
                sources.stream()
                    .filter(source -> source.contains("interface " + group.group(2) + " "))
                    .flatMap(source -> EXCHANGE.matcher(source).results())
                    .filter(exchange -> !scope(exchange).isEmpty())
                    .map(
                        exchange ->
                            new Call(
                                module,
                                scope(exchange),
                                callee(group.group(1)),
                                operation(
                                    exchange.group(2).toUpperCase(Locale.ROOT)
                                        + " "
                                        + exchange.group(3)))))
        .toList();
  }

  private static String callee(String group) {
    return group + "-service";
  }

  private static String scope(MatchResult exchange) {
    String annotations = exchange.group(1);
    String parameters = exchange.group(4);
    if (annotations.contains("@ActingForNoStore")) {
      return annotations.contains("onlyToAskForEndedSessions") ? "directory" : "operator";
    }
    // A token minted beforehand acts for a store, too.
    return TENANT.matcher(parameters).find() || parameters.contains("HttpHeaders.AUTHORIZATION")
        ? "internal"
        : "";
  }

  private static String operation(String methodAndPath) {
    return methodAndPath.replaceAll("\\{[^}]*}", "{}");
  }

  /**
   * What is called but not admitted, admitted but not called, or needs other scopes than the
   * table's.
   */
  static List<String> problems(
      Set<Call> admitted, Set<Call> inCode, Map<String, List<String>> table) {
    Stream<String> refused =
        inCode.stream()
            .filter(call -> !admitted.contains(call))
            .map(call -> call + ", which does not admit it");
    Stream<String> needless =
        admitted.stream()
            .filter(call -> !call.caller().equals(OPERATOR))
            .filter(call -> !inCode.contains(call))
            .map(call -> call + "? It is admitted, but no code does");
    Stream<String> scopes =
        table.entrySet().stream()
            .filter(row -> !new TreeSet<>(row.getValue()).equals(scopesOf(row.getKey(), admitted)))
            .map(
                row ->
                    "%s needs %s, not %s"
                        .formatted(row.getKey(), scopesOf(row.getKey(), admitted), row.getValue()));
    return Stream.of(refused, needless, scopes).flatMap(problems -> problems).sorted().toList();
  }

  private static Set<String> scopesOf(String caller, Set<Call> admitted) {
    return admitted.stream()
        .filter(call -> call.caller().equals(caller))
        .map(Call::scope)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> sources(String module) {
    return Repository.files(module + "/src/main", ".java").stream().map(Repository::read).toList();
  }
}
