package com.salesync.common.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on what a request may bring.
 *
 * @param maxBody largest accepted request body
 */
@ConfigurationProperties("salesync.web")
record WebProperties(@DefaultValue("1MB") DataSize maxBody) {}
