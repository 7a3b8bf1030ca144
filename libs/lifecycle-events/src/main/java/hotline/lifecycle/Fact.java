package hotline.lifecycle;

/** An event with its envelope, as read from the log. */
public record Fact(Envelope envelope, LifecycleEvent event) {}
