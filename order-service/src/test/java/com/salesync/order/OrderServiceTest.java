package com.salesync.order;

import com.salesync.common.test.SettableClock;
import com.salesync.common.test.StatementCounter;
import com.salesync.common.test.StatementProbe;
import com.salesync.common.test.TestServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * The service on a random port; all tests share one context, each takes stores of its own.
 * Time-outs are generous, so that a busy machine does not fail fifty clients; those of production
 * are tested where {@link PricesIT} sets them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.http.clients.connect-timeout=20s",
      "spring.http.clients.read-timeout=20s",
      "spring.datasource.hikari.connection-timeout=20000",
      // Statements of its own would be counted as those of a test.
      "db-scheduler.enabled=false"
    })
@ContextConfiguration(initializers = {TestServers.class, ItemServiceStub.Wiring.class})
@AutoConfigureRestTestClient
@ExtendWith(StatementProbe.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import({SettableClock.class, StatementCounter.class})
@interface OrderServiceTest {}
