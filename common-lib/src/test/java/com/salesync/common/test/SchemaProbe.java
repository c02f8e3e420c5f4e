package com.salesync.common.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds a schema, as its migrations make it, against the rules that let its rows be spread over
 * machines by store, and the role that serves against what it may not do.
 */
public final class SchemaProbe {

  /** Tables of Flyway, the scheduler and the monitor: no tenant's. */
  private static final Set<String> OF_NO_STORE =
      Set.of("flyway_schema_history", "scheduled_tasks", "invariant_looks");

  /** A table that is no partition: {@code t}, its name {@code t.relname}. */
  private static final String TABLES =
      """
      from pg_class t
      where t.relnamespace = cast(:schema as regnamespace)
        and t.relkind in ('r', 'p') and not t.relispartition and t.relname not in (:exempt)
      """;

  private static final List<String> RULES =
      List.of(
          """
          select t.relname || ' needs a column "store_id bigint not null" without a default'
          """
              + TABLES
              + """
                and not exists (
                  select from pg_attribute a
                  where a.attrelid = t.oid and a.attname = 'store_id' and a.attnotnull
                    and a.atttypid = 'bigint'::regtype and a.attidentity = '' and not a.atthasdef)
              """,
          "select t.relname || ' has no primary key'"
              + TABLES
              + " and not exists (select from pg_index x where x.indrelid = t.oid and"
              + " x.indisprimary)",
          """
          select x.indexrelid::regclass || ' is unique and does not begin with store_id'
          from pg_index x join pg_class t on t.oid = x.indrelid
          left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
          where x.indisunique and a.attname is distinct from 'store_id' and t.oid in (select t.oid
          """
              + TABLES
              + ")",
          """
          select c.conname || ' of ' || c.conrelid::regclass
            || ' does not pair store_id with store_id, or sets null, sets a default or cascades an update'
          from pg_constraint c
          where c.contype = 'f' and c.conparentid = 0 and c.conrelid in (select t.oid
          """
              + TABLES
              + """
              ) and (c.confdeltype in ('n', 'd') or c.confupdtype in ('c', 'n', 'd') or not exists (
                select from unnest(c.conkey, c.confkey) as pair (here, there)
                  join pg_attribute h on h.attrelid = c.conrelid and h.attnum = pair.here
                  join pg_attribute f on f.attrelid = c.confrelid and f.attnum = pair.there
                where h.attname = 'store_id' and f.attname = 'store_id'))
              """,
          """
          select p.proname || ' reads tables for a trigger and has no search_path of its own'
          from pg_proc p
          where p.pronamespace = cast(:schema as regnamespace) and p.prorettype = 'trigger'::regtype
            and p.prosrc ~* '\\mfrom\\M\\s+\\w' and p.prosrc !~* 'distinct from'
            and not coalesce(array_to_string(p.proconfig, ',') like '%search_path%', false)
          """,
          """
          select :role || ' may ' || may || ' ' || t.relname
          from unnest(array['truncate', 'trigger', 'references', 'maintain']) as may, pg_class t
          where t.relnamespace = cast(:schema as regnamespace) and t.relkind in ('r', 'p')
            and (may <> 'maintain' or current_setting('server_version_num')::int >= 170000)
            and has_table_privilege(:role, t.oid, may)
          """,
          """
          select :role || ' may ' || may || ' audit_log'
          from unnest(array['update', 'delete']) as may
          where to_regclass(:schema || '.audit_log') is not null
            and has_table_privilege(:role, :schema || '.audit_log', may)
          """,
          """
          select :role || ' owns ' || c.relname from pg_class c
          where c.relnamespace = cast(:schema as regnamespace)
            and pg_get_userbyid(c.relowner) = :role
          """,
          """
          select :role || ' may make things in the schema'
          where has_schema_privilege(:role, :schema, 'create')
          """);

  private SchemaProbe() {}

  /**
   * What is wrong in the schema of the service under test.
   *
   * @param exempt tables that are no tenant's, or are a directory of tenants
   */
  public static List<String> violations(String schema, String... exempt) {
    String url = PostgresServer.get().newDatabase(schema);
    TestSchemas.migrate(url);
    return violations(
        PostgresServer.adminClient(url, schema), schema, PostgresServer.role(schema), exempt);
  }

  static List<String> violations(JdbcClient admin, String schema, String role, String... exempt) {
    List<String> exempted = new ArrayList<>(OF_NO_STORE);
    exempted.addAll(List.of(exempt));
    List<String> wrong = new ArrayList<>();
    for (String rule : RULES) {
      wrong.addAll(
          admin
              .sql(rule)
              .param("schema", schema)
              .param("role", role)
              .param("exempt", exempted)
              .query((row, number) -> row.getString(1))
              .list());
    }
    for (String table :
        admin
            .sql("select t.relname " + TABLES)
            .param("schema", schema)
            .param("exempt", exempted)
            .query((row, number) -> row.getString(1))
            .list()) {
      try {
        admin
            .sql(
                "create table probed (like "
                    + table
                    + " including all) partition by hash (store_id)")
            .update();
        admin.sql("drop table probed").update();
      } catch (RuntimeException refused) {
        wrong.add(table + " cannot be partitioned by store: " + refused.getMessage());
      }
    }
    return wrong;
  }
}
