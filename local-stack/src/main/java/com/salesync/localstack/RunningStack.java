package com.salesync.localstack;

import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Secrets;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.process.StackFile;
import com.salesync.localstack.server.DatabaseAccess;
import com.salesync.localstack.server.Postgres;
import java.nio.file.Path;
import java.util.Optional;

/** A stack that another launcher started, as seen through its data folder. */
public final class RunningStack {

  private final StackFile.Content content;
  private final Secrets secrets;

  private RunningStack(StackFile.Content content, Secrets secrets) {
    this.content = content;
    this.secrets = secrets;
  }

  /**
   * Looks into a data folder.
   *
   * @throws StackFailure when no healthy stack runs there
   */
  public static RunningStack in(Path data) {
    Optional<StackFile.Content> content =
        new StackFile(data)
            .read()
            .filter(StackFile.Content::ready)
            .filter(found -> found.launcher().alive().isPresent());
    return new RunningStack(
        content.orElseThrow(
            () -> new StackFailure("Nothing runs yet: start it with ./salesync up --detach.")),
        new Secrets(data));
  }

  /** The gateway's address. */
  public String url() {
    return content.url();
  }

  /** True when this service belongs to it, healthy or not at the moment. */
  public boolean has(String service) {
    return content.entries().stream().anyMatch(entry -> entry.name().equals(service));
  }

  public String internalKey() {
    return secrets.internalKey();
  }

  /** Invented for this stack like every other password. */
  public String demoPassword() {
    return secrets.demoPassword();
  }

  public DatabaseAccess superuser() {
    int port =
        content.entries().stream()
            .filter(entry -> entry.name().equals(Part.POSTGRES.label()))
            .mapToInt(StackFile.Entry::port)
            .findFirst()
            .orElseThrow();
    return Postgres.superuser(port, secrets.databasePassword(Postgres.SUPERUSER));
  }
}
