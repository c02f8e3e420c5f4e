package com.salesync.localstack.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Asks a process that runs whether it can be used; an answer takes at most 4 s. */
@FunctionalInterface
public interface Readiness {

  /** What came of the question. */
  enum Answer {
    READY,
    /** It says so, or nobody is there to be asked, or somebody else is. */
    UNREADY,
    /** The question was taken and not answered in time, as by a process that is frozen. */
    SILENT
  }

  int CONNECT_MILLIS = 1_000;
  int ANSWER_MILLIS = 3_000;

  /**
   * Asked again and again.
   *
   * @param process whose answer is wanted; null for whoever answers
   * @throws StackFailure when waiting longer is pointless
   */
  Answer ask(@Nullable ProcessHandle process);

  /** Ready once this very process answers 200. */
  static Readiness http(URI uri) {
    return process -> {
      try {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(ANSWER_MILLIS);
        try {
          boolean ok = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
          return ok && isFrom(process, uri.getPort()) ? Answer.READY : Answer.UNREADY;
        } finally {
          connection.disconnect();
        }
      } catch (SocketTimeoutException silent) {
        return Answer.SILENT;
      } catch (IOException notYet) {
        return Answer.UNREADY;
      }
    };
  }

  private static boolean isFrom(@Nullable ProcessHandle process, int port) {
    return process == null || !Ports.isListenedToByOthers(port, process);
  }

  /**
   * Ready once this very process answers like a PostgreSQL server; needs no password and leaves no
   * log line.
   */
  static Readiness postgres(int port) {
    byte[] askForTls = {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f};
    return process -> {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        socket.setSoTimeout(ANSWER_MILLIS);
        socket.getOutputStream().write(askForTls);
        boolean ok = socket.getInputStream().read() >= 0;
        return ok && isFrom(process, port) ? Answer.READY : Answer.UNREADY;
      } catch (SocketTimeoutException silent) {
        return Answer.SILENT;
      } catch (IOException notYet) {
        return Answer.UNREADY;
      }
    };
  }
}
