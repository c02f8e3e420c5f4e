package com.salesync.order;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts order-service. */
@SpringBootApplication
public class OrderServiceApplication {

  /** Takes Spring Boot's usual arguments; the README lists the settings. */
  public static void main(String[] args) {
    SpringApplication.run(OrderServiceApplication.class, args);
  }
}
