package com.salesync.localstack.cli;

import com.salesync.benchmarks.Bench;
import com.salesync.benchmarks.client.UnexpectedAnswer;
import com.salesync.localstack.part.Repository;
import com.salesync.localstack.process.StackFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and one line for what went wrong. */
@Command(
    name = "./salesync",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Salesync.Version.class,
    header = "Salesync on this machine: PostgreSQL, Kafka and all services, without Docker.",
    description = "To begin afresh: ./salesync down, then remove .salesync/.",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed, and said why", "2:the command line was not understood"},
    footerHeading = "%nExamples:%n",
    footer = {"  ./salesync up --detach", "  ./salesync help up"})
public final class Salesync implements Runnable {

  private static final int WIDTH = 100;

  private final PrintStream out;
  private final PrintStream err;

  public Salesync(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** What the script {@code ./salesync} runs. */
  public static void main(String[] words) {
    System.exit(new Salesync(System.out, System.err).run(List.of(words)));
  }

  /** The exit code: 0 done, 1 failed, 2 not understood. */
  public int run(List<String> words) {
    return commandLine().execute(words.toArray(String[]::new));
  }

  /** Without a command. */
  @Override
  public void run() {
    commandLine().usage(out);
  }

  CommandLine commandLine() {
    CommandLine help = new CommandLine(new HelpCommand());
    help.getCommandSpec()
        .usageMessage()
        .header("Tell what a command does.")
        .footer("  ./salesync help up");
    return new CommandLine(this)
        .addSubcommand(new Up(out))
        .addSubcommand(new RunDemo(out))
        .addSubcommand(new Status(out))
        .addSubcommand(new Logs())
        .addSubcommand(new OperatorToken(out))
        .addSubcommand(new Bench(out, err))
        .addSubcommand(new Images())
        .addSubcommand(new Down(out))
        .addSubcommand(new Completion(out))
        .addSubcommand("torture", torture())
        .addSubcommand(help)
        .setUsageHelpWidth(WIDTH)
        .setOut(new PrintWriter(out, true, out.charset()))
        .setParameterExceptionHandler((e, words) -> explain(e))
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e));
  }

  /** The script starts it by itself, from the module end-to-end. */
  private static CommandSpec torture() {
    CommandSpec command = CommandSpec.create().mixinStandardHelpOptions(true);
    command
        .usageMessage()
        .header("Let faults befall a stack under load, and prove that its records still agree.")
        .description("Its options are told by ./salesync torture --help.")
        .footerHeading("%nExamples:%n")
        .footer("  ./salesync torture --seed 7 --minutes 3");
    return command;
  }

  private int explain(Exception e) throws Exception {
    if (e instanceof StackFailure || e instanceof UnexpectedAnswer) {
      err.println("salesync: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }

  private int explain(ParameterException e) {
    CommandLine command = e.getCommandLine();
    boolean isRoot = command.getParent() == null;
    String message = Objects.requireNonNullElse(e.getMessage(), e.toString());
    List<String> similar = List.of();
    if (e instanceof UnmatchedArgumentException unmatched) {
      similar = unmatched.getSuggestions();
      if (isRoot && !unmatched.isUnknownOption()) {
        message = "There is no command " + unmatched.getUnmatched().getFirst();
      }
    }
    err.printf(
        "salesync: %s%s%s See ./salesync help%s.%n",
        message,
        message.endsWith(".") ? "" : ".",
        similar.isEmpty() ? "" : " Did you mean " + String.join(" or ", similar) + "?",
        isRoot ? "" : " " + command.getCommandName());
    return CommandLine.ExitCode.USAGE;
  }

  /** The build's version and, where git knows it, the commit of the clone. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version =
          Objects.requireNonNullElse(
              Salesync.class.getPackage().getImplementationVersion(), "(not packaged)");
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
}
