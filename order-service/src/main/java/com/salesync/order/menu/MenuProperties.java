package com.salesync.order.menu;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the menu is asked.
 *
 * @param lookup how long a question may take; whoever orders waits for it
 */
@ConfigurationProperties("salesync.menu")
record MenuProperties(Duration lookup) {}
