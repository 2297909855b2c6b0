package dev.unprobed.app.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Takes one request from its headers to its answer. */
final class Clerk implements HttpHandler {
  /** Of a body; what one asks for is some hundred bytes long. */
  static final int LARGEST_BODY = 64 << 10;

  private static final int MOST_AT_ONCE = 64;

  private final Gate gate;
  private final Desk desk;
  private final Document document;
  private final Answers answers;
  private final Consumer<Throwable> faults;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /**
   * For one server.
   *
   * @param faults told of what is our own fault; the client learns only that there was one
   */
  Clerk(Gate gate, Desk desk, Document document, Answers answers, Consumer<Throwable> faults) {
    this.gate = gate;
    this.desk = desk;
    this.document = document;
    this.answers = answers;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, reply(exchange));
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    if (!places.tryAcquire()) {
      return Desk.busy().reply();
    }
    try {
      return answer(exchange);
    } catch (Refused no) {
      return no.reply();
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Desk.busy().reply();
    } catch (RuntimeException e) {
      return failed(e);
    } finally {
      places.release();
    }
  }

  private Reply failed(Throwable cause) {
    if (cause instanceof Answers.NoAnswer no) {
      return Reply.refusal(404, String.valueOf(no.getMessage()));
    }
    faults.accept(cause);
    return Reply.refusal(500, "unprobed itself failed");
  }

  private Reply answer(HttpExchange exchange)
      throws IOException, Refused, ExecutionException, InterruptedException {
    Headers headers = exchange.getRequestHeaders();
    String path = gate.admit(headers, exchange.getRequestURI().getRawPath());
    return switch (Route.of(exchange.getRequestMethod(), path)) {
      case Route.Page _ -> document.reply();
      case Route.Overview _ -> Reply.json(desk.ask(answers::overview));
      case Route.Board(String name) -> Reply.json(desk.ask(() -> answers.board(name)));
      case Route.Driver(String board, String driver) ->
          Reply.json(desk.ask(() -> answers.driver(board, driver)));
      case Route.Node(String board, String compatible) ->
          Reply.json(desk.ask(() -> answers.node(board, compatible)));
      case Route.Why(String symbol) -> Reply.json(desk.ask(() -> answers.why(symbol)));
      case Route.Change _ -> {
        Wishes wishes = Wishes.parse(body(exchange));
        yield Reply.json(desk.ask(() -> answers.set(wishes.values(), wishes.board())));
      }
    };
  }

  /** A form of another site cannot send this type without asking first, which we never allow. */
  private static byte[] body(HttpExchange exchange) throws IOException, Refused {
    List<String> types = exchange.getRequestHeaders().getOrDefault("Content-Type", List.of("none"));
    if (!types.equals(List.of("application/json"))) {
      throw new Refused(415, "the body is to be application/json");
    }
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        throw new Refused(413, "the body is too large");
      }
      return body;
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", reply.type());
    headers.set("Cache-Control", "no-store");
    headers.set("Content-Security-Policy", reply.policy() + "; frame-ancestors 'none'");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    if (reply.status() == 503) {
      headers.set("Retry-After", "1");
    }
    if (reply.status() >= 400) {
      headers.set("Connection", "close");
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), head ? -1 : reply.content().length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(reply.content());
      }
    }
  }
}
