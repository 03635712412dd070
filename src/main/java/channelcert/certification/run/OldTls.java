package channelcert.certification.run;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/**
 * Says hello in TLS 1.1 by hand, since no library of today would. A server that goes on with a
 * handshake accepts it; an alert, or an end of the connection, refuses it (domain reference, 1.6).
 */
final class OldTls {
  private static final int HANDSHAKE = 0x16;
  private static final int TLS_1_1 = 0x0302;
  private static final int[] CIPHERS = {0xc013, 0xc014, 0xc009, 0xc00a, 0x002f, 0x0035};

  private OldTls() {}

  static String offer(URI address, Duration patience) {
    int port = address.getPort() < 0 ? 443 : address.getPort();
    try (Socket socket = new Socket()) {
      int millis = (int) patience.toMillis();
      socket.connect(new InetSocketAddress(address.getHost(), port), millis);
      socket.setSoTimeout(millis);
      socket.getOutputStream().write(hello());
      socket.getOutputStream().flush();
      int first = socket.getInputStream().read();
      return first == HANDSHAKE
          ? "accepted: the server answered a hello of TLS 1.1 with a handshake"
          : "refused: " + (first < 0 ? "connection closed" : "record of type " + first);
    } catch (IOException e) {
      return "refused: " + e.getMessage();
    }
  }

  private static byte[] hello() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeShort(TLS_1_1);
    body.write(new byte[32]);
    body.writeByte(0);
    body.writeShort(CIPHERS.length * 2);
    for (int cipher : CIPHERS) {
      body.writeShort(cipher);
    }
    body.writeByte(1);
    body.writeByte(0);
    // Elliptic curves: without them half of the ciphers could not be chosen.
    body.write(new byte[] {0, 14, 0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0});
    return record(bytes.toByteArray());
  }

  private static byte[] record(byte[] hello) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream record = new DataOutputStream(bytes);
    record.writeByte(HANDSHAKE);
    record.writeShort(0x0301);
    record.writeShort(hello.length + 4);
    record.writeByte(1);
    record.writeByte(0);
    record.writeShort(hello.length);
    record.write(hello);
    return bytes.toByteArray();
  }
}
