package hotline.dispatch.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * What a client sends, on disk until it is looked at: a slow client holds no memory. The file has
 * no name any more once it is open, so that nothing of it stays, however the service ends.
 */
final class Upload implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;

  private final RandomAccessFile file;
  private final long size;
  private final byte[] digest;

  private Upload(RandomAccessFile file, long size, byte[] digest) {
    this.file = file;
    this.size = size;
    this.digest = digest;
  }

  /**
   * Reads the body to its end.
   *
   * @throws UploadBrokeOff when the client stops before
   * @throws hotline.access.TooLarge from the body itself
   */
  static Upload of(InputStream body) {
    RandomAccessFile file = open();
    try {
      MessageDigest sha = sha256();
      byte[] chunk = new byte[CHUNK];
      long size = 0;
      for (int got = next(body, chunk); got >= 0; got = next(body, chunk)) {
        sha.update(chunk, 0, got);
        file.write(chunk, 0, got);
        size += got;
      }
      return new Upload(file, size, sha.digest());
    } catch (IOException e) {
      closeQuietly(file);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      closeQuietly(file);
      throw e;
    }
  }

  private static RandomAccessFile open() {
    try {
      Path path = Files.createTempFile("upload", null);
      try {
        return new RandomAccessFile(path.toFile(), "rw");
      } finally {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int next(InputStream body, byte[] chunk) {
    if (body == null) {
      return -1;
    }
    try {
      return body.read(chunk);
    } catch (IOException cutOff) {
      throw new UploadBrokeOff();
    }
  }

  long size() {
    return size;
  }

  /** SHA-256 of the whole. */
  byte[] digest() {
    return digest.clone();
  }

  String sha256Hex() {
    return HexFormat.of().formatHex(digest);
  }

  /** For a reader of images, which jumps about in it. */
  ImageInputStream image() throws IOException {
    file.seek(0);
    return new FileImageInputStream(file);
  }

  InputStream stream() throws IOException {
    file.seek(0);
    return Channels.newInputStream(file.getChannel());
  }

  byte[] head(int most) throws IOException {
    return part(0, most);
  }

  byte[] tail(int most) throws IOException {
    return part(Math.max(0, size - most), most);
  }

  private byte[] part(long from, int most) throws IOException {
    byte[] part = new byte[(int) Math.min(most, size - from)];
    file.seek(from);
    file.readFully(part);
    return part;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void closeQuietly(RandomAccessFile file) {
    try {
      file.close();
    } catch (IOException unimportant) {
      // Its name is gone: the system frees it.
    }
  }

  @Override
  public void close() {
    closeQuietly(file);
  }
}
