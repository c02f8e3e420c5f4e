package com.salesync.sale.books;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely the books are watched.
 *
 * @param interval between two looks
 * @param lookBack how far back invariants are checked that would otherwise read the whole past
 */
@ConfigurationProperties("salesync.books")
record BooksProperties(
    @DefaultValue("30s") Duration interval, @DefaultValue("2d") Duration lookBack) {}
