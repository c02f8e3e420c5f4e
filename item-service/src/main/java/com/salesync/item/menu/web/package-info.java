/** The menu over HTTP: for the store's own clients, and for the services that sell from it. */
@NullMarked
package com.salesync.item.menu.web;

import org.jspecify.annotations.NullMarked;
