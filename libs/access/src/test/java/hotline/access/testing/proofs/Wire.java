package hotline.access.testing.proofs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection per request: whatever a request does to its connection hurts no other. */
final class Wire {
  private static final int PATIENCE_MILLIS = 40_000;

  private final URI service;

  Wire(URI service) {
    this.service = service;
  }

  Answer send(Request request) {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      write(socket, request);
      return Answer.parse(read(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException("No answer to " + request, e);
    }
  }

  /** A service that has refused already need not take the rest of the body. */
  private static void write(Socket socket, Request request) throws IOException {
    try {
      socket.getOutputStream().write(request.bytes());
      socket.getOutputStream().flush();
      if (request.isCutOff()) {
        socket.shutdownOutput();
      }
    } catch (SocketException closed) {
      // The answer says why.
    }
  }

  /** Until the service closes, but of a stream without end only its beginning. */
  private static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[16_384];
    try {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        answer.write(buffer, 0, got);
        if (isStream(answer)) {
          break;
        }
      }
    } catch (SocketException reset) {
      // What was answered before the reset counts.
    }
    return answer.toByteArray();
  }

  private static boolean isStream(ByteArrayOutputStream answer) {
    String begun = answer.size() < 4096 ? answer.toString(StandardCharsets.ISO_8859_1) : "";
    int end = begun.indexOf("\r\n\r\n");
    return end > 0
        && begun.substring(0, end).contains("text/event-stream")
        && begun.indexOf("data:", end) > 0;
  }
}
