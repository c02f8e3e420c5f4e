package com.salesync.localstack.cli;

/** What {@code ./salesync help} prints. */
final class Help {

  static final String TEXT =
      """
      Salesync on this machine: PostgreSQL, Kafka and all services, without Docker.

        ./salesync up [--port 8080] [--detach]   build what is not built, start everything
        ./salesync demo                          fill a demo shop with 90 days of orders
        ./salesync status                        what runs, where, and how much memory it takes
        ./salesync logs [service] [-f]           what the parts say; -f follows
        ./salesync operator-token                a token of one hour for GET /stores/all
        ./salesync bench [--help]                measure how much the running system bears
        ./salesync images --smoke                build every image, sell a pizza through compose
        ./salesync down                          stop everything; the data stay
        ./salesync help                          this text

      All but bench and images take --data DIR to keep the data elsewhere than in .salesync/.
      up --force starts even when memory looks too small.
      To begin afresh: ./salesync down, then remove .salesync/.
      """;

  private Help() {}
}
