package com.salesync.sale;

import com.salesync.common.database.DatabaseService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Payments and daily revenue. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SaleServiceApplication {

  static void main(String[] args) {
    DatabaseService.run(SaleServiceApplication.class, args);
  }
}
