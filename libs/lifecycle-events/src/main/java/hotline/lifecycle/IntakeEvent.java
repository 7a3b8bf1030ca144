package hotline.lifecycle;

/** Facts that the intake service says. */
public sealed interface IntakeEvent extends LifecycleEvent
    permits CaseRegistered,
        ScreeningApproaching,
        ScreeningMissed,
        ScreeningMoved,
        CaseAccepted,
        CaseAnsweredDirect,
        CaseRefused,
        CaseTransferredOut,
        CaseTransferAcknowledged,
        CaseTransferDeclined,
        CaseSupplemented,
        CaseUrged,
        CaseMarked,
        CaseCorrected,
        CaseSplit,
        CaseWithdrawn,
        CaseReopenRequested,
        CaseRated {}
