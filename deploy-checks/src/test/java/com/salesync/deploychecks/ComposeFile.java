package com.salesync.deploychecks;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with a docker-compose file, as far as no engine is needed to see it. */
record ComposeFile(Manifest content) {

  private static final Set<String> KEYS =
      Set.of(
          "build",
          "cap_drop",
          "command",
          "cpus",
          "depends_on",
          "environment",
          "healthcheck",
          "image",
          "logging",
          "mem_limit",
          "ports",
          "profiles",
          "pull_policy",
          "read_only",
          "restart",
          "security_opt",
          "stop_grace_period",
          "tmpfs",
          "user",
          "volumes");

  private static final Pattern ADDRESS = Pattern.compile("https?://([a-z-]+):(\\d+)");

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (String name : content.part("services").fields().keySet()) {
      service(name, content.part("services", name), problems);
    }
    return problems;
  }

  private void service(String name, Manifest service, List<String> problems) {
    service.fields().keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> problems.add(name + ": unknown key " + key));
    if (!service
        .text("image")
        .matches(".+:(?!latest)(\\$\\{SALESYNC_TAG:-dev}|[\\w.-]*\\d[\\w.-]*)")) {
      problems.add(name + ": image " + service.text("image") + " has no pinned tag");
    }
    service
        .part("depends_on")
        .fields()
        .keySet()
        .forEach(other -> dependency(name, service, other, problems));
    volumes(service).forEach(problem -> problems.add(name + ": " + problem));
    service.labels("environment").forEach((key, value) -> variable(name, key, value, problems));
    if (name.startsWith("service-")) {
      own(name, service, problems);
    }
    migration(name, service, problems);
    service.texts("ports").stream()
        .filter(port -> !port.startsWith("127.0.0.1:"))
        .forEach(port -> problems.add(name + ": port " + port + " is open to the network"));
  }

  private void dependency(String name, Manifest service, String other, List<String> problems) {
    if (content.part("services", other).fields().isEmpty()) {
      problems.add(name + ": depends on " + other + ", which does not exist");
    } else if (other.startsWith("migrate-")) {
      if (!"service_completed_successfully".equals(service.text("depends_on", other, "condition"))
          || !name.equals(other.replace("migrate-", "service-"))) {
        problems.add(name + ": does not wait until " + other + " has ended well");
      }
    } else if (!"service_healthy".equals(service.text("depends_on", other, "condition"))
        || content.part("services", other, "healthcheck").fields().isEmpty()) {
      problems.add(name + ": does not wait until " + other + " is healthy");
    }
  }

  private Stream<String> volumes(Manifest service) {
    return service.texts("volumes").stream()
        .map(volume -> volume.replaceAll("\\$\\{\\w+:-([^}]*)}", "$1").split(":")[0])
        .flatMap(
            source -> {
              boolean found =
                  source.startsWith("./")
                      ? Files.exists(Repository.path(source.substring(2))) || isWritten(source)
                      : source.startsWith("/")
                          || content.part("volumes").fields().containsKey(source);
              return found ? Stream.empty() : Stream.of("no volume " + source);
            });
  }

  /** By the script that has to run first. */
  private static boolean isWritten(String source) {
    return Repository.read("deploy/compose-env.sh").contains(source.substring(2) + "/");
  }

  private void variable(String name, String key, String value, List<String> problems) {
    boolean secret =
        key.matches(".*(PASSWORD|SECRET|_KEY)$")
            && !key.startsWith("AWS_")
            && !key.equals("OPENAI_API_KEY");
    if (secret && !value.matches("\\$\\{[A-Z_]+:\\?[^}]+}")) {
      problems.add(name + ": " + key + " must come from .env and have no default");
    }
    Matcher address = ADDRESS.matcher(value);
    if (key.endsWith("_BASE_URL") && !address.find()) {
      problems.add(name + ": " + key + " is no address");
    } else if (key.endsWith("_BASE_URL")
        && (content.part("services", address.group(1)).fields().isEmpty()
            || !address.group(2).equals("8080"))) {
      problems.add(name + ": " + key + " leads to " + address.group());
    }
  }

  /** Of the owner's credentials only the one-shot knows, and the server that they are set in. */
  private void migration(String name, Manifest service, List<String> problems) {
    String owned = name.replaceFirst("^[a-z]+-", "");
    boolean migrates = name.startsWith("migrate-");
    if (name.startsWith("service-")
        && Environment.withSchema().contains(owned)
        && service.part("depends_on", "migrate-" + owned).fields().isEmpty()) {
      problems.add(name + ": nothing migrates its schema before it");
    }
    if (!migrates && !name.equals("postgres")) {
      service.labels("environment").entrySet().stream()
          .filter(variable -> (variable.getKey() + variable.getValue()).contains("OWNER"))
          .forEach(variable -> problems.add(name + ": is given " + variable.getKey()));
    }
    if (!migrates) {
      return;
    }
    Manifest served = content.part("services", "service-" + owned);
    if (!service.text("image").equals(served.text("image"))
        || !service.texts("command").equals(List.of("migrate"))
        || !service.text("restart").equals("no")) {
      problems.add(name + ": does not run the service's own image once with 'migrate'");
    }
    String owner = Migrations.owner(owned);
    String password = owner.toUpperCase(Locale.ROOT).replace("_OWNER", "_DATABASE_OWNER_PASSWORD");
    if (!service.text("environment", "DATABASE_OWNER_USERNAME").equals(owner)
        || !service.text("environment", "DATABASE_OWNER_PASSWORD").startsWith("${" + password)
        || !service.text("environment", "DATABASE_PASSWORD").isEmpty()) {
      problems.add(name + ": is not given what " + owner + " logs in with, and that alone");
    }
    confined(name, service, problems);
  }

  private static void confined(String name, Manifest service, List<String> problems) {
    if (!Boolean.TRUE.equals(service.get("read_only"))
        || !service.texts("cap_drop").equals(List.of("ALL"))) {
      problems.add(name + ": is not confined");
    }
  }

  private static void own(String name, Manifest service, List<String> problems) {
    String module = Environment.MODULES.get(name.substring("service-".length()));
    if (module == null || !module.equals(service.text("build", "args", "SERVICE"))) {
      problems.add(name + ": builds " + service.text("build", "args", "SERVICE"));
    }
    if (!service.text("healthcheck", "test").contains("/dev/tcp/127.0.0.1/8081")
        || !service.text("healthcheck", "test").contains("GET /actuator/health/readiness ")) {
      problems.add(name + ": its health check does not ask for readiness on 8081");
    }
    confined(name, service, problems);
    if (!service.text("environment", "SNS_ENDPOINT").isEmpty()
        && !service.text("environment", "SMS_ALLOWED_NUMBERS").endsWith(":-*}")) {
      problems.add(name + ": no text ever reaches the stub");
    }
    Set<String> missing = Environment.needed(name.substring("service-".length()));
    missing.removeAll(service.part("environment").fields().keySet());
    missing.forEach(variable -> problems.add(name + ": " + variable + " has no value"));
  }
}
