package com.salesync.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.localstack.part.Part;
import com.salesync.localstack.server.DatabaseAccess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** The two servers without services, and what is asked of the database. */
final class TestServers {

  private TestServers() {}

  static Options serversIn(Path folder) {
    return new Options()
        .withData(folder)
        .withRandomPorts()
        .withParts(Set.of(Part.POSTGRES, Part.KAFKA));
  }

  static void execute(DatabaseAccess database, String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  static String query(DatabaseAccess database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
