package hotline.dispatch.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;

/** A file as it will be kept, checked and cleaned. */
record ReadyFile(FileType type, long size, String sha256, PhotoFacts facts, Content content) {

  /** Where its bytes are, until the upload is closed. */
  interface Content {
    InputStream open() throws IOException;
  }

  /**
   * @throws FileRefused when it is none of the kinds that are taken, or broken
   */
  static ReadyFile of(Upload upload, Instant now) throws IOException {
    if (upload.size() == 0) {
      throw new FileRefused(FileRefused.Reason.EMPTY);
    }
    FileType type =
        FileType.of(upload.head(FileType.LONGEST_MAGIC))
            .orElseThrow(() -> new FileRefused(FileRefused.Reason.UNKNOWN_TYPE));
    return type == FileType.PDF ? paper(upload) : picture(upload, type, now);
  }

  /** Kept as it is: it is only ever saved, never shown by the service's pages. */
  private static ReadyFile paper(Upload upload) throws IOException {
    if (!Paper.isWhole(upload.tail(Paper.END))) {
      throw new FileRefused(FileRefused.Reason.UNREADABLE);
    }
    return new ReadyFile(
        FileType.PDF, upload.size(), upload.sha256Hex(), PhotoFacts.NONE, upload::stream);
  }

  private static ReadyFile picture(Upload upload, FileType type, Instant now) throws IOException {
    // Comments of a PNG are compressed and may be of any size; a camera writes none.
    PhotoFacts facts =
        type == FileType.JPEG ? PhotoFacts.of(upload.stream(), now) : PhotoFacts.NONE;
    Picture.Kept kept = Picture.of(upload.image(), type, facts);
    String sha256 = HexFormat.of().formatHex(Upload.sha256().digest(kept.content()));
    return new ReadyFile(
        kept.type(),
        kept.content().length,
        sha256,
        facts,
        () -> new ByteArrayInputStream(kept.content()));
  }
}
