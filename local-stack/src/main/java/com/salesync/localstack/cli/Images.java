package com.salesync.localstack.cli;

import com.salesync.localstack.part.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is done is the business of the scripts in {@code deploy}. */
@Command(
    name = "images",
    header = "Build every image, sell a pizza through compose.",
    description =
        "With the Docker Engine that answers; else, as root on Debian, with one of its own for as"
            + " long as it takes.",
    footer = "  ./salesync images --smoke")
final class Images implements Callable<Integer> {

  @Option(names = "--smoke", description = "Said for clarity: the images are tried in any case.")
  @SuppressWarnings("UnusedVariable")
  private boolean smoke;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path scripts = Repository.ofLauncher().root().resolve("deploy");
    return new ProcessBuilder(
            scripts.resolve("with-docker-engine.sh").toString(),
            scripts.resolve("images-smoke.sh").toString())
        .inheritIO()
        .start()
        .waitFor();
  }
}
