package hotline.lifecycle;

/** One fact about one case; what it says is in the record that implements it. */
public sealed interface LifecycleEvent permits IntakeEvent, DispatchEvent, EvaluationEvent {

  EventType type();
}
