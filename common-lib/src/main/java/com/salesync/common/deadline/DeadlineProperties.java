package com.salesync.common.deadline;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long an operation may take at most, whatever its caller would wait.
 *
 * @param read a GET or HEAD
 * @param write any other
 * @param operations those that differ, as {@code METHOD /pattern}, {@code *} for any method
 */
@Validated
@ConfigurationProperties("salesync.deadline")
record DeadlineProperties(
    @NotNull Duration read,
    @NotNull Duration write,
    @DefaultValue Map<String, Duration> operations) {}
