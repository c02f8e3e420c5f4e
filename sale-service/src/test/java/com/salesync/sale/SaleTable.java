package com.salesync.sale;

import com.salesync.common.test.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks behind the service's back, as the role that may do everything. */
final class SaleTable {

  static final JdbcClient ADMIN = JdbcClient.create(new AdminConnections());

  private SaleTable() {}

  private static final class AdminConnections extends DriverManagerDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      return PostgresServer.get().adminConnection();
    }
  }

  static void asAdmin(String sql) throws SQLException {
    try (Connection connection = PostgresServer.get().adminConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** With triggers and checks out of the way, as a careless operator would. */
  static void unguarded(String sql) throws SQLException {
    asAdmin("set session_replication_role = replica;" + sql);
  }

  static long count(long store, String status) {
    return ADMIN
        .sql("select count(*) from sale.sales where store_id = ? and status = ?")
        .params(store, status)
        .query(Long.class)
        .single();
  }

  /** Payments and voids of the store that are not settled. */
  static long underWay(long store) {
    return count(store, "PENDING") + count(store, "VOIDING");
  }

  /** Sales of the store that recovery still has before it. */
  static long recoveries(long store) {
    return ADMIN
        .sql(
            """
            select count(*) from sale.sales where store_id = ? and recover_at is not null
            """)
        .params(store)
        .query(Long.class)
        .single();
  }

  static Map<String, Object> only(long store) {
    return ADMIN
        .sql("select * from sale.sales where store_id = ?")
        .params(store)
        .query()
        .singleRow();
  }
}
