package hotline.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * What a request asks for, apart from who and where: the query, the body and the form fields of a
 * resource method.
 */
final class RequestDigest {
  private RequestDigest() {}

  static byte[] of(InvocationContext call, String query, ObjectMapper json) throws IOException {
    MessageDigest sha = sha256();
    if (query != null) {
      sha.update(query.getBytes(StandardCharsets.UTF_8));
    }
    Parameter[] declared = call.getMethod().getParameters();
    for (int i = 0; i < declared.length; i++) {
      if (isContent(declared[i])) {
        sha.update((byte) i);
        sha.update(bytes(call.getParameters()[i], json));
      }
    }
    return sha.digest();
  }

  /**
   * The body has no annotation of JAX-RS; path, query and header parameters say where or in which
   * version, not what.
   */
  private static boolean isContent(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotations())
        .map(Annotation::annotationType)
        .allMatch(
            type ->
                !isOfTheWeb(type)
                    || type.getSimpleName().endsWith("Form")
                    || type.getSimpleName().equals("FormParam"));
  }

  private static boolean isOfTheWeb(Class<? extends Annotation> type) {
    String name = type.getName();
    return name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive.");
  }

  private static byte[] bytes(Object value, ObjectMapper json) throws IOException {
    if (value == null) {
      return new byte[0];
    }
    if (value instanceof byte[] raw) {
      return raw;
    }
    if (value instanceof CharSequence text) {
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
    if (value instanceof FileUpload upload) {
      return Files.readAllBytes(upload.uploadedFile());
    }
    return json.writeValueAsBytes(value);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
