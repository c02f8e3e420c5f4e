package com.salesync.localstack.server;

import com.salesync.localstack.process.StackFailure;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.util.List;

/** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody. */
final class RootUser {

  private static final List<String> NAMESPACE = List.of("unshare", "-U");

  private RootUser() {}

  /** What to put before a command that root must not run; nothing for an ordinary user. */
  static List<String> becomesNobodyBy() {
    if (new UnixSystem().getUid() != 0) {
      return List.of();
    }
    if (!works()) {
      throw new StackFailure(
          "PostgreSQL refuses to run as root and this system lets nobody `unshare -U`:"
              + " run ./salesync as an ordinary user.");
    }
    return NAMESPACE;
  }

  private static boolean works() {
    try {
      return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
