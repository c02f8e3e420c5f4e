package com.salesync.localstack;

import com.salesync.localstack.part.CallerKeys;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Secrets;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.process.StackFile;
import com.salesync.localstack.server.DatabaseAccess;
import com.salesync.localstack.server.Postgres;
import io.jsonwebtoken.security.EcPrivateJwk;
import java.nio.file.Path;
import java.util.Optional;

/** A stack that another launcher started, as seen through its data folder. */
public final class RunningStack {

  private final StackFile.Content content;
  private final Secrets secrets;
  private final CallerKeys keys;

  private RunningStack(StackFile.Content content, Path data) {
    this.content = content;
    this.secrets = new Secrets(data);
    this.keys = new CallerKeys(data, secrets);
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
            () ->
                new StackFailure(
                    "Nothing runs yet: start it with %s."
                        .formatted(new Options().withData(data).command("up --detach")))),
        data);
  }

  /** The gateway's address. */
  public String url() {
    return content.url();
  }

  /** True when this service belongs to it, healthy or not at the moment. */
  public boolean has(String service) {
    return content.entries().stream().anyMatch(entry -> entry.name().equals(service));
  }

  /** With which an operator's tokens are signed. */
  public EcPrivateJwk operatorKey() {
    return keys.key(CallerKeys.OPERATOR);
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
