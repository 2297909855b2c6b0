package dev.unprobed.app.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Answers on the loopback interface until it is closed. */
public final class Server implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static {
    // The JDK's server knows these limits only as properties, which it reads once. Times are in
    // seconds.
    Map.of(
            "sun.net.httpserver.maxReqTime", "5",
            "sun.net.httpserver.maxRspTime", "90",
            "sun.net.httpserver.idleInterval", "10",
            "sun.net.httpserver.maxIdleConnections", "32",
            "sun.net.httpserver.maxReqHeaders", "64",
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            "sun.net.httpserver.drainAmount", "65536",
            "jdk.httpserver.maxConnections", "512")
        .forEach(System::setProperty);
  }

  private final HttpServer server;
  private final Desk desk = new Desk(PATIENCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String token;
  private final URI address;

  private Server(HttpServer server, String token) {
    this.server = server;
    this.token = token;
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + token + "/");
  }

  /** Starts to listen and to answer, as {@link #listen} and {@link #answer} do. */
  static Server start(int port, Document document, Answers answers, Consumer<Throwable> faults)
      throws IOException {
    Server server = listen(port);
    server.answer(document, answers, faults);
    return server;
  }

  /**
   * Takes a port, where whoever asks waits until there are answers.
   *
   * @param port zero for any that is free
   */
  public static Server listen(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return new Server(
        HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG), Gate.newToken());
  }

  /**
   * Answers from now on.
   *
   * @param faults told of what is our own fault
   */
  public void answer(Document document, Answers answers, Consumer<Throwable> faults) {
    Gate gate = new Gate(token, server.getAddress().getPort());
    server.createContext("/", new Clerk(gate, desk, document, answers, faults));
    server.setExecutor(threads);
    server.start();
  }

  /** Where the page is, with the token that lets in. */
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    server.stop(0);
    desk.close();
    threads.shutdownNow();
  }
}
