package com.salesync.order;

import com.salesync.common.database.DatabaseService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts order-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OrderServiceApplication {

  /** Takes Spring Boot's usual arguments; the README lists the settings. */
  public static void main(String[] args) {
    DatabaseService.run(OrderServiceApplication.class, args);
  }
}
