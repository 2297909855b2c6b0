package dev.unprobed.app.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** A client that sends what it is told to, byte for byte. */
record Raw(URI address) {
  /** Longer than every patience that the server has with slow clients. */
  private static final int PATIENCE_MILLIS = 30_000;

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** The path of something below the token. */
  String path(String below) {
    return address.getPath() + below;
  }

  String host() {
    return address.getAuthority();
  }

  /** The whole answer to a request, whose line ends are put right; empty when it was cut off. */
  String ask(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return all(socket);
    }
  }

  static String all(Socket socket) {
    try {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("the server left a client hanging", e);
    } catch (IOException _) {
      return "";
    }
  }

  String get(String path, String... headers) throws IOException {
    String more = headers.length == 0 ? "" : String.join("\n", headers) + "\n";
    return ask(
        "GET " + path + " HTTP/1.1\nHost: " + host() + "\nConnection: close\n" + more + "\n");
  }

  String post(String path, String body, String... headers) throws IOException {
    String more = headers.length == 0 ? "" : String.join("\n", headers) + "\n";
    return ask(
        "POST "
            + path
            + " HTTP/1.1\nHost: "
            + host()
            + "\nConnection: close\n"
            + more
            + "Content-Length: "
            + body.length()
            + "\n\n"
            + body);
  }

  /** Of the first line; zero when there is none. */
  static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
