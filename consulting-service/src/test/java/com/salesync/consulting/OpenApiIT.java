package com.salesync.consulting;

import com.salesync.common.test.OpenApiContract;
import com.salesync.common.test.ServiceTest;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class OpenApiIT extends OpenApiContract {

  OpenApiIT(RestTestClient client) {
    super(client);
  }
}
