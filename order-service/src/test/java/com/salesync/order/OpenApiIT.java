package com.salesync.order;

import com.salesync.common.test.OpenApiContract;
import org.springframework.test.web.servlet.client.RestTestClient;

@OrderServiceTest
class OpenApiIT extends OpenApiContract {

  OpenApiIT(RestTestClient client) {
    super(client);
  }
}
