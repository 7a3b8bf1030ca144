package hotline.dispatch.departures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody of a unit whom this service knows by a post: a leader, a candidate for deputies, an
 * owner of cases. Accounts are kept elsewhere.
 *
 * @param login null of those who have not said it
 * @param leader whether the post was said as a leader's, so that cases can be owned
 */
@Schema(name = "UnitPerson")
public record UnitPerson(String userRef, String post, String login, boolean leader) {}
