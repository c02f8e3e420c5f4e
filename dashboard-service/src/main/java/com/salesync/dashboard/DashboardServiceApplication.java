package com.salesync.dashboard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class DashboardServiceApplication {

  public static void main(String... args) {
    SpringApplication.run(DashboardServiceApplication.class, args);
  }
}
