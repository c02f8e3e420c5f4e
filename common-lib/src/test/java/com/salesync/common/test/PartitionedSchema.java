package com.salesync.common.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A service's schema as a distributed PostgreSQL would have it: every table with a {@code store_id}
 * in four partitions by its hash. PostgreSQL refuses here what Citus refuses, and plans show which
 * statements do not name their store.
 */
final class PartitionedSchema {

  static final int PARTITIONS = 4;

  private static final Pattern TABLE = Pattern.compile("(?ms)^create table (\\w+) \\($(.*?)^\\);$");

  /**
   * A table with a key of one column is found by that, in whichever store; {@link SchemaProbe}
   * refuses it unless it is exempted by name.
   */
  private static final String DIRECTORY = " primary key,";

  private PartitionedSchema() {}

  /**
   * Writes the migrations anew, with tables that are partitioned.
   *
   * @param locations as {@code salesync.database.migrations} has them
   * @return where they are now, under the same names
   */
  static String migrations(List<String> locations) {
    try {
      Path folder = Files.createTempDirectory("partitioned");
      folder.toFile().deleteOnExit();
      for (String location : locations) {
        Path copies = Files.createDirectories(copy(folder, location));
        copies.toFile().deleteOnExit();
        for (Resource file :
            new PathMatchingResourcePatternResolver().getResources(location + "/*.sql")) {
          Path copy = copies.resolve(Objects.requireNonNull(file.getFilename()));
          Files.writeString(copy, partitioned(file.getContentAsString(StandardCharsets.UTF_8)));
          copy.toFile().deleteOnExit();
        }
      }
      return locations.stream()
          .map(location -> "filesystem:" + copy(folder, location))
          .collect(Collectors.joining(","));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path copy(Path folder, String location) {
    return folder.resolve(location.replace("classpath:", ""));
  }

  static String partitioned(String migration) {
    return TABLE
        .matcher(migration)
        .replaceAll(
            table ->
                Matcher.quoteReplacement(
                    table.group(2).contains("store_id bigint")
                            && !table.group(2).contains(DIRECTORY)
                        ? partitioned(table.group(1), table.group(2))
                        : table.group()));
  }

  private static String partitioned(String name, String columns) {
    StringBuilder sql = new StringBuilder("create table ");
    sql.append(name).append(" (").append(columns).append(") partition by hash (store_id);\n");
    for (int part = 0; part < PARTITIONS; part++) {
      sql.append(
          "create table %s_p%d partition of %s for values with (modulus %d, remainder %d);%n"
              .formatted(name, part, name, PARTITIONS, part));
    }
    return sql.toString();
  }

  /** A violated index is reported by the partition's name for it: the parent's and a number. */
  static void nameIndexesAfterTheirParents(Connection admin, String schema) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute(
          """
          do $$
          declare part record;
          begin
            for part in
              select c.oid::regclass as name,
                     p.relname || '_' || substring(t.relname from '_p(\\d+)$') as wanted
              from pg_class p join pg_inherits i on i.inhparent = p.oid
                join pg_class c on c.oid = i.inhrelid
                join pg_index x on x.indexrelid = c.oid join pg_class t on t.oid = x.indrelid
              where p.relnamespace = '%s'::regnamespace and p.relkind = 'I'
                and t.relname ~ '_p\\d+$' and c.relname !~ '_\\d+$'
            loop
              execute format('alter index %%s rename to %%I', part.name, part.wanted);
            end loop;
          end $$
          """
              .formatted(schema));
    }
  }
}
