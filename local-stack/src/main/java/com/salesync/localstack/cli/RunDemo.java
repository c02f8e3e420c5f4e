package com.salesync.localstack.cli;

import com.salesync.benchmarks.demo.Demo;
import com.salesync.benchmarks.demo.History;
import com.salesync.localstack.RunningStack;
import java.io.PrintStream;
import java.net.URI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The demo shop of a running stack. */
@Command(
    name = "demo",
    header = "Fill a demo shop with 90 days of orders.",
    description =
        "Prints its login and a token, then a report of 30 days, advice on them and today's"
            + " settlement text. Run again on the same day it sells and texts nothing more.",
    footer = "  ./salesync demo")
final class RunDemo implements Runnable {

  private final PrintStream out;

  @Mixin private DataOption data = new DataOption();

  RunDemo(PrintStream out) {
    this.out = out;
  }

  @Override
  public void run() {
    RunningStack stack = RunningStack.in(data.folder());
    History history = new History(() -> stack.superuser().connect());
    new Demo(URI.create(stack.url()), stack.demoPassword(), history, stack::has, out).run();
  }
}
