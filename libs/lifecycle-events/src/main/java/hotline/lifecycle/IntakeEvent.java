package hotline.lifecycle;

/** Facts that the intake service says. */
public sealed interface IntakeEvent extends LifecycleEvent
    permits CaseRegistered, CaseAccepted, CaseSupplemented, CaseUrged, CaseWithdrawn {}
