package dev.unprobed.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has no business here learns nothing, and nobody can make the others wait. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
class ServerAttackTest {
  private static final String SECRET = "the-answer";
  private static final String JSON = "Content-Type: application/json";
  private static final Document DOCUMENT =
      new Document("<!doctype html><p>" + SECRET, "default-src 'none'; script-src 'sha256-x'");

  private final AtomicInteger asked = new AtomicInteger();
  private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
  private Server server;
  private Raw client;

  @BeforeEach
  void start() throws IOException {
    server = Server.start(0, DOCUMENT, new Toy(), faults::add);
    client = new Raw(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
    assertThat(faults).isEmpty();
  }

  /** Tells when somebody got in. */
  private final class Toy implements Answers {
    @Override
    public String overview() {
      return said("");
    }

    @Override
    public String board(String name) throws NoAnswer {
      if (!name.equals("a/board.dtb")) {
        throw new NoAnswer("there is no such board");
      }
      return said("");
    }

    @Override
    public String driver(String board, String driver) throws NoAnswer {
      board(board);
      return said(driver);
    }

    @Override
    public String node(String board, String compatible) throws NoAnswer {
      board(board);
      return said(compatible);
    }

    @Override
    public String why(String symbol) {
      return said(symbol);
    }

    @Override
    public String set(List<String> wishes, String board) {
      return said(wishes + board);
    }

    private String said(String what) {
      asked.incrementAndGet();
      return "{\"" + SECRET + "\":\"" + what + "\"}";
    }
  }

  private void refused(String answer, int... statuses) {
    assertThat(statuses).as(answer).contains(Raw.status(answer));
    assertThat(answer).doesNotContain(SECRET);
    assertThat(asked).hasValue(0);
  }

  @Test
  void answersItsOwnPage() throws IOException {
    String own = "Origin: http://" + client.host();
    assertThat(client.get(client.path("api/boards"), own))
        .startsWith("HTTP/1.1 200")
        .contains(SECRET);
    assertThat(client.get(client.path("api/board/a%2Fboard.dtb"))).contains(SECRET);
    assertThat(client.get(client.path("api/why/PCI"))).contains("PCI");
    String body = "{\"set\":[\"PCI=m\"],\"board\":\"a\"}";
    assertThat(client.post(client.path("api/set"), body, JSON, own)).contains("[PCI=m]a");
    assertThat(client.get(client.path("api/driver/a%2Fboard.dtb/i2c%2Fat24"))).contains("i2c/at24");
    assertThat(client.get(client.path("api/node/a%2Fboard.dtb/arm,pl011"))).contains("arm,pl011");
    assertThat(client.get(client.path("")))
        .contains("<!doctype html>", "text/html", "nosniff")
        .contains("Content-security-policy: default-src 'none'; script-src 'sha256-x'; frame-");
  }

  /** An answer is no page: should a browser take it for one, nothing in it may run or load. */
  @Test
  void answersMayLoadNothing() throws IOException {
    for (String path : List.of("api/boards", "api/why/PCI", "nothing")) {
      assertThat(client.get(client.path(path)))
          .contains("Content-security-policy: default-src 'none'; frame-ancestors 'none'")
          .contains("application/json");
    }
  }

  /** The page has everything in it, so it needs the token as much as any answer. */
  @Test
  void keepsThePageFromOthers() throws IOException {
    refused(client.get("/"), 403);
    refused(client.get(client.path(""), "Origin: http://evil.example"), 403);
    refused(client.get(client.path(""), "Sec-Fetch-Site: cross-site"), 403);
    refused(client.post(client.path(""), "", JSON), 405);
    String path = client.path("");
    refused(client.get(path.substring(0, path.length() - 1)), 404);
    refused(client.get(path + "/"), 404);
    refused(client.get("/" + path), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: https://127.0.0.1:PORT",
        "Origin: http://127.0.0.1:1",
        "Origin: http://127.0.0.1:PORT.evil.example",
        "Origin: http://127.0.0.1:PORT\nOrigin: http://evil.example",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void refusesOtherOrigins(String header) throws IOException {
    String sent = header.replace("PORT", "" + server.address().getPort());
    refused(client.get(client.path("api/boards"), sent), 403);
    refused(client.post(client.path("api/set"), "{\"set\":[\"PCI=m\"]}", JSON, sent), 403);
  }

  /** A name of the attacker's own that points to this machine. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "127.0.0.1",
        "127.0.0.1:1",
        "[::1]:PORT",
        "127.0.0.1:PORT\nHost: evil.example",
        "evil.example\nHost: 127.0.0.1:PORT"
      })
  void refusesOtherHosts(String host) throws IOException {
    String sent = host.replace("PORT", "" + server.address().getPort());
    refused(
        client.ask(
            "GET "
                + client.path("api/boards")
                + " HTTP/1.1\nHost: "
                + sent
                + "\nConnection: close\n\n"),
        421,
        400);
    refused(client.ask("GET " + client.path("api/boards") + " HTTP/1.0\n\n"), 421, 400);
  }

  @Test
  void refusesWrongTokens() throws IOException {
    String token = client.path("").replace("/", "");
    List<String> wrong =
        List.of(
            "",
            "0".repeat(token.length()),
            token.substring(1),
            token + "0",
            token.toUpperCase(java.util.Locale.ROOT) + "x",
            token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0"),
            "%00",
            "x".repeat(5000));
    for (String guess : wrong) {
      refused(client.get("/" + guess + "/api/boards"), 403);
    }
    refused(client.get("/api/boards?token=" + token), 403);
    refused(
        client.get("/api/boards", "Cookie: token=" + token, "Authorization: Bearer " + token), 403);
    refused(client.get("/"), 403);
    refused(client.get("/favicon.ico"), 403);
    assertThat(token).hasSize(48).matches("[0-9a-f]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../etc/passwd",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "report.html",
        "page.html",
        "page.js",
        "Server.class",
        "page.js/../page.html",
        "page.js%00",
        "%00",
        ".",
        "./",
        "api/driver/",
        "api/driver/a%2Fboard.dtb",
        "api/driver/../../../etc/passwd",
        "api/driver/..%2F..%2Fetc%2Fpasswd/i2c%2Fat24",
        "api/driver/%ZZ/x",
        "api/node/..%2F..%2Fetc%2Fpasswd/x",
        "api/node/x/%ZZ",
        "..\\..\\etc",
        "api/board/../../../../etc/passwd",
        "api/board/%2Fetc%2Fpasswd",
        "api/board/..%2F..%2Fetc%2Fpasswd",
        "api/board/a%2Fboard.dtb%00",
        "api/board/%ZZ",
        "api/board/",
        "api/why/",
        "api/why/..%2f..%2fetc",
        "api/why/$(id)",
        "api/why/`id`",
        "api/why/X;id",
        "api/why/X=m",
        "api/why/<script>",
        "api",
        "api/"
      })
  void hasNoPathToFilesOrShells(String path) throws IOException {
    String answer = client.get(client.path(path));
    refused(answer, 404, 400);
    assertThat(answer).doesNotContain("root:", "script>", "passwd", "$(id)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"set\":\"PCI=m\"}",
        "{\"set\":[]}",
        "{\"set\":[1]}",
        "{\"set\":[\"PCI\"]}",
        "{\"set\":[\"PCI=$(id)\"]}",
        "{\"set\":[\"PCI=m\\n# CONFIG_X\"]}",
        "{\"set\":[\"../x=m\"]}",
        "{\"set\":[\"PCI=\\\"\"]}",
        "{\"set\":[\"PCI=m\"],\"board\":[]}"
      })
  void refusesOtherBodies(String body) throws IOException {
    refused(client.post(client.path("api/set"), body, JSON), 400);
  }

  @Test
  void refusesWhatFormsOfOtherSitesCanSend() throws IOException {
    String body = "{\"set\":[\"PCI=m\"]}";
    refused(client.post(client.path("api/set"), body), 415);
    refused(client.post(client.path("api/set"), body, "Content-Type: text/plain"), 415);
    refused(
        client.post(
            client.path("api/set"), body, "Content-Type: application/x-www-form-urlencoded"),
        415);
    refused(
        client.ask(
            "OPTIONS "
                + client.path("api/set")
                + " HTTP/1.1\nHost: "
                + client.host()
                + "\nConnection: close\nAccess-Control-Request-Method: POST\n\n"),
        405);
    refused(client.get(client.path("api/set")), 405);
    refused(client.post(client.path("api/boards"), body, JSON), 405);
  }

  @Test
  void refusesGiantBodiesAndHeaders() throws IOException {
    refused(client.post(client.path("api/set"), " ".repeat(Clerk.LARGEST_BODY + 1), JSON), 413);
    String deep = "{\"set\":" + "[".repeat(60_000);
    refused(client.post(client.path("api/set"), deep, JSON), 400);
    refused(client.get(client.path("api/boards"), "X: " + "x".repeat(100_000)), 0, 400, 431);
    refused(client.get(client.path("api/boards"), "X: x\n".repeat(500).strip()), 0, 400, 431);
    refused(client.get(client.path("a".repeat(100_000))), 0, 400, 414, 404);
  }

  /** It says that it has a terabyte, and sends for as long as somebody reads. */
  @Test
  void doesNotReadWithoutEnd() throws IOException {
    for (String length : List.of("Content-Length: 1000000000000", "Transfer-Encoding: chunked")) {
      long sent = 0;
      try (Socket socket = client.connect()) {
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST "
                    + client.path("api/set")
                    + " HTTP/1.1\r\nHost: "
                    + client.host()
                    + "\r\n"
                    + JSON
                    + "\r\n"
                    + length
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        byte[] piece =
            ("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        while (sent < 64 << 20) {
          out.write(piece);
          sent += piece.length;
        }
      } catch (IOException _) {
        // Cut off, as it should be.
      }
      assertThat(sent).isLessThan(64 << 20);
    }
    assertThat(asked).hasValue(0);
    assertThat(client.get(client.path("api/boards"))).contains(SECRET);
  }

  /**
   * Hundreds of clients that send a byte now and then; all are cut off, and others are served
   * meanwhile.
   */
  @Test
  void slowClientsHoldUpNobody() throws Exception {
    List<Socket> slow = new ArrayList<>();
    String[] beginnings = {
      "",
      "G",
      "GET / HTTP/1.1\r\nHost: x\r\nX-",
      "POST "
          + client.path("api/set")
          + " HTTP/1.1\r\nHost: "
          + client.host()
          + "\r\n"
          + JSON
          + "\r\nContent-Length: 100\r\n\r\n{"
    };
    for (int i = 0; i < 200; i++) {
      Socket socket = client.connect();
      socket
          .getOutputStream()
          .write(beginnings[i % beginnings.length].getBytes(StandardCharsets.ISO_8859_1));
      slow.add(socket);
    }
    for (int i = 0; i < 20; i++) {
      String answer = client.get(client.path("api/boards"));
      assertThat(Raw.status(answer)).as(answer).isEqualTo(200);
    }
    for (Socket socket : slow) {
      try (socket) {
        assertThat(Raw.all(socket)).doesNotContain(SECRET);
      }
    }
    assertThat(client.get(client.path("api/boards"))).contains(SECRET);
  }

  @Test
  void twoHundredAtOnceAreAllAnswered() throws Exception {
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService many = Executors.newFixedThreadPool(200)) {
      for (int i = 0; i < 200; i++) {
        String path = client.path(i % 2 == 0 ? "api/boards" : "api/why/PCI");
        answers.add(many.submit(() -> client.get(path)));
      }
      int served = 0;
      for (Future<String> answer : answers) {
        int status = Raw.status(answer.get(60, TimeUnit.SECONDS));
        assertThat(status).isIn(200, 503);
        served += status == 200 ? 1 : 0;
      }
      assertThat(served).isPositive();
    }
    assertThat(client.get(client.path("api/boards"))).contains(SECRET);
  }

  /** The port is taken before there is anything to serve; nobody is turned away meanwhile. */
  @Test
  void letsClientsWaitUntilThereAreAnswers() throws Exception {
    try (Server late = Server.listen(0);
        ExecutorService one = Executors.newSingleThreadExecutor()) {
      Raw early = new Raw(late.address());
      Future<String> answer = one.submit(() -> early.get(early.path("api/boards")));
      late.answer(DOCUMENT, new Toy(), faults::add);
      assertThat(answer.get(60, TimeUnit.SECONDS)).contains(SECRET);
    }
  }

  @Test
  void listensOnLoopbackOnly() throws IOException {
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          org.assertj.core.api.Assertions.assertThatThrownBy(
                  () -> new Socket(address, server.address().getPort()).close())
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  /** Nothing that may be read by another page: no permission for other origins is ever given. */
  @Test
  void permitsNoOtherOrigin() throws IOException {
    assertThat(client.get(client.path("api/boards")))
        .doesNotContainIgnoringCase("Access-Control-Allow")
        .contains("frame-ancestors 'none'", "no-referrer", "no-store");
  }
}
