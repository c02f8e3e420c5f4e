package com.salesync.item;

import com.salesync.common.database.DatabaseService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ItemServiceApplication {

  public static void main(String[] args) {
    DatabaseService.run(ItemServiceApplication.class, args);
  }
}
