package hotline.lifecycle;

/** Facts that the intake service says. */
public sealed interface IntakeEvent extends LifecycleEvent
    permits CaseRegistered,
        ScreeningApproaching,
        ScreeningMissed,
        ScreeningMoved,
        CaseAccepted,
        CaseSupplemented,
        CaseUrged,
        CaseMarked,
        CaseWithdrawn,
        CaseReopenRequested {}
