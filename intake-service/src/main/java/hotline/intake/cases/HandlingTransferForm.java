package hotline.intake.cases;

/**
 * To whom a case is handed in the middle of its handling, and why.
 *
 * @param target a TransferTarget
 * @param handedAt such as the time of the call; empty for now
 * @param threePartyCall whether caller, operator and body spoke together; needed of 110, 119, 120
 *     and 122
 * @param externalRef its number there, where it was told
 * @param reason in words, for the centre
 */
public record HandlingTransferForm(
    String target, String handedAt, Boolean threePartyCall, String externalRef, String reason) {}
