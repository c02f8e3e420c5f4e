package com.salesync.store.ratelimit.web;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who stands between clients and this service.
 *
 * @param trusted networks whose {@code X-Forwarded-For} is believed: where the gateway is
 */
@Validated
@ConfigurationProperties("salesync.proxies")
record ProxyProperties(@NotNull List<String> trusted) {}
