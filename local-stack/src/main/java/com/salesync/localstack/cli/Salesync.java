package com.salesync.localstack.cli;

import com.salesync.localstack.RunningStack;
import com.salesync.localstack.demo.Demo;
import com.salesync.localstack.process.StackFailure;
import java.io.PrintStream;
import java.util.List;

/** Reads the command line, runs one command, and turns what went wrong into one line. */
public final class Cli {

  private final PrintStream out;
  private final PrintStream err;

  public Cli(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** What {@code ./salesync} runs. */
  public static void main(String[] words) {
    System.exit(new Cli(System.out, System.err).run(List.of(words)));
  }

  /** The exit code: 0 done, 1 failed, 2 not understood. */
  public int run(List<String> words) {
    try {
      Arguments arguments = Arguments.parse(words);
      switch (arguments.command()) {
        case "up" -> {
          return new Up(arguments, out).run() ? 0 : 1;
        }
        case "down" -> new Down(arguments, out).run();
        case "status" -> new Status(arguments, out).run();
        case "logs" -> new Logs(arguments).run();
        case "demo" -> new Demo(RunningStack.in(arguments.data()), out).run();
        case "operator-token" -> {
          String key = RunningStack.in(arguments.data()).internalKey();
          out.println(new OperatorToken(key).mint());
        }
        case "help" -> out.print(Help.TEXT);
        default -> throw new UsageFailure("There is no command " + arguments.command() + ".");
      }
      return 0;
    } catch (UsageFailure e) {
      err.println("salesync: " + e.getMessage() + " See ./salesync help.");
      return 2;
    } catch (StackFailure e) {
      err.println("salesync: " + e.getMessage());
      return 1;
    }
  }
}
