package com.salesync.sale;

import com.salesync.common.test.RowsRead;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at what reports do on the connections that are theirs alone. */
final class ReportsPool {

  private ReportsPool() {}

  static RowsRead rowsRead(DataSource reports) {
    return new RowsRead(
        JdbcClient.create(reports), new TransactionTemplate(new JdbcTransactionManager(reports)));
  }
}
