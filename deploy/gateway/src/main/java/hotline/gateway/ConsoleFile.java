package hotline.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the console as it is sent: plain, gzip and, when the build made one, brotli.
 *
 * @param gzip null when compression does not help
 * @param brotli null when the build made none
 */
record ConsoleFile(
    String type, byte[] plain, byte[] gzip, byte[] brotli, String etag, boolean hashed) {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private static final java.util.Set<String> ALREADY_COMPRESSED =
      java.util.Set.of("png", "jpg", "woff", "woff2", "ico");

  static ConsoleFile read(Path folder, Path file) throws IOException {
    byte[] plain = Files.readAllBytes(file);
    String name = folder.relativize(file).toString().replace('\\', '/');
    String extension = name.substring(name.lastIndexOf('.') + 1);
    Path precompressed = file.resolveSibling(file.getFileName() + ".br");
    return new ConsoleFile(
        TYPES.getOrDefault(extension, "application/octet-stream"),
        plain,
        ALREADY_COMPRESSED.contains(extension) ? null : gzip(plain),
        Files.exists(precompressed) ? Files.readAllBytes(precompressed) : null,
        '"' + digest(plain) + '"',
        // Vite puts the hash of the content into the name of everything in this folder.
        name.startsWith("assets/"));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.size() < plain.length ? out.toByteArray() : null;
  }

  private static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
