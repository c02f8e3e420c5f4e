package com.salesync.common.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which paths are open to whom; every other path needs a store token. Paths are written {@code
 * METHOD /pattern}, without a trailing slash, {@code *} for any method.
 *
 * @param internalKey secret of at least 32 bytes that signs internal tokens
 * @param publicPaths open to anybody
 * @param internalPaths open to services only, besides {@code /internal/**}
 * @param operatorPaths open to the operator only
 */
@Validated
@ConfigurationProperties("salesync.security")
record SecurityProperties(
    @NotNull @Size(min = 32) String internalKey,
    @DefaultValue List<String> publicPaths,
    @DefaultValue List<String> internalPaths,
    @DefaultValue List<String> operatorPaths) {}
