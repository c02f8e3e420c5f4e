package com.salesync.localstack;

import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Replica;
import com.salesync.localstack.part.Repository;
import com.salesync.localstack.part.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a stack is started: of the clone around the working directory, in its {@code .salesync}
 * folder, with the gateway on port 8080, unless said otherwise.
 */
public final class Options {

  private final Repository repository = Repository.ofLauncher();
  private final Map<Part, Map<String, String>> environment = new HashMap<>();
  private final Map<Part, List<Path>> classpath = new HashMap<>();
  private Path data = repository.root().resolve(".salesync");
  private int gatewayPort = Part.GATEWAY.preferredPort();
  private boolean randomPorts;
  private Set<Part> parts = repository.parts();
  private Set<Part> leftOut = Set.of();
  private int replicas = 1;
  private Optional<Route> route = Optional.empty();
  private boolean model;
  private Path stateFolder = usersStateFolder().resolve("salesync");
  private boolean mayBeEarlier;
  private Consumer<String> progress = line -> {};

  public Options withData(Path folder) {
    data = folder.toAbsolutePath().normalize();
    return this;
  }

  public Options withGatewayPort(int port) {
    gatewayPort = port;
    return this;
  }

  /** Any free port for every part, the gateway too, so that stacks can run side by side. */
  public Options withRandomPorts() {
    gatewayPort = 0;
    randomPorts = true;
    return this;
  }

  public Options withParts(Set<Part> only) {
    parts = Set.copyOf(only);
    return this;
  }

  /** Services that somebody else runs on their addresses: neither started nor awaited. */
  public Options withLeftOut(Set<Part> services) {
    leftOut = Set.copyOf(services);
    return this;
  }

  /**
   * So many of each service behind the service's port, which gives each connection to the next one
   * that is ready. The two servers stay alone, and so does a service that is left out.
   *
   * @param each from 1 to {@link Replica#MOST}
   */
  public Options withReplicas(int each) {
    if (each < 1 || each > Replica.MOST) {
      throw new IllegalArgumentException("from 1 to " + Replica.MOST + " replicas, not " + each);
    }
    replicas = each;
    return this;
  }

  /** Puts what a test likes between any two parts. */
  public Options withRoute(Route between) {
    route = Optional.of(between);
    return this;
  }

  /** Gives the consulting service a model that stands in for OpenAI's. */
  public Options withModel() {
    model = true;
    return this;
  }

  /** Where it is kept how far the data have got, which must not be put back together with them. */
  public Options withStateFolder(Path folder) {
    stateFolder = folder.toAbsolutePath().normalize();
    return this;
  }

  /** Goes on with data that were put back to an earlier state, once; else they are refused. */
  public Options withEarlierDataAccepted() {
    mayBeEarlier = true;
    return this;
  }

  private static Path usersStateFolder() {
    String folder = System.getenv("XDG_STATE_HOME");
    return folder == null || folder.isBlank()
        ? Path.of(System.getProperty("user.home"), ".local", "state")
        : Path.of(folder);
  }

  /** Gets one line for every part that becomes healthy, dies or is back. */
  public Options withProgress(Consumer<String> listener) {
    progress = listener;
    return this;
  }

  /** A further variable of a part; it wins over the stack's own. */
  public Options withEnvironment(Part service, String variable, String value) {
    environment.computeIfAbsent(service, none -> new HashMap<>()).put(variable, value);
    return this;
  }

  /** Puts a jar or folder on a service's class path, for instance a test's own crash seam. */
  public Options withExtraClasspath(Part service, Path entry) {
    classpath.computeIfAbsent(service, none -> new ArrayList<>()).add(entry.toAbsolutePath());
    return this;
  }

  /** What a person types to do something with this very stack. */
  public String command(String words) {
    boolean usual = data.equals(repository.root().resolve(".salesync"));
    return "./salesync " + words + (usual ? "" : " --data " + quoted(data.toString()));
  }

  private static String quoted(String path) {
    return path.matches("[\\w./@+-]+") ? path : "'" + path + "'";
  }

  Repository repository() {
    return repository;
  }

  /** Where everything that outlives a restart is kept. */
  public Path data() {
    return data;
  }

  int gatewayPort() {
    return gatewayPort;
  }

  boolean randomPorts() {
    return randomPorts;
  }

  /** Those to be started. */
  Set<Part> parts() {
    return parts.stream()
        .filter(Predicate.not(leftOut::contains))
        .collect(Collectors.toUnmodifiableSet());
  }

  Set<Part> leftOut() {
    return leftOut;
  }

  /** How many processes do the work of a part. */
  int replicas(Part part) {
    return part.isService() && !leftOut.contains(part) ? replicas : 1;
  }

  Optional<Route> route() {
    return route;
  }

  boolean hasModel() {
    return model;
  }

  Path stateFolder() {
    return stateFolder;
  }

  boolean mayBeEarlier() {
    return mayBeEarlier;
  }

  Consumer<String> progress() {
    return progress;
  }

  Map<Part, Map<String, String>> environment() {
    return environment;
  }

  List<Path> classpath(Part service) {
    return classpath.getOrDefault(service, List.of());
  }
}
