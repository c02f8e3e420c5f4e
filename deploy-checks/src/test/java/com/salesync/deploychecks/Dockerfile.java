package com.salesync.deploychecks;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with a Dockerfile of a service, beyond what a linter sees. */
record Dockerfile(String text) {

  private static final Pattern COPIED = Pattern.compile("COPY (?!--from)(?:--\\S+ )*(\\S+) .*");

  List<String> problems() {
    return Stream.of(user(), entryPoint(), runtime(), secrets(), pulls(), missing())
        .flatMap(problems -> problems)
        .toList();
  }

  private Stream<String> user() {
    return lines().anyMatch(line -> line.matches("USER [1-9]\\d*:[1-9]\\d*"))
        ? Stream.empty()
        : Stream.of("runs as root");
  }

  private Stream<String> entryPoint() {
    String entry = text.lines().toList().getLast();
    if (!entry.startsWith("ENTRYPOINT [\"java\"")) {
      return Stream.of("the entry point needs a shell");
    }
    boolean own =
        lines().anyMatch(line -> line.contains("_JAVA_OPTIONS"))
            || Arrays.stream(entry.split("\""))
                .anyMatch(part -> part.matches("-[XD].*") && !part.startsWith("-XX:AOTCache="));
    return own
        ? Stream.of("starts with options that the training run did not have")
        : Stream.empty();
  }

  private Stream<String> runtime() {
    return lines()
        .filter(line -> line.startsWith("ARG RUNTIME="))
        .filter(line -> !line.matches("ARG RUNTIME=eclipse-temurin:25([\\w.-]*)-jre[\\w.-]*"))
        .map(line -> line + " is not a JRE 25");
  }

  private Stream<String> secrets() {
    return lines()
        .filter(line -> line.matches("(ENV|ARG) .*(PASSWORD|SECRET|KEY).*"))
        .map(line -> line + " bakes a secret in");
  }

  private Stream<String> pulls() {
    return lines().filter(line -> line.startsWith("# syntax=")).map(line -> line + " pulls");
  }

  /** What is copied into an image must exist and be let through, or be what the build makes. */
  private Stream<String> missing() {
    List<String> let =
        Repository.read(".dockerignore")
            .lines()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1).replace("*", "[^/]*"))
            .toList();
    return lines()
        .map(COPIED::matcher)
        .filter(line -> line.matches())
        .map(line -> line.group(1))
        .filter(
            source ->
                let.stream().noneMatch(source::matches)
                    || !(source.contains("${SERVICE}/target/")
                        || Files.exists(Repository.path(source))))
        .map(source -> source + " is not in the build context");
  }

  private Stream<String> lines() {
    return text.lines();
  }
}
