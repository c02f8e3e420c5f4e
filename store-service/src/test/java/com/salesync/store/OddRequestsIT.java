package com.salesync.store;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.property.OddRequestsContract;
import java.util.Set;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class OddRequestsIT extends OddRequestsContract {

  private final RestTestClient client;

  OddRequestsIT(@LocalServerPort int port, ApplicationContext service, RestTestClient client) {
    super(port, service, ParsersTest.SAMPLES);
    this.client = client;
  }

  @Override
  protected String store() {
    Answer answer = Till.somewhere(client).signUp(Till.newUsername()).is(201);
    return "Bearer " + answer.body().path("token").path("access_token").asString();
  }

  @Override
  protected Set<String> leftOut() {
    return Set.of("POST /stores/keys/rotate");
  }
}
