package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.salesync.common.test.ServiceTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
class LocalInboxIT extends AtTheGateway {

  private static final WireMockServer INBOX =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  LocalInboxIT(@LocalServerPort int port) {
    super(port);
  }

  @DynamicPropertySource
  static void inbox(DynamicPropertyRegistry properties) {
    INBOX.start();
    INBOX.stubFor(any(anyUrl()).willReturn(ok("the inbox")));
    properties.add("LOCAL_SMS_INBOX_URL", () -> "http://127.0.0.1:" + INBOX.port());
  }

  @AfterAll
  static void stop() {
    INBOX.stop();
  }

  @Test
  void isAPageOfTheLocalStack() {
    Reply page = get("/_local/sms/");
    assertThat(page.body()).isEqualTo("the inbox");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(INBOX.getAllServeEvents()).hasSize(1);
    assertThat(INBOX.getAllServeEvents().getFirst().getRequest().getUrl()).isEqualTo("/_local/sms");
  }
}
