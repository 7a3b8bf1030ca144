package hotline.dispatch.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The content of a file as an answer: only ever saved, kept by nobody on the way. */
@ApplicationScoped
class FileContent {

  private static final int PART = 512 * 1024;

  private final AttachmentStore store;

  FileContent(AttachmentStore store) {
    this.store = store;
  }

  /** Of a file that the asker may read. */
  Response of(AttachmentView file, Request request) {
    EntityTag tag = new EntityTag(file.sha256());
    Response.ResponseBuilder had = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        had != null
            ? had
            : Response.ok((StreamingOutput) to -> copy(file, to))
                .type(file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name(file));
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
        .build();
  }

  /**
   * In parts, each on a connection of its own: a slow client holds neither memory nor a connection.
   */
  private void copy(AttachmentView file, OutputStream to) throws IOException {
    for (long from = 0; from < file.size(); from += PART) {
      byte[] part = store.part(file.id(), from, PART);
      if (part == null) {
        // Erased meanwhile. Half a file must not look like a whole one.
        throw new IOException("The attachment is there no more");
      }
      to.write(part);
    }
  }

  private static String name(AttachmentView file) {
    return URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
