package com.salesync.dashboard.settlement;

import java.util.Locale;

/** Who is texted about a store's day, and in which language. */
public record Recipient(String storeName, String phone, Locale language) {}
