package com.salesync.localstack.cli;

import com.salesync.localstack.part.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The build's version and, where git knows it, the commit of the clone. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Objects.requireNonNullElse(
            Version.class.getPackage().getImplementationVersion(), "(not packaged)");
    String commit = commit();
    return new String[] {"Salesync " + version + (commit.isEmpty() ? "" : ", commit " + commit)};
  }

  private static String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(Repository.ofLauncher().root().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException noGit) {
      return "";
    }
  }
}
