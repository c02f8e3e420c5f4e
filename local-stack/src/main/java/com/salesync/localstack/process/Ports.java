package com.salesync.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Hands out free ports below 32768, where the ephemeral range begins: a port from that range can be
 * taken by any outgoing connection between two starts.
 *
 * <p>A port is held from the moment it is chosen until {@link #close()} or the end of this process,
 * whether anybody listens there or not: by a lock on a file that all launchers of this machine
 * know. So two stacks that start at once, or one whose service is just being restarted, never get
 * each other's.
 */
public final class Ports implements AutoCloseable {

  private static final int FIRST = 15_000;
  private static final int LIMIT = 32_768;
  private static final Path LOCKS = Path.of(System.getProperty("java.io.tmpdir"), "salesync-ports");

  /** In {@code /proc/net/tcp}: where a socket listens, its state, and its number. */
  private static final int ADDRESS = 1;

  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String LISTENS = "0A";

  private final boolean random;
  private final Map<Integer, FileChannel> held = new HashMap<>();

  /**
   * Holds none yet.
   *
   * @param random any free port instead of the preferred one, for stacks that run side by side
   */
  public Ports(boolean random) {
    this.random = random;
  }

  /** The preferred port, or the next free one after it. */
  public int take(int preferred) {
    int start = random ? ThreadLocalRandom.current().nextInt(FIRST, LIMIT) : preferred;
    for (int tried = 0; tried < LIMIT - FIRST; tried++) {
      int port = start + tried < LIMIT ? start + tried : FIRST + (start + tried) % LIMIT;
      if (takeExactly(port)) {
        return port;
      }
    }
    throw new StackFailure("No port is free between " + FIRST + " and " + LIMIT + ".");
  }

  /** False when somebody listens there or another stack holds it. */
  public boolean takeExactly(int port) {
    FileChannel lock = lock(port);
    if (lock == null) {
      return false;
    }
    if (isFree(port)) {
      held.put(port, lock);
      return true;
    }
    release(lock);
    return false;
  }

  private static @Nullable FileChannel lock(int port) {
    try {
      FileChannel lock = openForEveryUser(LOCKS.resolve(Integer.toString(port)));
      try {
        if (lock.tryLock() != null) {
          return lock;
        }
      } catch (OverlappingFileLockException heldInThisVeryProcess) {
        // As good as held by another.
      }
      lock.close();
      return null;
    } catch (IOException e) {
      throw new StackFailure("Ports cannot be held in " + LOCKS + ": " + e.getMessage(), e);
    }
  }

  /** What others may be making at this moment appears with its permissions. */
  private static FileChannel openForEveryUser(Path file) throws IOException {
    if (!Files.exists(LOCKS)) {
      Path made = Files.createTempDirectory("salesync-ports-");
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
      try {
        Files.move(made, LOCKS, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException othersWereFaster) {
        Files.delete(made);
      }
    }
    if (!Files.exists(file)) {
      Path made = Files.createTempFile(LOCKS, null, null);
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-rw-rw-"));
      try {
        Files.createLink(file, made);
      } catch (FileAlreadyExistsException othersWereFaster) {
        // Theirs is as good.
      } finally {
        Files.delete(made);
      }
    }
    return FileChannel.open(file, StandardOpenOption.WRITE);
  }

  /** True when nobody listens there, neither on the loopback address nor on every address. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(port))
        && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** True when others listen there but not this process; only Linux tells. */
  static boolean isListenedToByOthers(int port, ProcessHandle process) {
    try {
      Set<String> sockets = listening(port);
      return !sockets.isEmpty() && !hasAnyOf(sockets, process);
    } catch (IOException theSystemDoesNotTell) {
      return false;
    }
  }

  private static Set<String> listening(int port) throws IOException {
    String local = String.format(":%04X", port);
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      Files.readAllLines(Path.of(table)).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(socket -> socket[ADDRESS].endsWith(local) && socket[STATE].equals(LISTENS))
          .forEach(socket -> sockets.add("socket:[" + socket[INODE] + "]"));
    }
    return sockets;
  }

  private static boolean hasAnyOf(Set<String> sockets, ProcessHandle process) throws IOException {
    try (DirectoryStream<Path> open =
        Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/fd"))) {
      for (Path file : open) {
        if (Files.isSymbolicLink(file)
            && sockets.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
      return false;
    }
  }

  /** Lets others have them. */
  @Override
  public void close() {
    held.values().forEach(Ports::release);
    held.clear();
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new StackFailure("Cannot let go of a port: " + e.getMessage(), e);
    }
  }
}
