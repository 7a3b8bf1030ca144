package hotline.evaluation.spotchecks;

/**
 * A supervisor who goes and looks, as a user, a unit and a post; never a name.
 *
 * @param userRef the user of the identity provider
 * @param unitId of the account; null where it has none
 */
record Checker(String userRef, String unitId, String unitPath, String post) {}
