package hotline.drill;

/**
 * A change of one class of the relay.
 *
 * @param type the class
 * @param was text that its source has exactly once; when it no longer has, the change must be
 *     thought over
 */
record Change(String type, String was, String becomes) {

  String madeIn(String source) {
    int at = source.indexOf(was);
    if (at < 0 || source.indexOf(was, at + 1) >= 0) {
      throw new IllegalStateException("无法植入 cannot be planted in " + type + ": " + was);
    }
    return source.replace(was, becomes);
  }
}
