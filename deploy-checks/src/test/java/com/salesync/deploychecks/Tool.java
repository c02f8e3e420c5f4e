package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that the checks call. Where it is missing its tests are skipped and say so, unless
 * {@code DEPLOY_CHECKS_REQUIRED=true}, as in CI: then they fail.
 */
record Tool(List<String> command) {

  private static final Path MODULES = Repository.path("deploy-checks/node_modules");
  private static final Path OWN = Repository.path("deploy-checks/.tools");

  record Result(int exit, String out) {}

  /** The first of these programs that is installed. */
  static Tool any(String... names) {
    return Stream.of(names)
        .flatMap(name -> find(name).stream())
        .findFirst()
        .map(found -> new Tool(List.of(found.toString())))
        .orElseGet(() -> missing(String.join(" or ", names)));
  }

  /** One of this module's Node.js scripts, with its packages. */
  static Tool script(String name) {
    Tool node = any("node");
    require(MODULES);
    return node.with(Repository.path("deploy-checks/tools/" + name).toString());
  }

  /** A file or folder that install-tools.sh makes. */
  static void require(Path made) {
    if (!Files.exists(made)) {
      missing(Repository.ROOT.relativize(made).toString());
    }
  }

  Tool with(String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return new Tool(all);
  }

  Result run() {
    return run(Repository.ROOT, Map.of());
  }

  Result run(Path directory, Map<String, String> environment) {
    try {
      Path out = Files.createTempFile("deploy-checks", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end after five minutes: " + command);
      }
      String text = Files.readString(out, StandardCharsets.UTF_8);
      Files.delete(out);
      return new Result(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Path> find(String name) {
    Stream<Path> path = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    return Stream.concat(Stream.of(OWN), path)
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Tool missing(String what) {
    String message = what + " is missing, run deploy-checks/install-tools.sh";
    if (Boolean.parseBoolean(System.getenv("DEPLOY_CHECKS_REQUIRED"))) {
      return fail(message);
    }
    System.err.println("[deploy-checks] SKIPPED: " + message);
    return abort(message);
  }
}
