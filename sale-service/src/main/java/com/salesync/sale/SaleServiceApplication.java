package com.salesync.sale;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Payments and daily revenue. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SaleServiceApplication {

  static void main(String[] args) {
    SpringApplication.run(SaleServiceApplication.class, args);
  }
}
