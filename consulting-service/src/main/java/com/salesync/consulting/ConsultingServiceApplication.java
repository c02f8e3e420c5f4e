package com.salesync.consulting;

import com.salesync.common.database.DatabaseService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class ConsultingServiceApplication {

  public static void main(String... args) {
    DatabaseService.run(ConsultingServiceApplication.class, args);
  }
}
