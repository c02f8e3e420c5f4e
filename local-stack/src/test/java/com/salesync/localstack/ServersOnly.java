package com.salesync.localstack;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A launcher of its own that a test can end or kill. */
final class ServersOnly {

  private ServersOnly() {}

  public static void main(String[] arguments) throws InterruptedException {
    LocalStack.start(TestServers.serversIn(Path.of(arguments[0])));
    new CountDownLatch(1).await();
  }
}
