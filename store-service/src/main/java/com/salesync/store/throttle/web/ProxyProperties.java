package com.salesync.store.throttle.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stands between clients and this service.
 *
 * @param trusted networks whose {@code X-Forwarded-For} is believed: where the gateway is
 */
@ConfigurationProperties("salesync.proxies")
record ProxyProperties(@DefaultValue List<String> trusted) {}
