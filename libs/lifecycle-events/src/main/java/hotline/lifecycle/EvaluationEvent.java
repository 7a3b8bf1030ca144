package hotline.lifecycle;

/** Facts that the evaluation service says. */
public sealed interface EvaluationEvent extends LifecycleEvent
    permits CallbackOpened,
        CallbackApproaching,
        CallbackMissed,
        CallbackMoved,
        CallbackAttempted,
        EvaluationRecorded,
        EvaluationUnreachable,
        CaseRehandleOrdered,
        CaseClosed,
        CaseReopened,
        CaseExclusionRequested,
        CaseExcluded,
        CaseExclusionRefused,
        AppealFiled,
        AppealUpheld,
        AppealDismissed,
        CaseArchived,
        LegalHoldPlaced,
        LegalHoldLifted,
        SpotCheckDrawn,
        SpotCheckRecorded,
        SpotCheckNotMade {}
