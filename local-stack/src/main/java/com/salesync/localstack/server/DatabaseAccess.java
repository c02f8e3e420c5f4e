package com.salesync.localstack.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What one role needs to connect. */
public record DatabaseAccess(String url, String username, String password) {

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, username, password);
  }

  /** The URL for whoever reaches the server through another port of this machine. */
  public String urlAt(int port) {
    return url.replaceFirst(":\\d+/", ":" + port + "/");
  }

  @Override
  public String toString() {
    return username + "@" + url;
  }
}
