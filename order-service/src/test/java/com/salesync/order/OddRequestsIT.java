package com.salesync.order;

import com.salesync.common.test.property.OddRequestsContract;
import java.util.Map;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@OrderServiceTest
class OddRequestsIT extends OddRequestsContract {

  OddRequestsIT(@LocalServerPort int port, ApplicationContext service) {
    super(port, service, Map.of());
  }
}
