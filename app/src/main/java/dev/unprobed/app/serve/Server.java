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
  private final URI address;

  private Server(HttpServer server, String token) {
    this.server = server;
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + token + "/");
  }

  /**
   * Starts to listen.
   *
   * @param port zero for any that is free
   * @param faults told of what is our own fault
   */
  public static Server start(
      int port, Document document, Answers answers, Consumer<Throwable> faults) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    String token = Gate.newToken();
    Server server = new Server(http, token);
    Gate gate = new Gate(token, http.getAddress().getPort());
    http.createContext("/", new Clerk(gate, server.desk, document, answers, faults));
    http.setExecutor(server.threads);
    http.start();
    return server;
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
