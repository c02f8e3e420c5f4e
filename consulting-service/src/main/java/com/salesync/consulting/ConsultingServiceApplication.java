package com.salesync.consulting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class ConsultingServiceApplication {

  public static void main(String... args) {
    SpringApplication.run(ConsultingServiceApplication.class, args);
  }
}
