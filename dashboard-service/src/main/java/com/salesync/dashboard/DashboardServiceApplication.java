package com.salesync.dashboard;

import com.salesync.common.database.DatabaseService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class DashboardServiceApplication {

  public static void main(String... args) {
    DatabaseService.run(DashboardServiceApplication.class, args);
  }
}
