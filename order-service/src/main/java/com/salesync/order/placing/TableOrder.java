package com.salesync.order.placing;

import com.salesync.order.order.Cart;

/** What is asked for at which table. */
public record TableOrder(int tableNo, Cart cart) {}
