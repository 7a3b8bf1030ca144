package hotline.relay;

/** One stream of facts: what a source says about a key, or one partition of the log. */
record Position(String key, String source) implements Comparable<Position> {

  @Override
  public int compareTo(Position other) {
    int byKey = key.compareTo(other.key);
    return byKey != 0 ? byKey : source.compareTo(other.source);
  }
}
