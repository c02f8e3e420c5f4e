package com.salesync.common.database;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A service's own schema.
 *
 * @param role serves: has the rights that {@code afterMigrate__*.sql} grant it, and no others
 * @param owner migrates: owns the schema and all in it
 * @param migrations where the migrations are, common-lib's ({@code classpath:db/audit} and the
 *     like) and the service's own
 */
@ConfigurationProperties("salesync.database")
record DatabaseProperties(String schema, String role, String owner, List<String> migrations) {}
