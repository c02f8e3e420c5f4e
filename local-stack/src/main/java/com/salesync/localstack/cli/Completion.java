package com.salesync.localstack.cli;

import java.io.PrintStream;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One script serves both shells: zsh loads bash's completion. */
@Command(
    name = "completion",
    header = "Print what completes these commands in your shell.",
    description = "Commands, options and the services' names.",
    footer = {"  source <(./salesync completion bash)", "  source <(./salesync completion zsh)"})
final class Completion implements Runnable {

  /** Shells that can complete. */
  enum Shell {
    bash,
    zsh
  }

  private final PrintStream out;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SHELL",
      defaultValue = "bash",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Shell shell = Shell.bash;

  Completion(PrintStream out) {
    this.out = out;
  }

  @Override
  public void run() {
    out.println("# source <(./salesync completion " + shell + ")");
    out.println(AutoComplete.bash("salesync", spec.root().commandLine()));
  }
}
