package hotline.dispatch.attachments;

/** The name under which a file is shown and saved again: one line of text that leads nowhere. */
final class FileName {

  private static final int LONGEST = 100;
  private static final String UNNAMED = "附件";

  private FileName() {}

  /**
   * @param given as the client said it; may be null, a path, or misleading
   * @return with the ending of what the content is
   */
  static String clean(String given, FileType type) {
    String last = given == null ? "" : given.substring(lastSlash(given) + 1);
    StringBuilder kept = new StringBuilder();
    last.codePoints().map(FileName::plain).filter(c -> c >= 0).forEach(kept::appendCodePoint);
    String name = kept.toString().strip();
    int dot = name.lastIndexOf('.');
    if (dot >= 0 && name.length() - dot <= 6) {
      name = name.substring(0, dot);
    }
    name = name.replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
    int most = name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())));
    return (name.isEmpty() ? UNNAMED : name.substring(0, most)) + type.ending();
  }

  /** A name that says nothing but which of the files it is. */
  static String numbered(int position, String mediaType) {
    return position + FileType.ofMediaType(mediaType).ending();
  }

  private static int lastSlash(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }

  /**
   * What has no shape or turns the direction of reading is left out; what files cannot have is a
   * line.
   */
  private static int plain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          -1;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      default -> "\"<>|:*?".indexOf(c) >= 0 ? '_' : c;
    };
  }
}
