package com.salesync.store;

import com.salesync.common.database.DatabaseService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class StoreServiceApplication {

  public static void main(String[] args) {
    DatabaseService.run(StoreServiceApplication.class, args);
  }
}
