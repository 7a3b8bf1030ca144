package hotline.dispatch.attachments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes in memory, up to so many: a picture that becomes larger stops being written. */
final class AtMost extends OutputStream {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
  private final int most;
  private boolean full;

  AtMost(int most) {
    this.most = most;
  }

  @Override
  public void write(int one) throws IOException {
    require(1);
    bytes.write(one);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    require(length);
    bytes.write(from, offset, length);
  }

  private void require(int more) throws IOException {
    if (bytes.size() + more > most) {
      full = true;
      throw new IOException("More than it may be");
    }
  }

  /** Whether it would have been more. */
  boolean isFull() {
    return full;
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
