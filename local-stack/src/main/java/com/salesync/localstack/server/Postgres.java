package com.salesync.localstack.server;

import com.salesync.localstack.process.Folders;
import com.salesync.localstack.process.Launch;
import com.salesync.localstack.process.Readiness;
import com.salesync.localstack.process.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that keeps what it acknowledged: fsync on, passwords over the loopback
 * address only, one data folder. It runs in the foreground so that it is supervised like any other
 * process.
 */
public final class Postgres {

  /** The database all services share, each in a schema of its own. */
  public static final String DATABASE = "salesync";

  public static final String SUPERUSER = "postgres";

  private static final Duration NOTED_EVERY = Duration.ofSeconds(10);

  private final Path data;
  private final int port;
  private final String password;
  private final List<DatabaseRole> roles;
  private final int connections;
  private final LastPositions positions;
  private final Path home;
  private volatile boolean prepared;
  private volatile Instant lastWritten = Instant.EPOCH;
  private volatile Instant lastNoted = Instant.EPOCH;

  /**
   * @param folder holds the data and the unpacked programs
   * @param password the superuser's, given to the server when its data are created
   * @param connections at most open at once
   */
  public Postgres(
      Path folder,
      int port,
      String password,
      List<DatabaseRole> roles,
      int connections,
      LastPositions positions) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.data = folder.resolve("data");
    this.port = port;
    this.password = password;
    this.roles = List.copyOf(roles);
    this.connections = connections;
    this.positions = positions;
    this.home = PostgresBinaries.unpackInto(folder);
  }

  public DatabaseAccess superuser() {
    return superuser(port, password);
  }

  /** Access to a server that another launcher started. */
  public static DatabaseAccess superuser(int port, String password) {
    return access(port, SUPERUSER, password, DATABASE);
  }

  public DatabaseAccess access(DatabaseRole role) {
    return access(port, role.name(), role.password(), DATABASE);
  }

  /**
   * Creates the data at the first start and ends a server that a killed launcher left running.
   *
   * @param environment added to what the launcher itself inherited
   */
  public Launch launch(Map<String, String> environment) {
    prepared = false;
    lastNoted = Instant.EPOCH;
    PostgresLock.endServerOf(data);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise();
    }
    lastWritten = ControlFile.read(data).map(ControlFile::written).orElse(Instant.EPOCH);
    List<String> command = program("postgres", "-D", data.toString(), "-p", Integer.toString(port));
    settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    // A smart shutdown (TERM) would wait for a forgotten psql; INT ends sessions and checkpoints.
    return new Launch(command, environment, "INT");
  }

  /**
   * Ready once this very server accepts connections and every service has its role, password and
   * schema.
   *
   * @throws StackFailure when the data are not of these passwords, of an older Salesync, or were
   *     put back to an earlier state
   */
  public Readiness.Answer ask(@Nullable ProcessHandle server) {
    Readiness.Answer answer = Readiness.postgres(port).ask(server);
    if (answer != Readiness.Answer.READY) {
      return answer;
    }
    if (server != null && !PostgresLock.isServedBy(data, server.pid())) {
      return Readiness.Answer.UNREADY;
    }
    prepared = prepared || prepare();
    if (prepared && lastNoted.plus(NOTED_EVERY).isBefore(Instant.now())) {
      notePosition();
    }
    return prepared ? Readiness.Answer.READY : Readiness.Answer.UNREADY;
  }

  private boolean prepare() {
    try (Connection connection = access(port, SUPERUSER, password, "postgres").connect()) {
      positions.compare(LogPosition.found(connection, lastWritten));
      DatabaseRole.createDatabase(connection, DATABASE);
    } catch (SQLException e) {
      if ("28P01".equals(e.getSQLState())) {
        throw new StackFailure(
            "PostgreSQL refuses the password in secrets.properties: the data in %s were made with another one. Put the old file back, or start afresh in another folder with --data."
                .formatted(data));
      }
      return false;
    }
    try (Connection connection = superuser().connect()) {
      for (DatabaseRole role : roles) {
        role.ensure(connection);
      }
      return true;
    } catch (SQLException e) {
      throw new StackFailure("Cannot prepare the database: " + e.getMessage(), e);
    }
  }

  private void notePosition() {
    lastNoted = Instant.now();
    DatabaseAccess impatient =
        new DatabaseAccess(
            superuser().url() + "?connectTimeout=1&socketTimeout=3", SUPERUSER, password);
    try (Connection connection = impatient.connect()) {
      positions.note(LogPosition.marked(connection));
    } catch (SQLException notNow) {
      // The next look may do better.
    }
  }

  /** Remembers where the data end, once the server has been stopped cleanly. */
  public void noteEnd() {
    ControlFile.read(data)
        .filter(end -> prepared && end.stoppedCleanly())
        .ifPresent(
            end ->
                positions.note(
                    new LogPosition(
                        Long.toString(end.database()), end.checkpoint(), end.written())));
  }

  /** Does what only the owner of a schema may; before and after, the owner cannot log in. */
  public void asOwner(DatabaseRole role, Consumer<DatabaseAccess> work) {
    String once = UUID.randomUUID().toString();
    try (Connection connection = superuser().connect()) {
      role.openOwner(connection, once);
      try {
        work.accept(access(port, role.owner(), once, DATABASE));
      } finally {
        role.closeOwner(connection);
      }
    } catch (SQLException e) {
      throw new StackFailure("Cannot act as " + role.owner() + ": " + e.getMessage(), e);
    }
  }

  private static DatabaseAccess access(int port, String user, String secret, String database) {
    return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, secret);
  }

  private Map<String, String> settings() {
    return Map.of(
        "fsync", "on",
        "synchronous_commit", "on",
        "full_page_writes", "on",
        "listen_addresses", "127.0.0.1",
        "unix_socket_directories", "",
        "max_connections", Integer.toString(connections),
        "shared_buffers", "64MB",
        "timezone", "UTC",
        "log_timezone", "UTC");
  }

  private void initialise() {
    Path unfinished = data.resolveSibling("data.unfinished");
    Path passwordFile = data.resolveSibling("password");
    try {
      Folders.delete(unfinished);
      Files.writeString(passwordFile, password);
      Process initdb =
          new ProcessBuilder(
                  program(
                      "initdb",
                      "--pgdata=" + unfinished,
                      "--username=" + SUPERUSER,
                      "--auth=scram-sha-256",
                      "--pwfile=" + passwordFile,
                      "--encoding=UTF8",
                      "--locale-provider=builtin",
                      "--builtin-locale=C.UTF-8",
                      "--locale=C"))
              .redirectErrorStream(true)
              .start();
      String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (initdb.waitFor() != 0) {
        throw new StackFailure(
            "PostgreSQL cannot create its data: "
                + output.strip().lines().reduce((first, second) -> second).orElse(""));
      }
      Files.move(unfinished, data);
    } catch (IOException e) {
      throw new StackFailure("PostgreSQL cannot create its data: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while PostgreSQL created its data.", e);
    } finally {
      passwordFile.toFile().delete();
    }
  }

  private List<String> program(String name, String... arguments) {
    List<String> command = new ArrayList<>(RootUser.becomesNobodyBy());
    command.add(home.resolve("bin").resolve(name).toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
