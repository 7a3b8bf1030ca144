package hotline.dispatch.attachments;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that are taken, told by how their content begins. */
enum FileType {
  JPEG("image/jpeg", ".jpg", 0xff, 0xd8, 0xff),
  PNG("image/png", ".png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
  PDF("application/pdf", ".pdf", '%', 'P', 'D', 'F', '-');

  static final int LONGEST_MAGIC = 8;

  private final String mediaType;
  private final String ending;
  private final int[] magic;

  FileType(String mediaType, String ending, int... magic) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.magic = magic;
  }

  String mediaType() {
    return mediaType;
  }

  /** Of a file name, with its dot. */
  String ending() {
    return ending;
  }

  static Optional<FileType> of(byte[] beginning) {
    for (FileType type : values()) {
      if (type.begins(beginning)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  static FileType ofMediaType(String mediaType) {
    return Arrays.stream(values())
        .filter(type -> type.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow();
  }

  private boolean begins(byte[] content) {
    if (content.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((content[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
