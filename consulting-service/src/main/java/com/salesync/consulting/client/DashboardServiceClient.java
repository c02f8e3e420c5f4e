package com.salesync.consulting.client;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.consulting.figures.FiguresRefused;
import com.salesync.consulting.figures.SalesFigures;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.GetExchange;

/** The dashboard's figures of a period, for which a job may wait longer than a till would. */
public interface DashboardServiceClient {

  @GetExchange("/internal/figures")
  SalesFigures figures(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end);

  /**
   * The figures of a store's period.
   *
   * @throws FiguresRefused if asking again is of no use
   */
  default SalesFigures readFigures(Tenant tenant, DayRange range) {
    try {
      return figures(tenant, range.start(), range.end());
    } catch (HttpClientErrorException refusal) {
      throw new FiguresRefused(refusal);
    }
  }
}
