package com.salesync.e2e.torture.fault;

import com.salesync.localstack.RunningPart;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.server.DatabaseAccess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What befalls the disk under PostgreSQL's data. */
final class DiskFaults {

  /** A larger one is not torture's own. */
  private static final long MOST_BYTES = 4L << 30;

  private static final int CHUNK = 1 << 20;

  private DiskFaults() {}

  /** No byte is left, not even for what PostgreSQL must write before it may say that it has. */
  static Fault full() {
    return (site, pick) -> {
      Path ballast = folder(site.stack().superuser()).resolveSibling("ballast");
      RunningPart server = site.stack().replicas(Part.POSTGRES).getFirst();
      int before = server.restarts();
      fill(ballast);
      return new Strike() {
        @Override
        public void end() {
          delete(ballast);
        }

        @Override
        public String effect() {
          return "no byte was left, PostgreSQL was started %d times"
              .formatted(server.restarts() - before);
        }
      };
    };
  }

  private static Path folder(DatabaseAccess access) {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show data_directory")) {
      rows.next();
      return Path.of(rows.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(Path ballast) {
    try {
      if (Files.getFileStore(ballast.getParent()).getTotalSpace() > MOST_BYTES) {
        throw new Impossible("only root can have a small disk for it");
      }
      try (OutputStream out = Files.newOutputStream(ballast)) {
        fill(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In ever smaller pieces, to the last byte. */
  private static void fill(OutputStream out) {
    int size = CHUNK;
    while (size > 0) {
      try {
        out.write(new byte[size]);
      } catch (IOException full) {
        size /= 2;
      }
    }
  }

  private static void delete(Path ballast) {
    try {
      Files.deleteIfExists(ballast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
