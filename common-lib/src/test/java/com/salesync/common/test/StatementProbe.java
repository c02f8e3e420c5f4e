package com.salesync.common.test;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fails a test class if a statement of a role that serves has read or written more than one
 * partition of a {@linkplain PartitionedSchema table partitioned by store}: it does not name its
 * store, and would be sent to every machine. Statements that are meant to go over all stores
 * contain a line of {@code statements-over-all-stores.txt}.
 */
public final class StatementProbe implements AfterAllCallback {

  /** What makes PostgreSQL write down each statement with the plan that was run. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "auto_explain.log_min_duration", "0",
          "auto_explain.log_analyze", "on",
          "auto_explain.log_timing", "off",
          "auto_explain.log_format", "json",
          "auto_explain.log_level", "log");

  static final String NAMED = "/statements-over-all-stores.txt";

  /** common-lib's own, beside this class. */
  private static final String NAMED_FOR_ALL = "statements-over-all-stores.txt";

  private static final Pattern PARTITION = Pattern.compile("(\\w+)_p\\d+");

  private static final JsonMapper JSON = JsonMapper.shared();

  private static long read;

  @Override
  public void afterAll(ExtensionContext context) {
    if (StatementProbe.class.getResource(NAMED) == null) {
      // No tables are partitioned here, as in the gateway, which has no database.
      return;
    }
    List<String> named = new ArrayList<>(named(NAMED_FOR_ALL));
    named.addAll(named(NAMED));
    Set<String> wrong = violations(named);
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "These statements do not name the store of every table, or are missing in %s:%n%s"
              .formatted(NAMED, String.join(System.lineSeparator(), wrong)));
    }
  }

  /** What has been found in the statements since the last call, in this JVM. */
  static synchronized Set<String> violations(List<String> named) {
    Set<String> wrong = new LinkedHashSet<>();
    for (String line : newLines()) {
      JsonNode entry = JSON.readTree(line);
      String message = entry.path("message").asString("");
      int plan = message.indexOf("plan:");
      if (plan < 0) {
        continue;
      }
      JsonNode explained = JSON.readTree(message.substring(plan + 5));
      String statement = explained.path("Query Text").asString().replaceAll("\\s+", " ").strip();
      Map<String, Set<String>> partitions = new TreeMap<>();
      collect(explained.path("Plan"), partitions);
      partitions.forEach(
          (table, used) -> {
            if (used.size() > 1 && named.stream().noneMatch(statement::contains)) {
              wrong.add("%s in %s: %s".formatted(table, used, statement));
            }
          });
    }
    return wrong;
  }

  private static void collect(JsonNode node, Map<String, Set<String>> partitions) {
    if (node.path("Actual Loops").asInt(1) > 0) {
      Matcher relation = PARTITION.matcher(node.path("Relation Name").asString(""));
      if (relation.matches()) {
        partitions
            .computeIfAbsent(relation.group(1), table -> new TreeSet<>())
            .add(relation.group());
      }
    }
    node.path("Plans").forEach(child -> collect(child, partitions));
  }

  private static List<String> newLines() {
    String end = "probe-" + UUID.randomUUID();
    try (Connection admin = PostgresServer.get().adminConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("do $$ begin raise log '" + end + "'; end $$");
      StringBuilder text = new StringBuilder();
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(20))
          .until(
              () -> {
                text.append(more(admin));
                return text.indexOf(end) >= 0;
              });
      List<String> lines = new ArrayList<>();
      text.toString().lines().filter(line -> line.startsWith("{")).forEach(lines::add);
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whole lines only: the next call begins with what is not yet ended. */
  private static String more(Connection admin) throws SQLException {
    try (PreparedStatement query =
        admin.prepareStatement("select pg_read_binary_file('log/statements.json', ?, 8000000)")) {
      query.setLong(1, read);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        byte[] bytes = rows.getBytes(1);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
          end--;
        }
        read += end;
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
      }
    }
  }

  private static List<String> named(String file) {
    try (InputStream list = StatementProbe.class.getResourceAsStream(file)) {
      return list == null
          ? List.of()
          : new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.replaceAll("\\s+", " ").strip())
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
