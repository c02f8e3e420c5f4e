package com.salesync.common.test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts the SQL statements a service sends, however it sends them. Import it into a test and
 * compare {@link #during} of a small and a large case.
 */
public final class StatementCounter implements BeanPostProcessor, QueryExecutionListener {

  private final AtomicInteger count = new AtomicInteger();

  /** How many statements the work sent; other threads' work meanwhile counts too. */
  public int during(Runnable work) {
    int before = count.get();
    work.run();
    return count.get() - before;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof DataSource source && !(bean instanceof ProxyDataSource)) {
      ProxyDataSource proxy = new ProxyDataSource(source);
      proxy.addListener(this);
      return proxy;
    }
    return bean;
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    count.incrementAndGet();
  }
}
