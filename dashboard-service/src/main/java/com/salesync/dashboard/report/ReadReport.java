package com.salesync.dashboard.report;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.parallel.Concurrently;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads volumes and costs at the same time: two questions for any range and any menu. */
@Component
public class ReadReport {

  private final Books books;

  ReadReport(Books books) {
    this.books = books;
  }

  public SalesReport of(Tenant tenant, DayRange range) {
    try (Concurrently neighbours = new Concurrently()) {
      Supplier<List<Volume>> volumes = neighbours.ask(() -> books.volumes(tenant, range));
      Supplier<Map<Long, CostHistory>> costs = neighbours.ask(() -> books.costs(tenant, range));
      return new SalesReport(range, volumes.get(), costs.get());
    }
  }
}
