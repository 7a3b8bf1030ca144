package hotline.dispatch.reference;

/** One thing said to people, in both languages. */
public record Sentence(String zh, String en) {}
