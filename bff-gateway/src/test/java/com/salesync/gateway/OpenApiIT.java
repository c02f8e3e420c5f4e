package com.salesync.gateway;

import com.salesync.common.test.OpenApiContract;
import com.salesync.common.test.ServiceTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
@TestPropertySource(properties = "springdoc.api-docs.path=/v3/api-docs")
class OpenApiIT extends OpenApiContract {

  OpenApiIT(RestTestClient client) {
    super(client);
  }

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry properties) {
    AtTheGateway.backends(properties);
  }
}
