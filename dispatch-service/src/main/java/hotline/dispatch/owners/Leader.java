package hotline.dispatch.owners;

import jakarta.persistence.Embeddable;

/**
 * A leader who may own cases, as a user, a unit and a post (领导职务); never a name.
 *
 * @param userRef the user of the identity provider
 */
@Embeddable
public record Leader(String userRef, String unitId, String unitPath, String post) {}
