package com.salesync.benchmarks;

/** What {@code ./salesync bench --help} prints. */
final class Help {

  static final String TEXT =
      """
      Measures a running Salesync over HTTP: signs shops up, lets their tills read, sell and report.

        ./salesync bench [--url http://localhost:8080] [--seconds 15] [--clients 8] [--shops 4]
                         [--history-token TOKEN] [--launcher PID]

        --seconds        how long each scenario is measured, after a fifth of that as warm-up
        --clients        tills that call at once, each waiting for its answer
        --shops          shops the tills belong to
        --history-token  a token of a shop with many orders (./salesync demo prints one): its
                         year report is compared with that of a new shop
        --launcher       the launcher's process (./salesync status names it): adds the processor
                         time that all it started took for a call, whoever else is busy

      The shops stay, with all that they sold: use a system whose data you can throw away.
      Above 600 calls/s the gateway limits one address: start the system with
      SALESYNC_LIMITS_ADDRESS_PERSECOND=100000 SALESYNC_LIMITS_ADDRESS_BURST=100000
      SALESYNC_LIMITS_STORE_PERSECOND=100000 SALESYNC_LIMITS_STORE_BURST=100000
      """;

  private Help() {}
}
