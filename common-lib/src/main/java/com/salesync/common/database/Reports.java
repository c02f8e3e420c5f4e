package com.salesync.common.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * The {@code JdbcClient} or {@code DataSource} for what may take long and only reads: reports,
 * lists of past days, monitors. Its pool is small and apart, so that it never makes a payment wait;
 * each statement is a transaction of its own that cannot write.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD})
public @interface Reports {}
